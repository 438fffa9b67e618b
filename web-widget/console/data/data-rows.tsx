import { Text, TextInput } from '@mantine/core';
import { DataTable, type DataTableColumn, type DataTableSortStatus } from 'mantine-datatable';
import { useMemo, useState } from 'react';
import { useWords } from '../words/use-words.tsx';
import { type Column, cellText, type Row, sortedRows } from './figure-text.ts';

const rowsPerPage = 20;
type Keyed = { key: number; row: Row };

const unsorted: DataTableSortStatus<Keyed> = { columnAccessor: '', direction: 'asc' };

function toTableColumn({ name, label, role }: Column, words: { yes: string; no: string }): DataTableColumn<Keyed> {
  return {
    accessor: name,
    title: label,
    sortable: true,
    textAlign: role === 'metric' ? 'right' : 'left',
    render: ({ row }) => cellText(row[name], words),
  };
}

/** The table of an answer: sorted by a tap on a column, found in by words, a page at a time. */
export function DataRows({ columns, rows }: { columns: Column[]; rows: Row[] }) {
  const words = useWords().data;
  const [sort, setSort] = useState<DataTableSortStatus<Keyed> | null>(null);
  const [sought, setSought] = useState('');
  const [page, setPage] = useState(1);
  const found = useMemo(() => {
    const sorted = sort ? sortedRows(rows, String(sort.columnAccessor), sort.direction) : rows;
    const kept = sorted.filter((row) => Object.values(row).some((cell) => cellText(cell, words).includes(sought)));
    return kept.map((row, key) => ({ row, key }));
  }, [rows, sort, sought, words]);
  if (rows.length === 0) return <Text c="dimmed">{words.noRows}</Text>;
  const shown = {
    withTableBorder: true,
    borderRadius: 'md',
    verticalSpacing: 'xs',
    classNames: { table: 'rows' },
    idAccessor: 'key',
    records: found.slice((page - 1) * rowsPerPage, page * rowsPerPage),
    minHeight: found.length === 0 ? 120 : 0,
    noRecordsText: words.noRows,
    columns: columns.map((column) => toTableColumn(column, words)),
    sortStatus: sort ?? unsorted,
    onSortStatusChange: setSort,
  } as const;
  return (
    <div>
      {rows.length > rowsPerPage && (
        <TextInput
          label={words.filterRows}
          maw="16rem"
          mb="xs"
          value={sought}
          onChange={({ currentTarget }) => {
            setSought(currentTarget.value);
            setPage(1);
          }}
        />
      )}
      {found.length > rowsPerPage ? (
        <DataTable<Keyed>
          {...shown}
          page={page}
          onPageChange={setPage}
          recordsPerPage={rowsPerPage}
          totalRecords={found.length}
          paginationText={() => words.rowsShown(found.length, rows.length)}
          getPaginationControlProps={(control) => ({ 'aria-label': control })}
        />
      ) : (
        <DataTable<Keyed> {...shown} />
      )}
    </div>
  );
}
