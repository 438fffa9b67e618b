import { Anchor, Stack } from '@mantine/core';
import { Link, useParams } from 'react-router';
import type { EvalRunDetail } from '../../../channels/http/eval-schemas.ts';
import { Card } from '../parts/card.tsx';
import { Facts } from '../parts/facts.tsx';
import { Moment } from '../parts/moment.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { Read } from '../parts/query-states.tsx';
import { useWords } from '../words/use-words.tsx';
import { ConfusionTable } from './confusion-table.tsx';
import { FailedCases } from './failed-cases.tsx';
import { FigureTable } from './figure-table.tsx';
import { Metrics } from './metrics.tsx';
import { RunCharts } from './run-charts.tsx';
import { RunMoves } from './run-moves.tsx';
import { RunProgress } from './run-progress.tsx';
import { Slices } from './slices.tsx';
import { type Row, splitSlices, weakestFirst } from './split-slices.ts';
import { useRun } from './use-evals.ts';

export function RunPage() {
  const { id = '' } = useParams();
  const words = useWords().evals;
  const run = useRun(id);
  return (
    <Stack>
      <Anchor component={Link} to="/evals/runs">
        ← {words.back}
      </Anchor>
      <Read query={run}>{(run) => <Run run={run} />}</Read>
    </Stack>
  );
}

function Run({ run }: { run: EvalRunDetail }) {
  const words = useWords().evals;
  return (
    <>
      <PageHeading title={run.suite} note={`${run.data} · ${words.statuses[run.status]}`}>
        <RunMoves run={run} />
      </PageHeading>
      {run.status === 'running' && <RunProgress run={run} />}
      {run.status === 'finished' && (
        <Card title={words.metrics}>
          <Metrics suite={run.suite} metrics={run.metrics} />
        </Card>
      )}
      {run.status !== 'running' && (
        <Card title={words.failedCases}>
          <FailedCases id={run.id} status={run.status} />
        </Card>
      )}
      {run.status === 'finished' && <Figures run={run} />}
      <Card title={words.identity}>
        <Identity run={run} />
      </Card>
    </>
  );
}

function Figures({ run }: { run: EvalRunDetail }) {
  const words = useWords().evals;
  const { dimensions, confusion, classes } = splitSlices(run.slices);
  return (
    <>
      {dimensions.length > 0 && (
        <Card title={words.slices} note={words.slicesNote}>
          <Slices suite={run.suite} dimensions={dimensions} />
        </Card>
      )}
      {classes.length > 0 && (
        <Card title={words.classes} note={words.classesNote}>
          <Classes rows={classes} />
        </Card>
      )}
      {confusion.length > 0 && (
        <Card title={words.confusion} note={words.confusionNote}>
          <ConfusionTable rows={confusion} />
        </Card>
      )}
      <RunCharts id={run.id} suite={run.suite} />
    </>
  );
}

function Classes({ rows }: { rows: readonly Row[] }) {
  const words = useWords().evals;
  const metrics = ['precision', 'recall', 'f1'];
  const nameOf = ({ name }: Row) => words.labels[name] ?? (name || words.noLabel);
  return (
    <FigureTable
      label={words.classes}
      of={words.className}
      rows={weakestFirst(rows, 'f1')}
      metrics={metrics}
      nameOf={nameOf}
    />
  );
}

function Identity({ run }: { run: EvalRunDetail }) {
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
