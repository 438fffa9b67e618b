import { Anchor, Button, Group, Select, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { DataTable, type DataTableColumn } from 'mantine-datatable';
import { Link, useSearchParams } from 'react-router';
import type { EvalRun } from '../../../channels/http/api-types.ts';
import { Moment } from '../parts/moment.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { Empty, Failed, Read } from '../parts/query-states.tsx';
import { useWords } from '../words/use-words.tsx';
import { orderedNames, toFigure } from './suite-metrics.ts';
import { useRuns, useStartRun, useSuites } from './use-evals.ts';

export function RunsPage() {
  const words = useWords().evals;
  const [search, setSearch] = useSearchParams();
  const suite = search.get('suite') ?? '';
  const runs = useRuns(suite);
  const columns = useColumns();
  return (
    <>
      <PageHeading title={words.title} note={words.note} />
      <Stack>
        <SuiteBar suite={suite} choose={(chosen) => setSearch(chosen ? { suite: chosen } : {})} />
        <Read query={runs}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty>{words.none}</Empty>
            ) : (
              <DataTable
                withTableBorder
                borderRadius="md"
                verticalSpacing="xs"
                classNames={{ table: 'wide' }}
                records={items}
                columns={columns}
              />
            )
          }
        </Read>
      </Stack>
    </>
  );
}

function SuiteBar({ suite, choose }: { suite: string; choose: (suite: string) => void }) {
  const words = useWords().evals;
  const suites = useSuites();
  const start = useStartRun();
  const data = suites.data?.items.map(({ name, title }) => ({ value: name, label: title })) ?? [];
  const run = () => start.mutate(suite, { onSuccess: () => notifications.show({ message: words.started }) });
  return (
    <>
      <Group align="end">
        <Select
          label={words.suite}
          placeholder={words.all}
          data={data}
          value={suite || null}
          onChange={(chosen) => choose(chosen ?? '')}
          clearable
        />
        <Button disabled={!suite} loading={start.isPending} onClick={run}>
          {words.start}
        </Button>
      </Group>
      {start.error && <Failed error={start.error} />}
    </>
  );
}

// Enough to tell runs of a suite apart; all of them are on the run's own page.
const shownMetrics = 4;

function useColumns(): DataTableColumn<EvalRun>[] {
  const words = useWords().evals;
  return [
    { accessor: 'suite', title: words.suite, render: (run) => <RunLink run={run} /> },
    { accessor: 'data', title: words.data },
    { accessor: 'status', title: words.status, render: ({ status }) => words.statuses[status] },
    { accessor: 'n', title: words.cases, textAlign: 'right' },
    { accessor: 'errors', title: words.errors, textAlign: 'right' },
    { accessor: 'metrics', title: words.metrics, cellsClassName: 'long', render: toLine },
    {
      accessor: 'startedAt',
      title: words.startedAt,
      noWrap: true,
      render: ({ startedAt }) => <Moment at={startedAt} />,
    },
  ];
}

const toLine = ({ suite, metrics }: EvalRun) =>
  orderedNames(suite, [metrics])
    .slice(0, shownMetrics)
    .map((name) => `${name} ${toFigure(name, metrics[name])}`)
    .join(' · ');

function RunLink({ run }: { run: EvalRun }) {
  const words = useWords().evals;
  return (
    <Anchor component={Link} to={`/evals/${encodeURIComponent(run.id)}`} aria-label={words.open(run.suite)}>
      {run.suite}
    </Anchor>
  );
}
