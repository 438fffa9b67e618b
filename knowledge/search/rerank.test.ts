import { expect, it } from 'vitest';
import type { FusedHit } from './fuse.ts';
import { type RerankEvidence, rerank } from './rerank.ts';

const hit = (index: number, score: number): FusedHit => ({ index, score, ranks: { words: index + 1 } });
const hits = [hit(0, 2), hit(1, 1.9), hit(2, 1)];
const nothing = { askedInHeading: () => 0, headingInQuestion: () => 0, textInQuestion: () => 0 };
const evidence = (parts: Partial<RerankEvidence>): RerankEvidence => ({
  words: nothing,
  vectors: { dimensions: 2, values: Float32Array.of(1, 0, 0, 1, 0, 1) },
  letter: 0,
  headingWorth: 1,
  ...parts,
});
const order = (parts: Partial<RerankEvidence>) => rerank(hits, evidence(parts)).map(({ index }) => index);
const only = (wanted: number) => (passage: number) => (passage === wanted ? 1 : 0);

it('leaves the order alone where a closer look finds nothing', () => {
  expect(order({})).toEqual([0, 1, 2]);
  expect(rerank([], evidence({}))).toEqual([]);
});

it('moves up a heading that holds the few words asked, where headings are worth reading and no letter was written', () => {
  const words = { ...nothing, askedInHeading: only(1) };
  expect(order({ words })).toEqual([1, 0, 2]);
  expect(order({ words, headingWorth: 0 })).toEqual([0, 1, 2]);
  expect(order({ words, letter: 1 })).toEqual(order({ letter: 1 }));
});

it('moves up a text that speaks of nothing but what the letter says', () => {
  expect(order({ words: { ...nothing, textInQuestion: only(2) }, letter: 1 })[0]).toBe(2);
  expect(order({ words: { ...nothing, textInQuestion: only(2) } })).toEqual([0, 1, 2]);
});

it('lends a passage the score of those like it, in a letter', () => {
  const [first] = rerank(hits, evidence({ letter: 1 })).filter(({ index }) => index === 2);
  const [alone] = rerank(hits, evidence({})).filter(({ index }) => index === 2);
  expect(first!.score).toBeGreaterThan(alone!.score);
  expect(first!.ranks).toEqual({ words: 3 });
});
