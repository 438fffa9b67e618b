import { Anchor, Table } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { DataSetSummary } from '../../../channels/http/eval-schemas.ts';
import { Read } from '../parts/query-states.tsx';
import { ScrollBox } from '../parts/scroll-box.tsx';
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
        <ScrollBox label={words.data.casesOf(name)}>
          <Table className="rows">
            <Table.Thead>
              <Table.Tr>
                {[words.data.caseId, words.data.splits, words.data.body].map((title) => (
                  <Table.Th key={title} scope="col">
                    {title}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
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
            </Table.Tbody>
          </Table>
        </ScrollBox>
      )}
    </Read>
  );
}
