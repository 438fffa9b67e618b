import { collectPostings, rarity } from './collect-postings.ts';
import { type LexicalDocument, type LexicalSettings, lexicalSettings } from './lexical-settings.ts';
import { isFloats, isIntegers, isText, type Part, packParts, partOf, unpackParts } from './packed-parts.ts';
import { createTopHits, type Hit } from './top-hits.ts';
import { type WeightedText, weighQuery } from './weigh-query.ts';

export type Accept = (index: number) => boolean;

export interface LexicalIndex {
  /** How many documents are indexed; hits name them by position. */
  readonly size: number;
  /** Best first, only documents sharing a term with the query and passing `accept`. */
  search(query: string | readonly WeightedText[], limit: number, accept?: Accept): Hit[];
  /** One buffer from which `readLexicalIndex` gives the same index back. */
  toBytes(): Uint8Array;
}

/**
 * Postings by term: those of term t are `documents` and `impacts` from `starts[t]` to `starts[t + 1]`. An impact is the
 * whole score that the term gives the document, so that a query only adds numbers.
 */
export interface Postings {
  terms: string[];
  starts: Uint32Array;
  documents: Uint32Array;
  impacts: Float32Array;
  size: number;
}

/** Indexes the documents for BM25F; `settings` are the product's unless a measurement asks for others. */
export const createLexicalIndex = (
  documents: readonly LexicalDocument[],
  settings: LexicalSettings = lexicalSettings,
): LexicalIndex => openPostings(collectPostings(documents, settings));

/** Reads what `toBytes` wrote, without copying the numbers. */
export function readLexicalIndex(bytes: Uint8Array): LexicalIndex {
  const parts = unpackParts(bytes);
  return openPostings({
    terms: partOf(parts, 'terms', isText).split('\n'),
    starts: partOf(parts, 'starts', isIntegers),
    documents: partOf(parts, 'documents', isIntegers),
    impacts: partOf(parts, 'impacts', isFloats),
    size: partOf(parts, 'size', isIntegers)[0] ?? 0,
  });
}

function toBytes({ terms, starts, documents, impacts, size }: Postings): Uint8Array {
  const parts: Record<string, Part> = {
    starts,
    documents,
    impacts,
    size: Uint32Array.of(size),
    terms: terms.join('\n'),
  };
  return packParts(parts);
}

function openPostings(postings: Postings): LexicalIndex {
  const { terms, starts, documents, impacts, size } = postings;
  const termIds = new Map(terms.map((term, id) => [term, id]));
  // Reused by every query: clearing only what was touched is far cheaper than a new array of all documents.
  const scores = new Float32Array(size);
  const touched = new Uint32Array(size);

  const rarityOf = (token: string) => {
    const term = termIds.get(token);
    return term === undefined ? undefined : rarity(size, starts[term + 1]! - starts[term]!);
  };
  const accumulate = (weights: ReadonlyMap<string, number>): number => {
    let count = 0;
    for (const [token, weight] of weights) {
      const term = termIds.get(token)!;
      const end = starts[term + 1]!;
      for (let posting = starts[term]!; posting < end; posting += 1) {
        const document = documents[posting]!;
        if (scores[document] === 0) touched[count++] = document;
        scores[document]! += weight * impacts[posting]!;
      }
    }
    return count;
  };

  return {
    size,
    search(query, limit, accept) {
      const count = accumulate(weighQuery(query, rarityOf));
      const top = createTopHits(limit);
      for (const document of touched.subarray(0, count)) {
        if (accept === undefined || accept(document)) top.offer(document, scores[document]!);
        scores[document] = 0;
      }
      return top.ranked();
    },
    toBytes: () => toBytes(postings),
  };
}
