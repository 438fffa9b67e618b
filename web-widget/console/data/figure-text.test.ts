import { expect, it } from 'vitest';
import { cellText, sortedRows } from './figure-text.ts';

it('writes figures with separators, codes as they are, and what is not known as a dash', () => {
  const words = { yes: '是', no: '否' };
  expect([1234.567, '2026', null, undefined, true].map((cell) => cellText(cell, words))).toEqual([
    '1,234.57',
    '2026',
    '—',
    '—',
    '是',
  ]);
});

it('sorts figures by size and words by their sound, with what is not known last either way', () => {
  const rows = [
    { n: 10, w: '渝中区' },
    { n: null, w: '巴南区' },
    { n: 9, w: '南岸区' },
  ];
  expect(sortedRows(rows, 'n', 'asc').map(({ n }) => n)).toEqual([9, 10, null]);
  expect(sortedRows(rows, 'n', 'desc').map(({ n }) => n)).toEqual([10, 9, null]);
  expect(sortedRows(rows, 'w', 'asc').map(({ w }) => w)).toEqual(['巴南区', '南岸区', '渝中区']);
});
