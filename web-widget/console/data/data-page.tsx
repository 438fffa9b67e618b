import { Button, Stack } from '@mantine/core';
import { PageHeading } from '../parts/page-heading.tsx';
import { Empty, Failed, Loading } from '../parts/query-states.tsx';
import { useWords } from '../words/use-words.tsx';
import { AskBox } from './ask-box.tsx';
import { DataTurnView } from './data-turn.tsx';
import { SavedQuestions } from './saved-questions.tsx';
import { SubjectExamples } from './subject-examples.tsx';
import { useDataConversation } from './use-data-question.ts';

export function DataPage() {
  const words = useWords().data;
  const { conversation, turns, put, startAnew } = useDataConversation();
  const newestFirst = turns.toReversed();
  const ask = (question: string) => put.mutate({ question });
  return (
    <>
      <PageHeading title={words.title} note={words.note}>
        {turns.length > 1 && (
          <Button variant="default" disabled={put.isPending} onClick={() => ask(words.undoSent)}>
            {words.undo}
          </Button>
        )}
        {(turns.length > 0 || conversation.isError) && (
          <Button variant="default" onClick={startAnew}>
            {words.startAnew}
          </Button>
        )}
      </PageHeading>
      <div className="columns">
        <Stack>
          <AskBox hint={turns.length > 0 ? words.followUp : words.firstHint} asking={put.isPending} send={ask} />
          {put.error && <Failed error={put.error} retry={() => put.variables && put.mutate(put.variables)} />}
          <p className="unseen" role="status">
            {put.isPending ? words.asking : (newestFirst[0]?.reply.text ?? '')}
          </p>
          {conversation.isLoading && <Loading />}
          {conversation.isError && <Failed error={conversation.error} />}
          {turns.length === 0 && !conversation.isLoading && !conversation.isError && <Empty>{words.empty}</Empty>}
          {newestFirst.map((turn, index) => (
            <DataTurnView
              key={turn.messageId}
              turn={turn}
              isFirst={index === turns.length - 1}
              put={index === 0 ? put.mutate : null}
              busy={index === 0 && put.isPending}
            />
          ))}
        </Stack>
        <Stack component="aside" aria-label={words.examples}>
          <SavedQuestions run={(savedQuestion) => put.mutate({ savedQuestion })} busy={put.isPending} />
          <SubjectExamples send={ask} />
        </Stack>
      </div>
    </>
  );
}
