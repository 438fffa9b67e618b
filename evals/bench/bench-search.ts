import { createLexicalIndex, type LexicalDocument, segment } from '../../knowledge/index.ts';
import { EvalsError } from '../evals-error.ts';
import { naiveScores } from './naive-bm25.ts';
import { type BenchOptions, measureRounds, timed } from './rounds.ts';
import { syntheticTexts } from './synthetic-texts.ts';

const queryCount = 50;
const depth = 10;
/** Scores are kept as 32-bit numbers, which agree to some six places. */
const tolerance = 1e-4;

/**
 * The product's index of words against MiniSearch on the same passages, cut into the same tokens: milliseconds to build
 * and for one query. `agreement` is the share of queries whose first ten have the scores of a plain BM25F.
 */
export async function benchSearch(options: BenchOptions) {
  const { size, rounds, seed = 1, onProgress } = options;
  const MiniSearch = await loadMiniSearch();
  const texts = syntheticTexts(seed);
  const passages = texts.passages(size);
  const queries = texts.queries(passages, queryCount);

  const own = () => {
    const { ms: buildMs, made: index } = timed(() => createLexicalIndex(passages));
    const { ms } = timed(() => queries.map((query) => index.search(query, depth)));
    return { buildMs, queryMs: ms / queries.length };
  };
  const peer = () => {
    const { ms: buildMs, made: index } = timed(() => {
      const built = new MiniSearch({ fields: ['title', 'text'], tokenize: segment, processTerm: (term) => term });
      built.addAll(passages);
      return built;
    });
    const search = (query: string) => index.search(query, { boost: { title: 2 } }).slice(0, depth);
    const { ms } = timed(() => queries.map(search));
    return { buildMs, queryMs: ms / queries.length };
  };
  const measured = measureRounds({ rounds, ...(onProgress ? { onProgress } : {}) }, { own, peer });
  const agreement = agreementWithFormula(passages, queries);
  return { bench: 'search', peerName: 'minisearch', size, queries: queries.length, rounds, ...measured, agreement };
}

/** Only measured against, so it is no dependency of a running desk. */
async function loadMiniSearch() {
  const loaded = await import('minisearch').catch((cause: Error) => {
    throw new EvalsError('peer_missing', '没有安装 minisearch（只在测速时用）；请运行 npm install 后再试。', { cause });
  });
  return loaded.default;
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
