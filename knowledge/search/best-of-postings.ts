import { createTopHits, type Hit } from './top-hits.ts';

/** One term of a query: its postings from `start` to `end`, what it counts, and the most that it can add to a document. */
export interface QueryTerm {
  start: number;
  end: number;
  weight: number;
  most: number;
}

export interface PostingColumns {
  /** Rising within a term. */
  documents: Uint32Array;
  impacts: Float32Array;
  size: number;
}

type Accept = (index: number) => boolean;

/** Sums of 32-bit numbers in another order differ by less than this share, so nothing is given up for a rounding. */
const roundingShare = 1e-5;

/**
 * Finds the best documents for a query, exactly, without reading all of its postings: the idea of MaxScore (Turtle and
 * Flood, "Query Evaluation: Strategies and Optimizations", 1995), term after term. The terms that can add most go
 * first. As soon as all the rest together could not lift an unseen document over the worst of the best so far, only
 * those still able to reach it are looked up in the rest, which are the long lists of common characters.
 *
 * The scratch arrays are reused by every query: clearing what was touched is far cheaper than making them anew.
 */
export function createPostingReader({ documents, impacts, size }: PostingColumns) {
  const scores = new Float32Array(size);
  const touched = new Uint32Array(size);

  const addAll = ({ start, end, weight }: QueryTerm, seen: number): number => {
    let count = seen;
    for (let posting = start; posting < end; posting += 1) {
      const document = documents[posting]!;
      if (scores[document] === 0) touched[count++] = document;
      scores[document]! += weight * impacts[posting]!;
    }
    return count;
  };
  /** Adds the term to the candidates alone, both in rising order, by doubling steps and then halving ones. */
  const addToCandidates = ({ start, end, weight }: QueryTerm, candidates: Uint32Array): void => {
    let low = start;
    for (const document of candidates) {
      let step = 1;
      while (low + step < end && documents[low + step]! < document) step *= 2;
      let high = Math.min(end, low + step + 1);
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (documents[middle]! < document) low = middle + 1;
        else high = middle;
      }
      if (low === end) return;
      if (documents[low] === document) scores[document]! += weight * impacts[low]!;
    }
  };
  const topOf = (seen: Uint32Array, limit: number, accept: Accept | undefined) => {
    const top = createTopHits(limit);
    for (const document of seen) if (accept === undefined || accept(document)) top.offer(document, scores[document]!);
    return top;
  };
  /** The worst score of the best so far: what a document must reach. 0 while there are fewer than asked for. */
  const floorOf = (seen: Uint32Array, limit: number, accept: Accept | undefined): number =>
    topOf(seen, limit, accept).worst() * (1 - roundingShare);

  return function bestOf(terms: readonly QueryTerm[], limit: number, accept?: Accept): Hit[] {
    const ordered = terms.toSorted((a, b) => b.most - a.most || a.start - b.start);
    const restAfter = sumsFromBehind(ordered.map(({ most }) => most));
    const unreadAfter = sumsFromBehind(ordered.map(({ start, end }) => end - start));
    let count = 0;
    let candidates: Uint32Array | null = null;
    for (const [position, term] of ordered.entries()) {
      if (candidates !== null) addToCandidates(term, candidates);
      else count = addAll(term, count);
      const seen: Uint32Array = candidates ?? touched.subarray(0, count);
      // Looking for the floor reads all that was seen; it must be able to save more than that.
      if (unreadAfter[position]! < 2 * seen.length) continue;
      const floor = floorOf(seen, limit, accept);
      const rest = restAfter[position]!;
      if (floor > rest) candidates = stillAble(seen, floor - rest, accept, candidates === null);
    }
    const best = topOf(candidates ?? touched.subarray(0, count), limit, accept).ranked();
    for (const document of touched.subarray(0, count)) scores[document] = 0;
    return best;
  };

  function stillAble(seen: Uint32Array, needed: number, accept: Accept | undefined, isFirst: boolean): Uint32Array {
    const able = seen.filter((document) => scores[document]! >= needed && (!isFirst || accept?.(document) !== false));
    return isFirst ? able.sort() : able;
  }
}

/** At each position the sum of all behind it. */
function sumsFromBehind(values: readonly number[]): number[] {
  const sums = values.map(() => 0);
  for (let position = values.length - 2; position >= 0; position -= 1)
    sums[position] = sums[position + 1]! + values[position + 1]!;
  return sums;
}
