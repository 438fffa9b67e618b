import { Anchor, Stack } from '@mantine/core';
import { DataTable } from 'mantine-datatable';
import { Link, useParams } from 'react-router';
import type { EvalRun } from '../../../channels/http/api-types.ts';
import { Card } from '../parts/card.tsx';
import { Facts } from '../parts/facts.tsx';
import { Moment } from '../parts/moment.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { Read } from '../parts/query-states.tsx';
import { useWords } from '../words/use-words.tsx';
import { FailedCases } from './failed-cases.tsx';
import { Metrics, toFigure } from './metrics.tsx';
import { useRun } from './use-evals.ts';

export function RunPage() {
  const { id = '' } = useParams();
  const words = useWords().evals;
  const run = useRun(id);
  return (
    <Stack>
      <Anchor component={Link} to="/evals">
        ← {words.back}
      </Anchor>
      <Read query={run}>{(run) => <Run run={run} />}</Read>
    </Stack>
  );
}

function Run({ run }: { run: EvalRun }) {
  const words = useWords().evals;
  return (
    <>
      <PageHeading title={run.suite} note={`${run.data} · ${words.statuses[run.status]}`} />
      <Card title={words.metrics}>
        <Metrics metrics={run.metrics} />
      </Card>
      {Object.keys(run.slices).length > 0 && (
        <Card title={words.slices}>
          <Slices slices={run.slices} />
        </Card>
      )}
      <Card title={words.failedCases}>
        <FailedCases id={run.id} />
      </Card>
      <Card title={words.identity}>
        <Identity run={run} />
      </Card>
    </>
  );
}

function Slices({ slices }: { slices: EvalRun['slices'] }) {
  const words = useWords().evals;
  const names = [...new Set(Object.values(slices).flatMap((metrics) => Object.keys(metrics)))];
  return (
    <DataTable
      withTableBorder
      borderRadius="md"
      idAccessor="slice"
      records={Object.entries(slices).map(([slice, metrics]) => ({ slice, metrics }))}
      columns={[
        { accessor: 'slice', title: words.slice },
        ...names.map((name) => ({
          accessor: `metrics.${name}`,
          title: name,
          textAlign: 'right' as const,
          render: ({ metrics }: { metrics: EvalRun['metrics'] }) => toFigure(metrics[name]),
        })),
      ]}
    />
  );
}

function Identity({ run }: { run: EvalRun }) {
  const words = useWords().evals;
  const seconds = run.finishedAt && Math.round((Date.parse(run.finishedAt) - Date.parse(run.startedAt)) / 1000);
  const said = Object.entries(run.identity).map(
    ([name, value]) => [name, value === null ? null : String(value)] as const,
  );
  return (
    <Facts
      facts={[
        [words.cases, run.n],
        [words.errors, run.errors],
        [words.startedAt, <Moment key="started" at={run.startedAt} />],
        [words.took, typeof seconds === 'number' && words.seconds(seconds)],
        ...said,
      ]}
    />
  );
}
