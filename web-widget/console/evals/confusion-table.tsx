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
                <Cell key={label} count={taken.get(label) ?? 0} isRight={label === truth} />
              ))}
              <Table.Td ta="right">{total}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollBox>
  );
}

function Cell({ count, isRight }: { count: number; isRight: boolean }) {
  const words = useWords().evals;
  if (isRight)
    return (
      <Table.Td ta="right" className="right">
        <strong>{count}</strong>
        <span className="unseen">{words.isRight}</span>
      </Table.Td>
    );
  return (
    <Table.Td ta="right" className={count > 0 ? 'wrong' : undefined}>
      {count > 0 ? count : <span className="none">0</span>}
    </Table.Td>
  );
}
