import type { Span } from './pii-case.ts';

/** How many pieces were wanted, found, found exactly (type and both ends), and touched by one of the same type. */
export interface SpanCounts {
  wanted: number;
  found: number;
  exact: number;
  overlapped: number;
}

export function countSpans(wanted: readonly Span[], found: readonly Span[]): SpanCounts {
  const isExact = (one: Span) => found.some((other) => sameType(one, other) && one.start === other.start && one.end === other.end); // biome-ignore format: one thought
  const isTouched = (one: Span) => found.some((other) => sameType(one, other) && one.start < other.end && other.start < one.end); // biome-ignore format: one thought
  return {
    wanted: wanted.length,
    found: found.length,
    exact: wanted.filter(isExact).length,
    overlapped: wanted.filter(isTouched).length,
  };
}

const sameType = (left: Span, right: Span) => left.type === right.type;

/** Micro-averaged over the pieces, as in the CoNLL-2003 shared task; null where there is nothing to divide by. */
export function toShares(counts: readonly SpanCounts[]) {
  const sum = (of: keyof SpanCounts) => counts.reduce((total, one) => total + one[of], 0);
  const [wanted, found, exact, overlapped] = [sum('wanted'), sum('found'), sum('exact'), sum('overlapped')];
  return {
    precision: found === 0 ? null : exact / found,
    recall: wanted === 0 ? null : exact / wanted,
    f1: wanted + found === 0 ? null : (2 * exact) / (wanted + found),
    overlapRecall: wanted === 0 ? null : overlapped / wanted,
  };
}
