import { Anchor, Stack } from '@mantine/core';
import { Link } from 'react-router';
import type { EvalRun } from '../../../channels/http/api-types.ts';
import { Card } from '../parts/card.tsx';
import { Moment } from '../parts/moment.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { Empty, Read } from '../parts/query-states.tsx';
import { useWords } from '../words/use-words.tsx';
import { Metrics } from './metrics.tsx';
import { Slices } from './slices.tsx';
import { splitSlices } from './split-slices.ts';
import { useRuns } from './use-evals.ts';

/** The newest run of each suite that judges the guards, taken apart by category. */
export function SafetyPage() {
  const words = useWords().review.safety;
  return (
    <>
      <PageHeading title={words.title} note={words.note} />
      <Stack>
        <Newest suite="safety" />
        <Newest suite="pii" />
      </Stack>
    </>
  );
}

function Newest({ suite }: { suite: string }) {
  const words = useWords().review.safety;
  const runs = useRuns(suite);
  return (
    <Card title={words.of(suite)}>
      <Read query={runs}>
        {({ items }) => {
          const run = items.find(({ status }) => status === 'finished');
          return run ? <Newly run={run} /> : <NotYet suite={suite} />;
        }}
      </Read>
    </Card>
  );
}

function NotYet({ suite }: { suite: string }) {
  const words = useWords().review.safety;
  return (
    <Empty>
      {words.none}{' '}
      <Anchor component={Link} to={`/evals/runs?suite=${suite}`} underline="always">
        {words.start}
      </Anchor>
    </Empty>
  );
}

function Newly({ run }: { run: EvalRun }) {
  const { dimensions, classes } = splitSlices(run.slices);
  const all = classes.length > 0 ? [{ name: 'class', rows: classes }, ...dimensions] : dimensions;
  return (
    <Stack>
      <Anchor component={Link} to={`/evals/${encodeURIComponent(run.id)}`}>
        {run.data} · <Moment at={run.startedAt} />
      </Anchor>
      <Metrics suite={run.suite} metrics={run.metrics} />
      <Slices suite={run.suite} dimensions={all} within={run.suite} />
    </Stack>
  );
}
