import { expect, it } from 'vitest';
import { createPostingReader, type QueryTerm } from './best-of-postings.ts';
import { createRandom } from './random-numbers.ts';

const random = createRandom(11);
const size = 2000;

/** Terms from rare to standing in most documents, with impacts that fall as they spread. */
function someTerms(count: number) {
  const documents: number[] = [];
  const impacts: number[] = [];
  const terms: QueryTerm[] = [];
  for (let term = 0; term < count; term += 1) {
    const share = 0.001 * 2 ** (term % 10);
    const start = documents.length;
    for (let document = 0; document < size; document += 1) {
      if (random() >= share) continue;
      documents.push(document);
      impacts.push((0.2 + random()) / share ** 0.4);
    }
    const most = Math.max(0, ...impacts.slice(start));
    const weight = 0.5 + random();
    terms.push({ start, end: documents.length, weight, most: weight * most });
  }
  return { terms, columns: { documents: Uint32Array.from(documents), impacts: Float32Array.from(impacts), size } };
}

it('gives the scores that reading every posting gives, for few and many terms, with and without a filter', () => {
  const { terms, columns } = someTerms(60);
  const bestOf = createPostingReader(columns);
  for (let round = 0; round < 200; round += 1) {
    const asked = terms.filter(() => random() < 0.05 + 0.5 * (round % 2));
    const limit = [1, 10, 200][round % 3]!;
    const accept = round % 4 === 0 ? (document: number) => document % 3 !== 0 : undefined;
    const all = new Float64Array(size);
    for (const { start, end, weight } of asked)
      for (let posting = start; posting < end; posting += 1)
        all[columns.documents[posting]!]! += weight * columns.impacts[posting]!;
    const best = [...all.entries()].filter(([document, score]) => score > 0 && accept?.(document) !== false);
    const expected = best.map(([, score]) => score).sort((a, b) => b - a).slice(0, limit); // biome-ignore format: one thought
    const hits = bestOf(asked, limit, accept);
    expect(hits).toHaveLength(expected.length);
    for (const [rank, { index, score }] of hits.entries()) {
      expect(score / expected[rank]!).toBeCloseTo(1, 5);
      expect(all[index]! / score).toBeCloseTo(1, 5);
      expect(accept?.(index)).not.toBe(false);
    }
  }
});

it('leaves nothing behind for the next query', () => {
  const { terms, columns } = someTerms(30);
  const bestOf = createPostingReader(columns);
  const first = bestOf(terms.slice(0, 8), 10);
  bestOf(terms, 3);
  expect(bestOf(terms.slice(0, 8), 10)).toEqual(first);
  expect(bestOf([], 10)).toEqual([]);
});
