import { Select, Stack, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { RunCharts as Charts } from '../../../channels/http/eval-schemas.ts';
import { Card } from '../parts/card.tsx';
import { Empty, Read } from '../parts/query-states.tsx';
import { useWords } from '../words/use-words.tsx';
import { LazyChart } from './lazy-chart.tsx';
import { toHistogram, toRiskCurve } from './run-chart-options.ts';
import { useRunCharts } from './use-evals.ts';

/** How scores are spread, and what answering less would save. */
export function RunCharts({ id }: { id: string; suite: string }) {
  const words = useWords().review.run;
  const charts = useRunCharts(id);
  return (
    <Read query={charts}>
      {({ histograms, riskCoverage }) => (
        <>
          {histograms.length > 0 && (
            <Card title={words.histogram} note={words.histogramNote}>
              <Histogram histograms={histograms} />
            </Card>
          )}
          <Card title={words.risk} note={words.riskNote}>
            {riskCoverage ? <RiskCurve curve={riskCoverage} /> : <Empty>{words.noRisk}</Empty>}
          </Card>
        </>
      )}
    </Read>
  );
}

function Histogram({ histograms }: { histograms: Charts['histograms'] }) {
  const words = useWords().review.run;
  const first = histograms.find(({ score }) => score === 'right') ?? histograms[0]!;
  const [chosen, choose] = useState(first.score);
  const histogram = histograms.find(({ score }) => score === chosen) ?? first;
  const option = useMemo(() => toHistogram(histogram, words.cases), [histogram, words.cases]);
  return (
    <Stack gap="xs">
      <Select
        label={words.chooseScore}
        data={histograms.map(({ score }) => score)}
        value={histogram.score}
        onChange={(score) => score && choose(score)}
        allowDeselect={false}
        maw="20rem"
      />
      <LazyChart option={option} label={words.histogramOf(histogram.score)} />
      {histogram.unjudged > 0 && <Text className="quiet">{words.unjudged(histogram.unjudged)}</Text>}
    </Stack>
  );
}

function RiskCurve({ curve }: { curve: NonNullable<Charts['riskCoverage']> }) {
  const words = useWords().review.run;
  const option = useMemo(() => toRiskCurve(curve, words), [curve, words]);
  return <LazyChart option={option} label={words.risk} />;
}
