import { Anchor, Table } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { DataSetSummary } from '../../../channels/http/eval-schemas.ts';
import { PlainTable } from '../parts/plain-table.tsx';
import { Read } from '../parts/query-states.tsx';
import { useWords } from '../words/use-words.tsx';
import { useDataSetCases } from './use-data-sets.ts';

/** The cases of a set, read when they are asked for. */
export function DataSetCases({ set }: { set: DataSetSummary }) {
  const words = useWords().review.data;
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{words.showCases}</summary>
      {open && <Cases set={set} />}
    </details>
  );
}

function Cases({ set: { suite, name, versions } }: { set: DataSetSummary }) {
  const words = useWords().review;
  const cases = useDataSetCases(suite, name, versions[0]?.version ?? 1);
  return (
    <Read query={cases}>
      {({ items }) => (
        <PlainTable
          label={words.data.casesOf(name)}
          titles={[words.data.caseId, words.data.splits, words.data.body]}
          className="rows"
        >
          {items.map(({ caseId, split, body, reviewItemId }) => (
            <Table.Tr key={caseId}>
              <Table.Th scope="row">
                {reviewItemId ? (
                  <Anchor component={Link} to={`/evals/queue/${encodeURIComponent(reviewItemId)}?status=judged`}>
                    {caseId}
                  </Anchor>
                ) : (
                  caseId
                )}
              </Table.Th>
              <Table.Td>{words.data.splitNames[split] ?? split}</Table.Td>
              <Table.Td>
                <pre className="code">{JSON.stringify(body, null, 1)}</pre>
              </Table.Td>
            </Table.Tr>
          ))}
        </PlainTable>
      )}
    </Read>
  );
}
