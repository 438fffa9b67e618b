import type { FusedHit } from './fuse.ts';
import type { VectorTable } from './vector-index.ts';
import type { WordComparison } from './word-table.ts';

export interface RerankEvidence {
  words: WordComparison;
  vectors: VectorTable;
  /** 0 for a few words, 1 for a letter. */
  letter: number;
  /** How much a heading of this collection says, 0 to 1. */
  headingWorth: number;
}

/** What each look adds to the best fused score, which counts 1; measured in docs/search-measurements.md. */
const weights = { askedInHeading: 0.4, headingInQuestion: 0.2, textInQuestion: 0.8, neighbours: 0.2 };
/** Cosines are raised to this, so that only what is really alike lends its score. */
const likeness = 8;

/**
 * Looks closer at the first hits. A few words name a thing, so a heading that holds them all moves up. A letter is
 * answered by a text that speaks of nothing else, so a passage whose own words stand in the letter moves up; and what
 * answers a letter has neighbours that nearly do, so alike passages lend each other their scores (the cluster
 * hypothesis: Diaz, "Regularizing Ad Hoc Retrieval Scores", 2005). Each look is divided by its best among the hits.
 */
export function rerank(
  hits: readonly FusedHit[],
  { words, vectors, letter, headingWorth }: RerankEvidence,
): FusedHit[] {
  const best = hits[0]?.score ?? 0;
  if (best <= 0) return [...hits];
  const fused = hits.map(({ score }) => score / best);
  const few = headingWorth * (1 - letter);
  const looks: { weight: number; of: () => number[] }[] = [
    { weight: weights.askedInHeading * few, of: () => hits.map(({ index }) => words.askedInHeading(index)) },
    { weight: weights.headingInQuestion * few, of: () => hits.map(({ index }) => words.headingInQuestion(index)) },
    { weight: weights.textInQuestion * letter, of: () => hits.map(({ index }) => words.textInQuestion(index)) },
    { weight: weights.neighbours * letter, of: () => lentByNeighbours(hits, fused, vectors) },
  ];
  const scores = [...fused];
  for (const { weight, of } of looks) {
    if (weight === 0) continue;
    const values = of();
    const most = Math.max(...values);
    if (most > 0) for (const [at, value] of values.entries()) scores[at]! += (weight * value) / most;
  }
  return hits.map((hit, at) => ({ ...hit, score: scores[at]! })).sort((a, b) => b.score - a.score || a.index - b.index);
}

/** For each hit the mean score of the others, weighed by likeness. */
function lentByNeighbours(
  hits: readonly FusedHit[],
  scores: readonly number[],
  { dimensions, values }: VectorTable,
): number[] {
  const vectors = hits.map(({ index }) => values.subarray(index * dimensions, (index + 1) * dimensions));
  const lent = hits.map(() => ({ sum: 0, weight: 0 }));
  for (let one = 0; one < hits.length; one += 1)
    for (let other = one + 1; other < hits.length; other += 1) {
      const weight = Math.max(0, cosine(vectors[one]!, vectors[other]!)) ** likeness;
      lent[one]!.sum += weight * scores[other]!;
      lent[other]!.sum += weight * scores[one]!;
      lent[one]!.weight += weight;
      lent[other]!.weight += weight;
    }
  return lent.map(({ sum, weight }) => (weight === 0 ? 0 : sum / weight));
}

/** Of vectors of length 1. */
function cosine(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += one[at]! * other[at]!;
  return sum;
}
