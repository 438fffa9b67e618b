import readWorkbook from 'read-excel-file/node';
import { checkPackage } from './check-package.ts';
import { damaged } from './open-package.ts';
import { type SourceText, withoutPages } from './source-text.ts';
import { tableLines } from './table-lines.ts';

/** What Excel and WPS call a sheet that nobody named. */
const unnamed = /^(?:sheet|工作表)\s*\d*$/iu;

/** Each sheet under its name as a heading, each row a line; formulas give the value they were saved with. */
export async function readXlsx(bytes: Buffer): Promise<SourceText> {
  checkPackage(bytes, 'xl/workbook.xml');
  const sheets = await readWorkbook(bytes).catch((cause: unknown) => {
    throw damaged(cause);
  });
  const written = sheets.map(({ sheet, data }) => {
    const rows = (data as unknown[][]).map((row) => row.map(toCell));
    const heading = unnamed.test(sheet) ? [] : [`# ${sheet}`];
    return [...heading, ...titledLines(rows)].join('\n');
  });
  return withoutPages(`${written.join('\n\n')}\n`);
}

/** Rows with a single cell at the top are the title and the unit of a table; its names stand below them. */
function titledLines(rows: string[][]): string[] {
  const first = rows.findIndex((row) => row.filter((cell) => cell !== '').length > 1);
  const titles = rows.slice(0, Math.max(first, 0)).flatMap((row) => row.filter((cell) => cell !== ''));
  return [...titles, ...tableLines(rows.slice(Math.max(first, 0)), { hasNames: first >= 0 })];
}

function toCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date)
    return value
      .toISOString()
      .replace(/T00:00:00\.000Z$/u, '')
      .replace(/T(\d\d:\d\d).*$/u, ' $1');
  return String(value).replace(/\s+/gu, ' ').trim();
}
