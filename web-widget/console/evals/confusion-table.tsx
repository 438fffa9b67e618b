import { Table } from '@mantine/core';
import { ScrollBox } from '../parts/scroll-box.tsx';
import { useWords } from '../words/use-words.tsx';
import { type Row, toConfusion } from './split-slices.ts';

/** Rows are the truth, columns what it was taken for; the diagonal, which is right, is marked by more than its colour. */
export function ConfusionTable({ rows }: { rows: readonly Row[] }) {
  const words = useWords().evals;
  const { labels, truths } = toConfusion(rows);
  const nameOf = (label: string) => words.labels[label] ?? (label || words.noLabel);
  return (
    <ScrollBox label={words.confusion}>
      <Table className="figures confusion">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{words.confusionCorner}</Table.Th>
            {labels.map((label) => (
              <Table.Th key={label} scope="col" ta="right">
                {nameOf(label)}
              </Table.Th>
            ))}
            <Table.Th scope="col" ta="right">
              {words.cases}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {truths.map(({ label: truth, total, taken }) => (
            <Table.Tr key={truth}>
              <Table.Th scope="row">{nameOf(truth)}</Table.Th>
              {labels.map((label) => (
                <Cell key={label} count={taken.get(label) ?? 0} of={total} isRight={label === truth} />
              ))}
              <Table.Td ta="right">{total}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollBox>
  );
}

function Cell({ count, of, isRight }: { count: number; of: number; isRight: boolean }) {
  const words = useWords().evals;
  const heat = heatOf(count, of);
  if (isRight)
    return (
      <Table.Td ta="right" className={`right ${heat}`}>
        <strong>{count}</strong>
        <span className="unseen">{words.isRight}</span>
      </Table.Td>
    );
  return (
    <Table.Td ta="right" className={count > 0 ? `wrong ${heat}` : undefined}>
      {count > 0 ? count : <span className="none">0</span>}
    </Table.Td>
  );
}

/** The darker, the larger the share of the row; a heat map that is a table for those who do not see its colours. */
function heatOf(count: number, of: number): string {
  const share = of === 0 ? 0 : count / of;
  if (share === 0) return '';
  return share < 0.1 ? 'heat-1' : share < 0.5 ? 'heat-2' : 'heat-3';
}
