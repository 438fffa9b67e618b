import { fieldNamed } from '../guide-fields.ts';
import { pageMark } from './mark-pages.ts';

/**
 * The rows of a table as lines that can be understood one by one: each cell after the name of its column, `窗口：3 号；电话：…`,
 * where the table has a row of names; name and value of a form of two columns, `办理地点：…`; else the cells apart by `｜`.
 */
export function tableLines(rows: readonly (readonly string[])[], { hasNames }: { hasNames: boolean }): string[] {
  const filled = rows.filter((row) => row.some((cell) => cell !== ''));
  if (isForm(filled)) return filled.flatMap(formLines);
  const [names, ...values] = filled;
  const width = Math.max(0, ...filled.map((row) => row.findLastIndex((cell) => cell !== '') + 1));
  if (names && (hasNames || looksLikeNames(names, width)) && values.length > 0 && width > 1)
    return values.map((row, at) => (at === 0 ? markOf(names) : '') + named(names.map(withoutMark), row));
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

/** A page that begins with the names of the columns begins with the first row below them. */
const markOf = (names: readonly string[]) => (names.some((name) => name.includes(pageMark)) ? pageMark : '');
const withoutMark = (name: string) => name.replaceAll(pageMark, '');

const plain = (row: readonly string[]) => row.filter((cell) => cell !== '').join(' ｜ ');

/** A service guide as a form: names of its fields stand beside what they say, in two columns or in four. */
function isForm(rows: readonly (readonly string[])[]): boolean {
  const withField = rows.filter((row) => row.some((cell, at) => isFieldBeside(cell, row[at + 1])));
  return withField.length >= 2 && withField.length * 2 >= rows.length;
}

const isField = (cell: string) => fieldNamed(withoutMark(cell)) !== null;
const isFieldBeside = (cell: string, next = '') => cell !== '' && next !== '' && isField(cell) && !isField(next); // biome-ignore format: one condition

/** 「事项类型 | 行政确认 | 收费 | 否」 is two lines; the name of a group before them says nothing. */
function formLines(row: readonly string[]): string[] {
  const lines: string[] = [];
  const cells = row.filter((cell, at) => cell !== '' && cell !== row[at - 1]);
  for (let at = 0; at < cells.length; ) {
    const next = cells.findIndex((cell, later) => later > at + 1 && isFieldBeside(cell, cells[later + 1]));
    const end = next < 0 ? cells.length : next;
    if (isFieldBeside(cells[at]!, cells[at + 1])) lines.push(`${cells[at]}：${cells.slice(at + 1, end).join('；')}`);
    else if (!isFieldBeside(cells[at + 1] ?? '', cells[at + 2])) {
      const [name = '', ...values] = cells.slice(at, end);
      lines.push(values.length > 0 ? `${name}：${values.join('；')}` : name);
    } else {
      at += 1;
      continue;
    }
    at = end;
  }
  return lines;
}
