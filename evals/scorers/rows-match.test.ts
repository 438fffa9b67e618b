import { describe, expect, it } from 'vitest';
import { matchRows, sameCell } from './rows-match.ts';

describe('matching rows', () => {
  const gold = [['渝中区', 3], ['南岸区', 5]]; // biome-ignore format: rows

  it('finds the gold columns wherever they stand, in any order of rows', () => {
    const match = matchRows(gold, { rows: [[5, 'x', '南岸区'], [3, 'y', '渝中区']] }, false); // biome-ignore format: rows
    expect(match).toEqual({ isFound: true, isInOrder: false, extra: [1] });
  });

  it('does not lay a gold column on two columns, or mix rows', () => {
    const rows = [['渝中区', 5], ['南岸区', 3]]; // biome-ignore format: rows
    expect(matchRows(gold, { rows }, false).isFound).toBe(false);
  });

  it('takes neither a row less nor a row more', () => {
    expect(matchRows(gold, { rows: [['渝中区', 3]] }, false).isFound).toBe(false);
    expect(matchRows(gold, { rows: [...gold, ['巴南区', 1]] }, false).isFound).toBe(false);
  });

  it('looks for the way of laying columns that keeps the order', () => {
    const rows = [[1, 2], [2, 1]]; // biome-ignore format: rows
    expect(matchRows([[2], [1]], { rows }, true)).toMatchObject({ isInOrder: true, extra: [0] });
  });

  it.each([
    [12.34, 12.3, true],
    [12.34, 12.4, false],
    [0.1234, 12.34, true],
    [350_000_000, 3.5, true],
    [41, 42, false],
    ['2022年07月', '2022-07-01 08:00:00', true],
    ['2022年07月', '2022-08', false],
    ['甲（集团）', '甲(集团)', true],
    [null, 0, false],
  ])('of %s and %s says %s', (a, b, same) => {
    expect(sameCell(a, b)).toBe(same);
  });
});
