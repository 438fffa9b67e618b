import type { CollectionWords, GramCode } from './collection-words.ts';

/** Finds what might be about the same problem, from an inverted index over each message's rarest parts of words. */
export interface CandidateIndex {
  readonly size: number;
  /** Positions rise by one with each message. */
  add(grams: Iterable<GramCode>): void;
  /** Positions that share the most rarity with the message, best first. */
  candidates(grams: Iterable<GramCode>, limit: number): number[];
}

/** So many of a message's rarest parts are indexed and asked for: enough for a name and its problem in a long letter. */
const partsUsed = 60;

/** A part that more messages than this share is no longer looked up: it would cost time and tell nothing. */
const mostPostings = 4000;

export function createCandidateIndex(words: CollectionWords): CandidateIndex {
  const postings = new Map<GramCode, number[]>();
  let size = 0;
  // Reused by every query: clearing what was touched is far cheaper than a new array of all messages.
  let scores = new Float32Array(1024);
  return {
    get size() {
      return size;
    },
    add(grams) {
      for (const code of grams) {
        const list = postings.get(code);
        if (list === undefined) postings.set(code, [size]);
        else if (list.length < mostPostings) list.push(size);
      }
      size += 1;
    },
    candidates(grams, limit) {
      if (scores.length < size) scores = new Float32Array(size * 2);
      const touched: number[] = [];
      for (const { list, weight } of rarestLists(grams)) {
        for (const position of list) {
          if (scores[position] === 0) touched.push(position);
          scores[position]! += weight;
        }
      }
      const ranked = touched.sort((a, b) => scores[b]! - scores[a]! || a - b);
      for (const position of ranked) scores[position] = 0;
      return ranked.slice(0, limit);
    },
  };

  /** What only the asking message says finds nobody, and must not take the place of what finds somebody. */
  function rarestLists(grams: Iterable<GramCode>): { list: number[]; weight: number }[] {
    return [...grams]
      .flatMap((code) => {
        const list = postings.get(code);
        return list && list.length < mostPostings ? [{ list, weight: words.rarity(code) ** 2 }] : [];
      })
      .sort((a, b) => b.weight - a.weight)
      .slice(0, partsUsed);
  }
}
