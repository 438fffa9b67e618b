import { Button, Group, Table, Text } from '@mantine/core';
import { useMemo } from 'react';
import type { Reply } from '../../widget/reply-types.ts';
import { ScrollBox } from '../parts/scroll-box.tsx';
import { useWords } from '../words/use-words.tsx';
import { saveCsv } from './save-csv.ts';

type Data = Extract<Reply, { outcome: 'data' }>['data'];
type Column = Data['columns'][number];
type Row = Data['rows'][number];
type Cell = Row[string];

// What a page can show without growing slow; the whole is in the download.
const shownRows = 200;

export function DataRows({ columns, rows }: { columns: Column[]; rows: Row[] }) {
  const words = useWords().data;
  const shown = useMemo(() => rows.slice(0, shownRows).map((row, key) => ({ row, key })), [rows]);
  if (rows.length === 0) return <Text c="dimmed">{words.noRows}</Text>;
  return (
    <section>
      <ScrollBox label={words.table}>
        <Table className="rows">
          <Table.Thead>
            <Table.Tr>
              {columns.map((column) => (
                <Table.Th key={column.name} scope="col" ta={alignOf(column)}>
                  {column.label}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map(({ row, key }) => (
              <Table.Tr key={key}>
                {columns.map((column) => (
                  <Table.Td key={column.name} ta={alignOf(column)}>
                    {toText(row[column.name] ?? null)}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollBox>
      <Group justify="end" mt="xs">
        <Button variant="subtle" size="compact-md" onClick={() => saveCsv(columns, rows)}>
          {words.download}
        </Button>
      </Group>
    </section>
  );
}

const alignOf = ({ role }: Column) => (role === 'metric' ? 'right' : 'left');
const figures = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 2 });

/** A figure with thousands separators; a year or a code, which comes as text, as it is; nothing known as a dash. */
function toText(cell: Cell): string {
  if (cell === null || cell === undefined) return '—';
  if (typeof cell === 'number') return figures.format(cell);
  if (typeof cell === 'boolean') return cell ? '是' : '否';
  return cell;
}
