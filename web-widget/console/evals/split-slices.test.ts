import { describe, expect, it } from 'vitest';
import { splitSlices, toConfusion, weakestFirst } from './split-slices.ts';

describe('the slices of a run', () => {
  it('are taken apart by dimension, with the two kinds of tables for themselves', () => {
    const { dimensions, classes, confusion } = splitSlices({
      'matter=a=b': { right: 1 },
      'confusion=x': { x: 2 },
      'kind=data': { right: 0.5 },
      'class=x': { f1: 1 },
      words: { right: 0.4 },
    });
    expect(dimensions).toEqual([
      { name: '', rows: [{ name: 'words', metrics: { right: 0.4 } }] },
      { name: 'kind', rows: [{ name: 'data', metrics: { right: 0.5 } }] },
      { name: 'matter', rows: [{ name: 'a=b', metrics: { right: 1 } }] },
    ]);
    expect(classes).toEqual([{ name: 'x', metrics: { f1: 1 } }]);
    expect(confusion).toEqual([{ name: 'x', metrics: { x: 2 } }]);
  });

  it('stand with the weakest first, the larger of equals before the smaller, what was not judged last', () => {
    const row = (name: string, right: number | null, n: number) => ({ name, metrics: { right, n } });
    const rows = [row('none', null, 9), row('good', 1, 9), row('small', 0.5, 1), row('large', 0.5, 7)];
    expect(weakestFirst(rows, 'right').map(({ name }) => name)).toEqual(['large', 'small', 'good', 'none']);
  });

  it('give a confusion matrix with every label that was meant or predicted', () => {
    const { labels, truths } = toConfusion([
      { name: 'rare', metrics: { common: 1 } },
      { name: 'common', metrics: { common: 5, other: 2 } },
    ]);
    expect(labels).toEqual(['common', 'rare', 'other']);
    expect(truths.map(({ label, total }) => [label, total])).toEqual([
      ['common', 7],
      ['rare', 1],
    ]);
    expect(truths[1]?.taken.get('rare') ?? 0).toBe(0);
  });
});
