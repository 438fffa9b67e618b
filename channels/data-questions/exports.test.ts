import { readSheet } from 'read-excel-file/node';
import { expect, it } from 'vitest';
import { toCsv } from './to-csv.ts';
import { toXlsx } from './to-xlsx.ts';

const columns = [
  { name: 'district', label: '区县', unit: null, role: 'dimension' as const },
  { name: 'note', label: '说明', unit: null, role: 'dimension' as const },
  { name: 'count', label: '件数', unit: '件', role: 'metric' as const },
];
const rows = [
  { district: '渝中区', note: '他说："吵, 很吵"', count: -3 },
  { district: '=cmd()', note: null, count: 2 },
  { district: ' @SUM(A1)', note: '＝1+1', count: null },
];

it('writes a table that a spreadsheet reads as it was and runs nothing of', () => {
  const csv = toCsv({ columns, rows });
  expect(csv).toBe('\ufeff区县,说明,件数\r\n渝中区,"他说：""吵, 很吵""",-3\r\n\'=cmd(),,2\r\n\' @SUM(A1),\'＝1+1,\r\n');
});

it('writes a workbook whose figures are numbers and whose texts are no formulas, with how they were computed', async () => {
  const file = await toXlsx({ columns, rows }, ['指标：件数。', '=HYPERLINK("http://example.org")']);
  expect(await readSheet(file, '数据')).toEqual([
    ['区县', '说明', '件数'],
    ['渝中区', '他说："吵, 很吵"', -3],
    ["'=cmd()", null, 2],
    ["' @SUM(A1)", "'＝1+1", null],
  ]);
  expect(await readSheet(file, '说明')).toEqual([['指标：件数。'], ['\'=HYPERLINK("http://example.org")']]);
});
