export interface CsvRow {
  /** Where the row begins in the file, counted from 1. */
  line: number;
  cells: string[];
}

/**
 * Rows of a CSV text after RFC 4180: quoted cells may hold commas, line breaks and doubled quotes. Empty rows are left
 * out. A quote that is never closed takes the rest of the text as its cell.
 */
export function readCsv(text: string): CsvRow[] {
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let line = 1;
  let begins = 1;
  const endRow = () => {
    cells.push(cell);
    if (cells.some((one) => one !== '')) rows.push({ line: begins, cells });
    [cells, cell, begins] = [[], '', line + 1];
  };
  const source = text.replace(/^\ufeff/u, '').replaceAll('\r\n', '\n');
  for (let at = 0; at < source.length; at += 1) {
    const letter = source[at]!;
    if (quoted) {
      if (letter === '"' && source[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else if (letter === '"') quoted = false;
      else cell += letter;
    } else if (letter === '"' && cell === '') quoted = true;
    else if (letter === ',') {
      cells.push(cell);
      cell = '';
    } else if (letter === '\n') endRow();
    else cell += letter;
    if (letter === '\n') line += 1;
  }
  if (cell !== '' || cells.length > 0) endRow();
  return rows;
}
