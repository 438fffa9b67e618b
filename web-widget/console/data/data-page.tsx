import { Button, Paper, Stack, Text, Title } from '@mantine/core';
import { PageHeading } from '../parts/page-heading.tsx';
import { Failed } from '../parts/query-states.tsx';
import { useWords } from '../words/use-words.tsx';
import { AskBox } from './ask-box.tsx';
import { DataReplyView } from './data-reply-view.tsx';
import { type Asked, useDataConversation, useExamples } from './use-data-question.ts';

export function DataPage() {
  const words = useWords().data;
  const { asked, ask, startAnew } = useDataConversation();
  const send = (question: string) => ask.mutate(question);
  return (
    <>
      <PageHeading title={words.title} note={words.note}>
        {asked.length > 0 && (
          <Button variant="default" onClick={startAnew}>
            {words.startAnew}
          </Button>
        )}
      </PageHeading>
      <Stack>
        <AskBox hint={asked.length > 0 ? words.followUp : words.firstHint} asking={ask.isPending} send={send} />
        {asked.length === 0 && <Examples send={send} />}
        {ask.error && <Failed error={ask.error} retry={() => send(ask.variables ?? '')} />}
        <p className="unseen" role="status">
          {ask.isPending ? words.asking : (asked[0]?.answer.reply.text ?? '')}
        </p>
        {asked.map((turn, index) => (
          <Turn key={asked.length - index} turn={turn} send={index === 0 ? send : null} />
        ))}
      </Stack>
    </>
  );
}

function Examples({ send }: { send: (question: string) => void }) {
  const words = useWords().data;
  const examples = useExamples();
  if (!examples.data || examples.data.examples.length === 0) return null;
  return (
    <section>
      <Title order={2} size="h5" mb="xs">
        {words.examples}
      </Title>
      <div className="examples">
        {examples.data.examples.map((example) => (
          <Button key={example} variant="default" lang="zh-CN" onClick={() => send(example)}>
            {example}
          </Button>
        ))}
      </div>
    </section>
  );
}

function Turn({ turn, send }: { turn: Asked; send: ((question: string) => void) | null }) {
  const words = useWords().data;
  return (
    <Paper component="article" withBorder radius="md" p="lg">
      <Stack>
        <Text c="dimmed" lang="zh-CN">
          {words.you}：{turn.question}
        </Text>
        <DataReplyView reply={turn.answer.reply} send={send} />
      </Stack>
    </Paper>
  );
}
