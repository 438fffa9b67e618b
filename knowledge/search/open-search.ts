import type { Embedder } from './embedder.ts';
import { type FusedHit, fuse } from './fuse.ts';
import type { Document, Search, SearchHit } from './passage.ts';
import { chongqingDay, createInForceFilter } from './passages-in-force.ts';
import { rerank } from './rerank.ts';
import { type BuildIndex, openSearchIndex } from './search-index.ts';
import { segment } from './segment.ts';
import type { Hit } from './top-hits.ts';
import { letterShare, type WeightedText } from './weigh-query.ts';

export interface OpenSearchOptions {
  documents: readonly Document[];
  /** An outside model of meaning; without one, vectors are learnt from the documents. */
  embedder?: Embedder | undefined;
  /** Where the computed index is kept between starts; without it the index is built in memory each time. */
  snapshotFile?: string | undefined;
  /** Further words to look for, each at its weight: official terms for everyday ones. */
  expand?: ((query: string) => readonly WeightedText[]) | undefined;
  notice?: ((text: string) => void) | undefined;
  now?: (() => Date) | undefined;
  /** Computes the index somewhere else than in this thread, which has people to answer. */
  buildIndex?: BuildIndex | undefined;
  /** Vectors that another search learnt from nearly the same documents, taken over instead of learning them anew. */
  learntVectors?: Uint8Array | undefined;
}

/** One search, and its two halves alone so that their worth can be measured. */
export interface PassageSearch {
  search: Search;
  wordsAlone: Search;
  meaningAlone: Search;
  /** The built-in embedder as bytes; empty with an outside model. */
  learntVectors: Uint8Array;
}

/** How deep each list goes before they are joined: what both rank low is never best together. */
const depth = 200;
/** How many of the joined list are looked at closer. */
const rerankDepth = 100;
const defaultLimit = 10;
/**
 * What the meaning counts in the joined ranking. Vectors learnt from the passages know what stands near what, which
 * helps a few words find their topic; a letter brings words enough, and the share falls to nothing as it grows (both
 * measured, see docs/search-measurements.md). A real language model is trusted as much as the words (not measured).
 */
const builtInShare = 0.2;
const outsideShare = 0.5;

/** A question of one sentence has up to 30 terms, a letter 60 and more; between them the likeness grows evenly. */
function letterLikeness(query: string): number {
  const terms = new Set(segment(query).filter((token) => token.length > 1)).size;
  return Math.min(1, Math.max(0, (terms - 30) / 30));
}

/** Ranked passages over any documents. Nothing stays open, so there is nothing to close. */
export async function openSearch(options: OpenSearchOptions): Promise<PassageSearch> {
  const {
    documents,
    embedder,
    snapshotFile,
    notice,
    buildIndex,
    learntVectors,
    expand = () => [],
    now = () => new Date(),
  } = options;
  const passages = documents.flatMap((document) => document.passages);
  const index = await openSearchIndex({ passages, embedder, snapshotFile, notice, buildIndex, learntVectors });
  const inForce = createInForceFilter(documents);

  const words = (query: string, on: string, limit: number) =>
    index.words.search([{ text: query, weight: 1 }, ...expand(query)], limit, inForce(on));
  const meaning = async (query: string, on: string, limit: number) => {
    const [vector] = await index.embedder.embed([query]);
    return vector === undefined ? [] : index.meaning.nearest(vector, limit, inForce(on));
  };
  const shareFor = (query: string) =>
    index.embedder === embedder ? outsideShare : builtInShare * (1 - letterShare(segment(query)));
  const lookCloser = (query: string, fused: readonly FusedHit[]) => {
    const { words, vectors } = index.closer;
    const letter = letterLikeness(query);
    const near = fused.slice(0, rerankDepth);
    const looked = rerank(near, { words: words.compare(query), vectors, letter, headingWorth: words.headingWorth });
    const best = fused[0]?.score ?? 1;
    return [...looked, ...fused.slice(rerankDepth).map((hit) => ({ ...hit, score: hit.score / best }))];
  };
  const meaningOrNothing = createFallback(meaning, notice);

  const toSearch =
    (rank: (query: string, on: string, limit: number) => Promise<FusedHit[]>): Search =>
    async (query, { limit = defaultLimit, on = chongqingDay(now()) } = {}) =>
      (await rank(query, on, limit))
        .slice(0, limit)
        .map(({ index, score, ranks }): SearchHit => ({ passage: passages[index]!, score, ranks }));

  return {
    search: toSearch(async (query, on, limit) => {
      const wanted = Math.max(depth, limit);
      const fused = fuse(words(query, on, wanted), await meaningOrNothing(query, on, wanted), shareFor(query));
      return lookCloser(query, fused);
    }),
    wordsAlone: toSearch(async (query, on, limit) => fuse(words(query, on, limit), [], 0)),
    learntVectors: index.learntVectors,
    meaningAlone: toSearch(async (query, on, limit) => fuse([], await meaning(query, on, limit), 1)),
  };
}

type Rank = (query: string, on: string, limit: number) => Promise<Hit[]>;

/** An outside model that stops answering costs its half of the ranking, never the search; told once until it is back. */
function createFallback(rank: Rank, notice: OpenSearchOptions['notice']): Rank {
  let isDown = false;
  return async (query, on, limit) => {
    try {
      const hits = await rank(query, on, limit);
      isDown = false;
      return hits;
    } catch (error) {
      if (!isDown)
        notice?.(`向量模型没有回应（${error instanceof Error ? error.message : error}），暂时只按词语检索。`);
      isDown = true;
      return [];
    }
  };
}
