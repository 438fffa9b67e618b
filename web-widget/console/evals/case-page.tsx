import { Anchor, Button, Stack, Table, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Link, useParams } from 'react-router';
import type { EvalCaseDetail } from '../../../channels/http/eval-schemas.ts';
import { Card } from '../parts/card.tsx';
import { Facts } from '../parts/facts.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { Empty, Failed, Read } from '../parts/query-states.tsx';
import { ScrollBox } from '../parts/scroll-box.tsx';
import { useWords } from '../words/use-words.tsx';
import { CaseHistory } from './case-history.tsx';
import { answerOf, earlierOf, questionOf } from './question-of.ts';
import { SentenceSupport } from './sentence-support.tsx';
import { toFigure } from './suite-metrics.ts';
import { useCase, useSendToReview } from './use-evals.ts';

export function CasePage() {
  const { id = '', caseId = '' } = useParams();
  const words = useWords().review.case;
  const found = useCase(id, caseId);
  return (
    <Stack>
      <Anchor component={Link} to={`/evals/${encodeURIComponent(id)}`}>
        ← {words.back}
      </Anchor>
      <Read query={found}>{(one) => <Case one={one} />}</Read>
    </Stack>
  );
}

function Case({ one }: { one: EvalCaseDetail }) {
  const words = useWords().review.case;
  const { suite, data, caseId, elapsedMs, input, output, sentences, error } = one;
  const answer = answerOf(output);
  return (
    <>
      <PageHeading title={words.title(caseId)} note={`${suite} · ${data} · ${words.took(elapsedMs.toFixed(1))}`}>
        <SendToReview one={one} />
      </PageHeading>
      <div className="pair">
        <Card title={words.question}>
          {earlierOf(input).map((text, at) => (
            <Text key={at} className="said quiet">
              {text}
            </Text>
          ))}
          <Text className="said">{questionOf(input)}</Text>
        </Card>
        <Card title={words.answer}>
          {error ? <Text className="pressing">{error}</Text> : <Text className="said">{answer || '—'}</Text>}
        </Card>
      </div>
      <Card title={useWords().evals.scores}>
        <Facts facts={Object.entries(one.scores).map(([name, score]) => [name, toFigure(name, score)] as const)} />
      </Card>
      <Card title={words.sentences}>
        {sentences.length > 0 ? <SentenceSupport sentences={sentences} /> : <Empty>{words.noSentences}</Empty>}
      </Card>
      <Card title={words.passages}>
        <Passages passages={one.passages} />
      </Card>
      <Card title={words.history}>
        <CaseHistory history={one.history} caseId={caseId} />
      </Card>
      <Record one={one} />
    </>
  );
}

function SendToReview({ one: { runId, caseId } }: { one: EvalCaseDetail }) {
  const words = useWords().review.case;
  const send = useSendToReview();
  if (send.data)
    return (
      <Button component={Link} to={`/evals/queue/${encodeURIComponent(send.data.id)}`}>
        {words.open}
      </Button>
    );
  const sent = () => notifications.show({ message: words.sent, withCloseButton: false });
  return (
    <>
      {send.error && <Failed error={send.error} />}
      <Button loading={send.isPending} onClick={() => send.mutate({ runId, caseId }, { onSuccess: sent })}>
        {words.send}
      </Button>
    </>
  );
}

function Passages({ passages }: { passages: EvalCaseDetail['passages'] }) {
  const words = useWords().review.case;
  if (passages.length === 0) return <Empty>{words.noPassages}</Empty>;
  const judged = passages.some(({ relevant }) => relevant !== null);
  return (
    <ScrollBox label={words.passages}>
      <Table className="rows">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{words.rank}</Table.Th>
            <Table.Th scope="col">{words.passage}</Table.Th>
            {judged && <Table.Th scope="col">{words.relevant}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {passages.map(({ id, title, relevant }, at) => (
            <Table.Tr key={id}>
              <Table.Td>{at + 1}</Table.Td>
              <Table.Td>
                {title && `${title} · `}
                <span className="quiet">{id}</span>
              </Table.Td>
              {judged && <Table.Td>{relevant ?? '—'}</Table.Td>}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollBox>
  );
}

function Record({ one: { input, output } }: { one: EvalCaseDetail }) {
  const words = useWords();
  return (
    <details>
      <summary>{words.review.case.record}</summary>
      <div className="pair">
        <Card title={words.evals.input}>
          <pre className="code">{JSON.stringify(input, null, 1)}</pre>
        </Card>
        <Card title={words.evals.output}>
          <pre className="code">{JSON.stringify(output, null, 1)}</pre>
        </Card>
      </div>
    </details>
  );
}
