import { expect, it } from 'vitest';
import { hitAt, ndcgAt, recallAt, reciprocalRankAt } from './ranking.ts';

const relevance = { a: 2, b: 1, c: 1, d: 0 };

it('gives the best order 1, whichever of two equals comes first', () => {
  expect(ndcgAt(10, ['a', 'b', 'c'], relevance)).toBe(1);
  expect(ndcgAt(10, ['a', 'c', 'b'], relevance)).toBe(1);
});

it('discounts by the logarithm of the rank', () => {
  // Found: 1 at rank 1, 2 at rank 3. Best: 2, 1, 1.
  const found = 1 + 2 / Math.log2(4);
  const best = 2 + 1 / Math.log2(3) + 1 / Math.log2(4);
  expect(ndcgAt(10, ['b', 'x', 'a'], relevance)).toBeCloseTo(found / best, 12);
});

it('measures against what could be reached within the depth', () => {
  expect(ndcgAt(1, ['a'], relevance)).toBe(1);
  expect(ndcgAt(1, ['b'], relevance)).toBe(0.5);
});

it('counts what is relevant, not what was judged to be irrelevant', () => {
  expect(hitAt(1, ['d', 'a'], relevance)).toBe(0);
  expect(hitAt(2, ['d', 'a'], relevance)).toBe(1);
  expect(recallAt(2, ['a', 'd', 'b'], relevance)).toBeCloseTo(1 / 3);
  expect(recallAt(5, ['a', 'd', 'b'], relevance)).toBeCloseTo(2 / 3);
});

it('takes the first relevant one for the reciprocal rank', () => {
  expect(reciprocalRankAt(10, ['x', 'd', 'c', 'a'], relevance)).toBeCloseTo(1 / 3);
  expect(reciprocalRankAt(2, ['x', 'd', 'c'], relevance)).toBe(0);
});

it('gives nothing found 0, and abstains where nothing is relevant', () => {
  expect([ndcgAt(10, [], relevance), hitAt(1, [], relevance), recallAt(5, [], relevance)]).toEqual([0, 0, 0]);
  expect([ndcgAt(10, ['d'], { d: 0 }), hitAt(1, ['d'], {}), recallAt(5, [], {}), reciprocalRankAt(10, [], {})]).toEqual([
    null, null, null, null,
  ]); // biome-ignore format: one line each
});
