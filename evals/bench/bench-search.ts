import {
  createLexicalIndex, type Document, type LexicalDocument, openSearch, readLexicalIndex,
} from '../../knowledge/index.ts'; // biome-ignore format: a list of names
import { naiveScores } from './naive-bm25.ts';
import { type BenchOptions, type Measured, measureRounds, median, timed } from './rounds.ts';
import { openMiniSearch, openSqliteFts, type SearchPeer } from './search-peers.ts';
import { syntheticTexts } from './synthetic-texts.ts';

const queryCount = 50;
const depth = 10;
/** Scores are kept as 32-bit numbers, which agree to some six places. */
const tolerance = 1e-4;

export interface BenchSearchOptions extends BenchOptions {
  /** Also builds the whole search with its vectors and times it; some minutes at 100,000 passages. */
  hybrid?: boolean;
}

/**
 * The product's index of words against MiniSearch and, where it is installed, SQLite FTS5 on the same passages, cut into
 * the same tokens: milliseconds to build, for one query, and to read the index back from its bytes. `agreement` is the
 * share of queries whose first ten have the scores of a plain BM25F; `memory` is in bytes after a collection of garbage.
 */
export async function benchSearch({ size, rounds, seed = 1, onProgress, hybrid = false }: BenchSearchOptions) {
  const miniSearch = await openMiniSearch();
  const sqlite = openSqliteFts();
  const texts = syntheticTexts(seed);
  const passages = texts.passages(size);
  const queries = texts.queries(passages, queryCount);

  const own = () => measureOwn(passages, queries);
  const against = (peer: SearchPeer, told = {}) =>
    measureRounds({ rounds, ...told }, { own, peer: () => measurePeer(peer, passages, queries) });
  const measured = against(miniSearch, onProgress ? { onProgress } : {});
  return {
    bench: 'search',
    peerName: miniSearch.name,
    size,
    queries: queries.length,
    rounds,
    ...measured,
    sqliteFts5: sqlite === null ? null : against(sqlite),
    ...readBack(passages),
    memory: memoryOf(passages, miniSearch),
    hybrid: hybrid ? await measureHybrid(passages, queries) : null,
    agreement: agreementWithFormula(passages, queries),
  };
}

function measureOwn(passages: readonly LexicalDocument[], queries: readonly string[]): Measured {
  const { ms: buildMs, made: index } = timed(() => createLexicalIndex(passages));
  return { buildMs, queryMs: median(queries.map((query) => timed(() => index.search(query, depth)).ms)) };
}

function measurePeer(peer: SearchPeer, passages: readonly LexicalDocument[], queries: readonly string[]): Measured {
  const { ms: buildMs, made: index } = timed(() => peer.build(passages));
  const queryMs = median(queries.map((query) => timed(() => index.search(query)).ms));
  index.close();
  return { buildMs, queryMs };
}

function readBack(passages: readonly LexicalDocument[]) {
  const bytes = createLexicalIndex(passages).toBytes();
  return { snapshotBytes: bytes.byteLength, snapshotLoadMs: timed(() => readLexicalIndex(bytes)).ms };
}

/** Null where garbage cannot be collected on demand: `node --expose-gc`. */
function memoryOf(passages: readonly LexicalDocument[], peer: SearchPeer) {
  const collect = globalThis.gc;
  if (collect === undefined) return null;
  const bytesOf = (build: () => unknown) => {
    collect();
    const before = usedBytes();
    const made = build();
    collect();
    return { bytes: usedBytes() - before, made };
  };
  const own = bytesOf(() => createLexicalIndex(passages)).bytes;
  const { bytes } = bytesOf(() => peer.build(passages));
  return { own, peer: bytes, ratio: bytes / own };
}

function usedBytes(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Words, vectors and the closer look together, as a citizen's question meets them. */
async function measureHybrid(passages: readonly LexicalDocument[], queries: readonly string[]) {
  const startedAt = performance.now();
  const { search } = await openSearch({ documents: passages.map(toDocument) });
  const buildMs = performance.now() - startedAt;
  const times: number[] = [];
  for (const query of [...queries, ...queries]) {
    const from = performance.now();
    await search(query, { limit: depth });
    times.push(performance.now() - from);
  }
  // The first pass warms the machine up.
  const sorted = times.slice(queries.length).toSorted((one, other) => one - other);
  return { buildMs, queryP50Ms: median(sorted), queryP95Ms: sorted[Math.ceil(0.95 * sorted.length) - 1]! };
}

function toDocument({ id, title, text }: LexicalDocument): Document {
  const passage = {
    id, docId: id, title, heading: title, text, start: 0, end: text.length, matterId: null, facet: null, indexedAlso: '',
  }; // biome-ignore format: one object
  return { id, title, text, validFrom: '2000-01-01', validTo: null, passages: [passage] };
}

/** Documents that tie may change places, so the scores at each rank are compared instead of the documents. */
function agreementWithFormula(passages: readonly LexicalDocument[], queries: readonly string[]): number {
  const index = createLexicalIndex(passages);
  const right = naiveScores(passages, queries).filter((scores, at) => {
    const best = scores.toSorted().reverse().filter((score) => score > 0).slice(0, depth); // biome-ignore format: one thought
    const hits = index.search(queries[at]!, depth);
    return hits.length === best.length && hits.every((hit, rank) => isNear(scores[hit.index]!, best[rank]!));
  });
  return right.length / queries.length;
}

const isNear = (score: number, best: number) => Math.abs(score - best) <= tolerance * best;
