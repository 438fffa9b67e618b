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
      // What only the asking message says finds nobody and must not take the place of what finds somebody.
      const shared = [...grams].filter((code) => (postings.get(code)?.length ?? 0) > 0);
      const rarest = shared
        .map((code) => ({ code, rarity: words.rarity(code) }))
        .sort((a, b) => b.rarity - a.rarity)
        .slice(0, partsUsed);
      const scores = new Map<number, number>();
      for (const { code, rarity } of rarest)
        for (const position of postings.get(code)!) scores.set(position, (scores.get(position) ?? 0) + rarity * rarity);
      return [...scores]
        .sort((x, y) => y[1] - x[1])
        .slice(0, limit)
        .map(([position]) => position);
    },
  };
}
