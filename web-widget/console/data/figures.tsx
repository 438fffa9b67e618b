import { Alert, Group, Stack, Text } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { DataReply } from '../../widget/reply-types.ts';
import { isSynthetic } from '../../widget/synthetic.ts';
import { Loading } from '../parts/query-states.tsx';
import { useWords } from '../words/use-words.tsx';
import { ChartSwitch } from './chart-switch.tsx';
import { DataRows } from './data-rows.tsx';
import { FigureTiles, isOneRow } from './figure-tiles.tsx';
import { HowComputed } from './how-computed.tsx';
import { PlanChips } from './plan-chips.tsx';
import { TakeAlong } from './take-along.tsx';
import type { Put } from './use-data-question.ts';

// The chart library is larger than the rest of the console together.
const Chart = lazy(async () => ({ default: (await import('./chart.tsx')).Chart }));

/** Below this a reader should look at how a figure came about before using it. */
const sureEnough = 0.7;

interface Props {
  messageId: string;
  /** A name to keep the question under; empty where its words say too little by themselves. */
  suggestedName: string;
  reply: DataReply;
  put: ((what: Put) => void) | null;
}

/** A figure with all that it needs to be trusted, from the sentence down to the statement. */
export function Figures({ messageId, suggestedName, reply: { text, data }, put }: Props) {
  const words = useWords().data;
  return (
    <Stack lang="zh-CN">
      <Group gap="sm">
        <Text size="lg" fw={600} className="said">
          {text}
        </Text>
        {isSynthetic(data) && <span className="synthetic">{words.synthetic}</span>}
      </Group>
      <Doubts data={data} />
      <PlanChips chips={data.chips} put={put} />
      {data.assumptions.length > 0 && (
        <Text size="sm">
          {words.assumptions}：{data.assumptions.map((assumption) => assumption.text).join('；')}。
        </Text>
      )}
      {put && <ChartSwitch data={data} put={put} />}
      {data.chart && (
        <Suspense fallback={<Loading />}>
          <Chart option={data.chart} label={words.chartOf(text)} />
        </Suspense>
      )}
      {isOneRow(data) ? <FigureTiles data={data} /> : <DataRows columns={data.columns} rows={data.rows} />}
      <LeftOut data={data} />
      <TakeAlong messageId={messageId} suggestedName={suggestedName} />
      <HowComputed data={data} />
    </Stack>
  );
}

type DataProps = { data: DataReply['data'] };

function Doubts({ data: { uncovered, confidence } }: DataProps) {
  const { data: words, locale } = useWords();
  const share = new Intl.NumberFormat(locale, { style: 'percent' }).format(confidence);
  return (
    <>
      {uncovered.length > 0 && (
        <Alert color="orange" title={`${words.uncovered}：${uncovered.join('、')}`}>
          {words.uncoveredNote}
        </Alert>
      )}
      {confidence < sureEnough && <Alert color="orange" title={words.lowConfidence(share)} />}
    </>
  );
}

function LeftOut({ data: { hidden, isCut, rows } }: DataProps) {
  const words = useWords().data;
  return (
    <>
      {hidden > 0 && <Text size="sm">{words.hidden(hidden)}</Text>}
      {isCut && <Text size="sm">{words.isCut(rows.length)}</Text>}
    </>
  );
}
