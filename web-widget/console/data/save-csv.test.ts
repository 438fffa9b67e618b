import { expect, it } from 'vitest';
import { toCsv } from './save-csv.ts';

it('writes a table that a spreadsheet reads as it was and runs nothing of', () => {
  const columns = [
    { name: 'district', label: '区县' },
    { name: 'note', label: '说明' },
    { name: 'count', label: '件数' },
  ];
  const rows = [
    { district: '渝中区', note: '他说："吵, 很吵"', count: -3 },
    { district: '=cmd()', note: null, count: 2 },
  ];
  expect(toCsv(columns, rows)).toBe('\ufeff区县,说明,件数\r\n渝中区,"他说：""吵, 很吵""",-3\r\n\'=cmd(),,2\r\n');
});
