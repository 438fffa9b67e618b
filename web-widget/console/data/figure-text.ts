import type { DataReply } from '../../widget/reply-types.ts';

export type Column = DataReply['data']['columns'][number];
export type Row = DataReply['data']['rows'][number];

const figures = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 2 });

/** A figure with thousands separators; a year or a code, which comes as text, as it is; nothing known as a dash. */
export function cellText(cell: Row[string] | undefined, { yes, no }: { yes: string; no: string }): string {
  if (cell === null || cell === undefined) return '—';
  if (typeof cell === 'number') return figures.format(cell);
  if (typeof cell === 'boolean') return cell ? yes : no;
  return cell;
}

/** Rows by one column: figures by size, words as a Chinese dictionary has them, what is not known last. */
export function sortedRows(rows: readonly Row[], column: string, direction: 'asc' | 'desc'): Row[] {
  const sign = direction === 'asc' ? 1 : -1;
  return rows.toSorted((a, b) => {
    const [left, right] = [a[column] ?? null, b[column] ?? null];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    if (typeof left === 'number' && typeof right === 'number') return sign * (left - right);
    return sign * String(left).localeCompare(String(right), 'zh-CN');
  });
}
