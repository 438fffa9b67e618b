import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { ScrollBox } from './scroll-box.tsx';

interface Props {
  /** What the table holds, for whom its place on the page says nothing. */
  label: string;
  titles: readonly string[];
  /** `figures` are set in columns, `rows` break within their words, `wide` has room for sentences; or a page's own. */
  className: 'figures' | 'rows' | 'wide' | 'fact-table';
  /** The rows. */
  children: ReactNode;
}

/** A table that is only read. */
export function PlainTable({ label, titles, className, children }: Props) {
  return (
    <ScrollBox label={label}>
      <Table className={className}>
        <Table.Thead>
          <Table.Tr>
            {titles.map((title) => (
              <Table.Th key={title} scope="col">
                {title}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{children}</Table.Tbody>
      </Table>
    </ScrollBox>
  );
}
