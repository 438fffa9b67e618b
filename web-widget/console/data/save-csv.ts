type Cell = string | number | boolean | null | undefined;

/** RFC 4180, with a byte order mark, without which Excel takes Chinese for something else. */
export function toCsv(
  columns: readonly { name: string; label: string }[],
  rows: readonly Record<string, Cell>[],
): string {
  const lines = [columns.map(({ label }) => label), ...rows.map((row) => columns.map(({ name }) => row[name]))];
  return `\ufeff${lines.map((line) => line.map(toField).join(',')).join('\r\n')}\r\n`;
}

function toField(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  // A cell that begins like a formula is run by spreadsheets; an apostrophe keeps it text.
  const text = typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function saveCsv(
  columns: readonly { name: string; label: string }[],
  rows: readonly Record<string, Cell>[],
): void {
  const url = URL.createObjectURL(new Blob([toCsv(columns, rows)], { type: 'text/csv;charset=utf-8' }));
  Object.assign(document.createElement('a'), { href: url, download: 'yuwen.csv' }).click();
  URL.revokeObjectURL(url);
}
