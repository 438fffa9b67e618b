import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import readWorkbook from 'read-excel-file/node';
import { DataQueryError } from '../data-query-error.ts';

/**
 * Every filled sheet of a workbook as a CSV file in `folder`, so that columns get their types the way those of any CSV
 * do. One sheet is named after the workbook, several after workbook and sheet. Gives the files written.
 */
export async function writeSheetsAsCsv(workbook: string, folder: string): Promise<string[]> {
  const sheets = await readWorkbook(workbook).catch((cause: Error) => {
    const name = path.basename(workbook);
    throw new DataQueryError('data_source_invalid', `${name} 不是能读的 XLSX 工作簿：${cause.message}`, { cause });
  });
  const filled = sheets.filter(({ data }) => data.length > 1);
  const base = path.basename(workbook, path.extname(workbook));
  const files = filled.map(({ sheet }) => path.join(folder, fileNameOf(filled.length > 1 ? `${base}_${sheet}` : base)));
  for (const [index, { data }] of filled.entries())
    await writeFile(files[index]!, `${data.map((row) => row.map(toText).join(',')).join('\n')}\n`);
  return files;
}

/** A sheet's name is free text and must not lead out of the folder. */
function fileNameOf(table: string): string {
  return `${table.replace(/[/\\:*?"<>|\p{Cc}]/gu, '_')}.csv`;
}

function toText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  // Workbooks keep days as numbers without a zone; the reader gives them as UTC.
  const text = cell instanceof Date ? cell.toISOString().slice(0, 19).replace('T', ' ') : String(cell);
  return /[",\n\r]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}
