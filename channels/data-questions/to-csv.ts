import { type Cell, neutralText } from './neutral-cell.ts';

interface Figures {
  columns: readonly { name: string; label: string }[];
  rows: readonly Record<string, Cell>[];
}

/** RFC 4180, with a byte order mark, without which Excel takes Chinese for something else. */
export function toCsv({ columns, rows }: Figures): string {
  const lines = [columns.map(({ label }) => label), ...rows.map((row) => columns.map(({ name }) => row[name]))];
  return `\ufeff${lines.map((line) => line.map(toField).join(',')).join('\r\n')}\r\n`;
}

function toField(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  const text = typeof cell === 'string' ? neutralText(cell) : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
