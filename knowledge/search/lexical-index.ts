import { createPostingReader, type QueryTerm } from './best-of-postings.ts';
import { collectPostings, rarity } from './collect-postings.ts';
import { type LexicalDocument, type LexicalSettings, lexicalSettings } from './lexical-settings.ts';
import { isFloats, isIntegers, type Part, packParts, partOf, unpackParts } from './packed-parts.ts';
import { openTermTable, type TermTable } from './term-table.ts';
import type { Hit } from './top-hits.ts';
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
  terms: TermTable;
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
    terms: openTermTable(parts),
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
    ...terms.toParts(),
  };
  return packParts(parts);
}

function openPostings(postings: Postings): LexicalIndex {
  const { terms, starts, documents, impacts, size } = postings;
  const mostByTerm = largestImpacts(starts, impacts);
  const bestOf = createPostingReader({ documents, impacts, size });

  const rarityOf = (token: string) => {
    const term = terms.idOf(token);
    return term === undefined ? undefined : rarity(size, starts[term + 1]! - starts[term]!);
  };
  const toQueryTerm = ([token, weight]: [string, number]): QueryTerm => {
    const term = terms.idOf(token)!;
    return { start: starts[term]!, end: starts[term + 1]!, weight, most: weight * mostByTerm[term]! };
  };

  return {
    size,
    search: (query, limit, accept) => bestOf([...weighQuery(query, rarityOf)].map(toQueryTerm), limit, accept),
    toBytes: () => toBytes(postings),
  };
}

function largestImpacts(starts: Uint32Array, impacts: Float32Array): Float32Array {
  const largest = new Float32Array(starts.length - 1);
  for (let term = 0; term < largest.length; term += 1)
    for (let posting = starts[term]!; posting < starts[term + 1]!; posting += 1)
      if (impacts[posting]! > largest[term]!) largest[term] = impacts[posting]!;
  return largest;
}
