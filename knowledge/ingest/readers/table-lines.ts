/**
 * The rows of a table as lines that can be understood one by one: each cell after the name of its column, `窗口：3 号；电话：…`,
 * where the table has a row of names; name and value of a form of two columns, `办理地点：…`; else the cells apart by `｜`.
 */
export function tableLines(rows: readonly (readonly string[])[], { hasNames }: { hasNames: boolean }): string[] {
  const filled = rows.filter((row) => row.some((cell) => cell !== ''));
  const [names, ...values] = filled;
  const width = Math.max(0, ...filled.map((row) => row.findLastIndex((cell) => cell !== '') + 1));
  if (names && (hasNames || looksLikeNames(names, width)) && values.length > 0 && width > 1)
    return values.map((row) => named(names, row));
  return filled.map((row) => (width === 2 && row[0] && row[1] ? `${row[0]}：${row[1]}` : plain(row)));
}

/** Many a Word table has its names in an ordinary first row: short words in every column of three and more. */
function looksLikeNames(row: readonly string[], width: number): boolean {
  const isName = (cell = '') => cell.length > 0 && cell.length <= 12 && !/^[\d.,:：/-]+$|[。；]/u.test(cell);
  return width >= 3 && Array.from({ length: width }, (_, column) => row[column]).every(isName);
}

function named(names: readonly string[], row: readonly string[]): string {
  const cells = row.map((cell, column) => (cell !== '' && names[column] ? `${names[column]}：${cell}` : cell));
  return cells.filter((cell) => cell !== '').join('；');
}

const plain = (row: readonly string[]) => row.filter((cell) => cell !== '').join(' ｜ ');
