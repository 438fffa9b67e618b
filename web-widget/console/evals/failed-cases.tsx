import { DataTable } from 'mantine-datatable';
import { useState } from 'react';
import { Empty, Read } from '../parts/query-states.tsx';
import { useWords } from '../words/use-words.tsx';
import { toFigure } from './suite-metrics.ts';
import { useFailedCases } from './use-evals.ts';

/** What the desk sends of cases at a time. */
const pageSize = 50;

export function FailedCases({ id }: { id: string }) {
  const words = useWords().evals;
  const [page, setPage] = useState(1);
  const cases = useFailedCases(id, page);
  return (
    <Read query={cases}>
      {({ items, total }) =>
        total === 0 ? (
          <Empty>{words.noFailed}</Empty>
        ) : (
          <DataTable
            withTableBorder
            borderRadius="md"
            idAccessor="caseId"
            records={items}
            totalRecords={total}
            recordsPerPage={pageSize}
            page={page}
            onPageChange={setPage}
            getPaginationControlProps={(control) => ({ 'aria-label': control })}
            columns={[
              { accessor: 'caseId', title: words.caseId, noWrap: true },
              { accessor: 'input', title: words.input, render: ({ input }) => <Json value={input} /> },
              {
                accessor: 'output',
                title: words.output,
                render: ({ output, error }) => error ?? <Json value={output} />,
              },
              { accessor: 'scores', title: words.scores, render: ({ scores }) => toLine(scores) },
            ]}
          />
        )
      }
    </Read>
  );
}

const toLine = (scores: Record<string, number | null>) =>
  Object.entries(scores)
    .map(([name, score]) => `${name} ${toFigure(name, score)}`)
    .join(' · ');

/** What was recorded, as it was recorded: its shape differs from suite to suite. */
function Json({ value }: { value: unknown }) {
  return <pre className="code">{JSON.stringify(value, null, 1)}</pre>;
}
