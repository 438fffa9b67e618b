import { Button, Group, Text } from '@mantine/core';
import { DataTable } from 'mantine-datatable';
import { useMemo } from 'react';
import type { Reply } from '../../widget/reply-types.ts';
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
  const shown = useMemo(() => rows.slice(0, shownRows).map((row, index) => ({ ...row, '#': index })), [rows]);
  if (rows.length === 0) return <Text c="dimmed">{words.noRows}</Text>;
  return (
    <section aria-label={words.table}>
      <DataTable
        withTableBorder
        borderRadius="md"
        idAccessor="#"
        records={shown}
        columns={columns.map((column) => ({
          accessor: column.name,
          title: column.label,
          textAlign: column.role === 'metric' ? 'right' : 'left',
          render: (row: Row) => toText(row[column.name] ?? null),
        }))}
      />
      <Group justify="end" mt="xs">
        <Button variant="subtle" size="compact-md" onClick={() => saveCsv(columns, rows)}>
          {words.download}
        </Button>
      </Group>
    </section>
  );
}

const figures = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 2 });

/** A figure with thousands separators; a year or a code, which comes as text, as it is; nothing known as a dash. */
function toText(cell: Cell): string {
  if (cell === null || cell === undefined) return '—';
  if (typeof cell === 'number') return figures.format(cell);
  if (typeof cell === 'boolean') return cell ? '是' : '否';
  return cell;
}
