import { Alert, Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { Reply, SingleReply } from '../../widget/reply-types.ts';
import { isSynthetic } from '../../widget/synthetic.ts';
import { Facts } from '../parts/facts.tsx';
import { Moment } from '../parts/moment.tsx';
import { Loading } from '../parts/query-states.tsx';
import { useWords } from '../words/use-words.tsx';
import { DataRows } from './data-rows.tsx';

type Data = Extract<Reply, { outcome: 'data' }>['data'];
/** Null where a turn has been gone past: what it offers can no longer be tapped. */
type Send = ((question: string) => void) | null;

// The chart library is larger than the rest of the console together.
const Chart = lazy(async () => ({ default: (await import('./chart.tsx')).Chart }));

export function DataReplyView({ reply, send }: { reply: Reply; send: Send }) {
  if (reply.outcome === 'several')
    return reply.replies.map((part, index) => (
      <SingleReplyView key={`${index}-${part.outcome}`} reply={part} send={send} />
    ));
  return <SingleReplyView reply={reply} send={send} />;
}

/** Figures in full; any other ending in its words, with what it offers to tap. */
function SingleReplyView({ reply, send }: { reply: SingleReply; send: Send }) {
  if (reply.outcome === 'data') return <Figures text={reply.text} data={reply.data} />;
  const options = 'options' in reply ? (reply.options ?? []) : [];
  return (
    <Stack gap="sm">
      <Text className="said" lang="zh-CN">
        {reply.text}
      </Text>
      <Group gap="sm">
        {send &&
          options.map((option) => (
            <Button key={option.send} variant="default" onClick={() => send(option.send)}>
              {option.label}
            </Button>
          ))}
      </Group>
    </Stack>
  );
}

function Figures({ text, data }: { text: string; data: Data }) {
  const words = useWords().data;
  return (
    <Stack lang="zh-CN">
      <Group gap="sm">
        <Text size="lg" fw={600} className="said">
          {text}
        </Text>
        {isSynthetic(data) && <span className="synthetic">{words.synthetic}</span>}
      </Group>
      {data.assumptions.length > 0 && <Assumptions data={data} />}
      {data.uncovered.length > 0 && (
        <Alert color="orange" title={words.uncovered}>
          {data.uncovered.join('、')}
        </Alert>
      )}
      {data.chart && (
        <Suspense fallback={<Loading />}>
          <Chart option={data.chart} label={words.chartOf(text)} />
        </Suspense>
      )}
      <DataRows columns={data.columns} rows={data.rows} />
      <HowComputed data={data} />
      {data.sql && <Query sql={data.sql} params={data.params} />}
      <Text size="sm" c="dimmed">
        {words.aiLabel}
      </Text>
    </Stack>
  );
}

function Assumptions({ data }: { data: Data }) {
  const words = useWords().data;
  return (
    <Group gap="xs">
      <Text size="sm" c="dimmed">
        {words.assumptions}
      </Text>
      {data.assumptions.map(({ text }) => (
        <Badge key={text} variant="light" size="lg" radius="sm">
          {text}
        </Badge>
      ))}
    </Group>
  );
}

function HowComputed({ data }: { data: Data }) {
  const words = useWords().data;
  return (
    <section>
      <Title order={2} size="h5" mb={4}>
        {words.explanation}
      </Title>
      <ul className="explanation">
        {data.explanation.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <Facts
        facts={[
          ...(data.jurisdiction ? [[words.jurisdiction, data.jurisdiction] as const] : []),
          [words.asOf, <Moment key="as-of" at={data.dataAsOf} />],
        ]}
      />
    </section>
  );
}

function Query({ sql, params }: { sql: string; params: Data['params'] }) {
  const words = useWords().data;
  return (
    <details>
      <summary>{words.sql}</summary>
      <pre className="code">
        {sql}
        {params.length > 0 && `\n-- ${JSON.stringify(params)}`}
      </pre>
    </details>
  );
}
