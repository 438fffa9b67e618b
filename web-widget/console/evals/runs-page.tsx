import { Anchor, Stack } from '@mantine/core';
import type { DataTableColumn, DataTableSortStatus } from 'mantine-datatable';
import { Link, useSearchParams } from 'react-router';
import type { EvalRun } from '../../../channels/http/api-types.ts';
import { ListTable } from '../parts/list-table.tsx';
import { Moment } from '../parts/moment.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { Empty, Read } from '../parts/query-states.tsx';
import { useWords } from '../words/use-words.tsx';
import { sortRuns } from './sort-runs.ts';
import { StartRun } from './start-run.tsx';
import { orderedNames, toFigure } from './suite-metrics.ts';
import { useRuns } from './use-evals.ts';

/** The runs; which suite, which data and which order are part of the address. */
export function RunsPage() {
  const words = useWords();
  const [search, setSearch] = useSearchParams();
  const suite = search.get('suite') ?? '';
  const data = search.get('data') ?? 'own';
  const sort = search.get('sort') ?? '-startedAt';
  const runs = useRuns(suite);
  const columns = useColumns();
  const show = (change: Record<string, string>) =>
    setSearch((before) => {
      const next = new URLSearchParams({ ...Object.fromEntries(before), ...change });
      for (const [name, value] of [...next]) if (value === '') next.delete(name);
      return next;
    });
  const sortStatus: DataTableSortStatus<EvalRun> = {
    columnAccessor: sort.replace(/^-/u, ''),
    direction: sort.startsWith('-') ? 'desc' : 'asc',
  };
  return (
    <>
      <PageHeading title={words.review.runs.title} note={words.evals.note} />
      <Stack>
        <StartRun suite={suite} data={data} choose={show} />
        <Read query={runs}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty>{words.evals.none}</Empty>
            ) : (
              <ListTable
                records={sortRuns(items, sort)}
                columns={columns}
                sortStatus={sortStatus}
                onSortStatusChange={({ columnAccessor, direction }) =>
                  show({ sort: `${direction === 'desc' ? '-' : ''}${String(columnAccessor)}` })
                }
              />
            )
          }
        </Read>
      </Stack>
    </>
  );
}

// Enough to tell runs of a suite apart; all of them are on the run's own page.
const shownMetrics = 4;

function useColumns(): DataTableColumn<EvalRun>[] {
  const words = useWords().evals;
  return [
    { accessor: 'suite', title: words.suite, sortable: true, render: (run) => <RunLink run={run} /> },
    { accessor: 'data', title: words.data, sortable: true },
    { accessor: 'status', title: words.status, sortable: true, render: ({ status }) => words.statuses[status] },
    { accessor: 'n', title: words.cases, textAlign: 'right', sortable: true },
    { accessor: 'errors', title: words.errors, textAlign: 'right', sortable: true },
    { accessor: 'metrics', title: words.metrics, cellsClassName: 'long', render: toLine },
    {
      accessor: 'startedAt',
      title: words.startedAt,
      noWrap: true,
      sortable: true,
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
