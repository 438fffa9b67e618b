import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import type { DataAnswer } from '../../assistant/index.ts';
import { type Cell, neutralText } from './neutral-cell.ts';

type Figures = Pick<DataAnswer, 'columns' | 'rows'>;

/** Room for a date or a short name, in characters. */
const columnWidth = 18;

/**
 * A workbook with the figures as numbers and, on a second sheet, how they were computed. Text is a cell of text, which no
 * spreadsheet runs; it is neutral besides, for whoever saves the sheet as CSV.
 */
export function toXlsx({ columns, rows }: Figures, notes: readonly string[]): Promise<Buffer> {
  const header = columns.map(({ label }) => ({ value: neutralText(label), fontWeight: 'bold' as const }));
  const data: SheetData = [header, ...rows.map((row) => columns.map(({ name }) => toCell(row[name])))];
  return writeExcelFile([
    { data, sheet: '数据', columns: columns.map(() => ({ width: columnWidth })), stickyRowsCount: 1 },
    {
      data: notes.map((note) => [{ value: neutralText(note), type: String }]),
      sheet: '说明',
      columns: [{ width: 100 }],
    },
  ]).toBuffer();
}

function toCell(cell: Cell) {
  if (cell === null || cell === undefined) return null;
  return typeof cell === 'string' ? { value: neutralText(cell), type: String } : cell;
}
