import { Table } from '@mantine/core';
import { ScrollBox } from '../parts/scroll-box.tsx';
import { useWords } from '../words/use-words.tsx';
import type { Row } from './split-slices.ts';
import { toFigure } from './suite-metrics.ts';

interface Props {
  label: string;
  /** What the first column holds. */
  of: string;
  rows: readonly Row[];
  metrics: readonly string[];
  nameOf: (row: Row) => string;
}

/** One row a slice or class, with how many cases it has and its metrics. */
export function FigureTable({ label, of, rows, metrics, nameOf }: Props) {
  const words = useWords().evals;
  const hasCounts = rows.some((row) => typeof row.metrics.n === 'number');
  const columns = [...(hasCounts ? ['n'] : []), ...metrics];
  return (
    <ScrollBox label={label}>
      <Table className="figures">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{of}</Table.Th>
            {columns.map((name) => (
              <Table.Th key={name} scope="col" ta="right" title={words.metricNotes[name]}>
                {name === 'n' ? words.cases : name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.name}>
              <Table.Th scope="row">{nameOf(row)}</Table.Th>
              {columns.map((name) => (
                <Table.Td key={name} ta="right">
                  {toFigure(name, row.metrics[name])}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollBox>
  );
}
