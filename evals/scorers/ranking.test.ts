import { expect, it } from 'vitest';
import { toBeirRun } from '../exports/to-beir-run.ts';
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

it('gives the nDCG of the worked example in Wikipedia’s article on it', () => {
  // Grades 3, 2, 3, 0, 1, 2 in the order found; of all that is relevant, one of grade 3 and one of grade 2 were not found.
  const grades = { d1: 3, d2: 2, d3: 3, d4: 0, d5: 1, d6: 2, d7: 3, d8: 2 };
  expect(ndcgAt(6, ['d1', 'd2', 'd3', 'd4', 'd5', 'd6'], grades)).toBeCloseTo(0.785, 3);
});

it('agrees with the measures computed from the run file as trec_eval does, equal grades and unjudged ones included', () => {
  const queries: Record<string, { ranked: string[]; relevant: Record<string, number> }> = {
    q1: { ranked: ['d3', 'd1', 'd9', 'd2'], relevant: { d1: 2, d2: 2, d3: 1, d4: 0 } },
    q2: { ranked: ['d8', 'd7'], relevant: { d6: 1, d7: 1 } },
  };
  // Computed by hand: q1 finds 1, 2, –, 2 where 2, 2, 1 would be best; q2 finds –, 1 where 1, 1 would be best.
  const log = Math.log2;
  const byHand = {
    q1: (1 + 2 / log(3) + 2 / log(5)) / (2 + 2 / log(3) + 1 / log(4)),
    q2: 1 / log(3) / (1 + 1 / log(3)),
  };
  const cases = Object.entries(queries).map(([caseId, { ranked }]) => ({
    caseId, input: null, output: { hybrid: { ranked } }, scores: {}, error: null, elapsedMs: 0,
  })); // biome-ignore format: one case, one glance
  const lines = toBeirRun(cases)
    .trim()
    .split('\n')
    .map((line) => line.split(' '));
  for (const [query, expected] of Object.entries(byHand)) {
    // As trec_eval reads a run: by score, the rank ignored.
    const rows = lines.filter(([id]) => id === query).toSorted((a, b) => Number(b[4]) - Number(a[4]));
    const ranked = rows.map(([, , document]) => document!);
    expect(ranked).toEqual(queries[query]!.ranked);
    expect(ndcgAt(10, ranked, queries[query]!.relevant)).toBeCloseTo(expected, 12);
  }
});
