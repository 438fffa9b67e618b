import { maskPersonalData } from '../../../assistant/index.ts';
import type { Search } from '../../../knowledge/index.ts';
import { createCaseSuite, type RecordedCase } from '../../case-suite.ts';
import { EvalsError } from '../../evals-error.ts';
import type { MetricValues } from '../../runs/run.ts';
import { hitAt, ndcgAt, type Relevance, recallAt, reciprocalRankAt } from '../../scorers/ranking.ts';
import { meanOf, type Scorer } from '../../scorers/scorer.ts';
import { slicesByTags } from '../../slices.ts';
import { pairedBootstrap } from '../../statistics/bootstrap.ts';
import type { Suite } from '../../suite.ts';
import { openRetrievalCorpus, type RetrievalCorpus } from './open-retrieval-corpus.ts';
import { type RetrievalCase, readRetrievalCases } from './retrieval-case.ts';

/** The product's ranking, and its two halves each alone: a half that helps on no data set goes. */
const lists = ['hybrid', 'words', 'vectors'] as const;
type List = (typeof lists)[number];

/** What each list gave: judged ids, best first, each once, and how long the search took. */
type RecordedRanking = Record<List, { ranked: string[]; elapsedMs: number }>;

const depth = 10;
const measures: Record<string, (ranked: readonly string[], relevant: Relevance) => number | null> = {
  'ndcg@10': (ranked, relevant) => ndcgAt(10, ranked, relevant),
  'hit@1': (ranked, relevant) => hitAt(1, ranked, relevant),
  'recall@5': (ranked, relevant) => recallAt(5, ranked, relevant),
  'recall@10': (ranked, relevant) => recallAt(10, ranked, relevant),
  'mrr@10': (ranked, relevant) => reciprocalRankAt(10, ranked, relevant),
};

/** `ndcg@10` of the hybrid, `words.ndcg@10`, `vectors.ndcg@10`, … */
const scoreName = (list: List, measure: string) => (list === 'hybrid' ? measure : `${list}.${measure}`);

const measured = lists.flatMap((list) =>
  Object.entries(measures).map(
    ([measure, of]): Scorer<RetrievalCase, RecordedRanking> => ({
      name: scoreName(list, measure),
      score: ({ input, output }) => of(output[list].ranked, input.relevant),
    }),
  ),
);

/** The verdict on a case, by which failed cases are listed: whether what stands first is relevant. */
const firstRight: Scorer<RetrievalCase, RecordedRanking> = {
  name: 'right',
  score: ({ input, output }) => hitAt(1, output.hybrid.ranked, input.relevant),
};

/**
 * Does the search find what was asked for, and what do words and meaning each contribute?
 *
 * @param openCorpus opens what is searched; a test hands in one that searches badly
 */
export function createRetrievalSuite(openCorpus: typeof openRetrievalCorpus = openRetrievalCorpus): Suite {
  return createCaseSuite<RetrievalCase, RecordedRanking>({
    name: 'retrieval',
    title: '检索',
    metrics: [...Object.keys(measures), 'msPerQuery'],
    ownDataSets: ['retrieval'],
    readCases: readRetrievalCases,
    toKept: (input) => ({ ...input, text: maskPersonalData(input.text) }),
    async prepare({ folder }) {
      const corpus = await openCorpus(folder);
      refuseUnknownIds(folder, await readRetrievalCases(folder), corpus);
      const { search, wordsAlone, meaningAlone } = corpus.search;
      return async ({ text }) => ({
        hybrid: await rank(search, text, corpus),
        words: await rank(wordsAlone, text, corpus),
        vectors: await rank(meaningAlone, text, corpus),
      });
    },
    scorers: [firstRight, ...measured],
    measure: (cases) => measureList('hybrid', cases),
    slicesOf: slicesByTags,
    tables: (cases) => ({
      words: measureList('words', cases),
      vectors: measureList('vectors', cases),
      gainOverWords: measureGain(cases),
    }),
  });
}

export const retrievalSuite = createRetrievalSuite();

function measureList(list: List, cases: readonly RecordedCase<RetrievalCase, RecordedRanking>[]): MetricValues {
  const means = Object.keys(measures).map((measure) => {
    const scores = cases.map((one) => one.scores[scoreName(list, measure)]);
    return [measure, meanOf(scores)] as const;
  });
  const msPerQuery = meanOf(cases.map(({ output }) => output[list].elapsedMs));
  return { ...Object.fromEntries(means), msPerQuery };
}

/** What the vectors add to the words, query by query, and where that gain lies with 95 % confidence. */
function measureGain(cases: readonly RecordedCase<RetrievalCase, RecordedRanking>[]): MetricValues {
  const gains = cases.flatMap(({ scores }) => {
    const [hybrid, words] = [scores['ndcg@10'], scores['words.ndcg@10']];
    return typeof hybrid === 'number' && typeof words === 'number' ? [hybrid - words] : [];
  });
  const interval = pairedBootstrap(gains);
  return { 'ndcg@10': meanOf(gains), 'ndcg@10 low': interval?.low ?? null, 'ndcg@10 high': interval?.high ?? null };
}

async function rank(search: Search, text: string, { judgedAs, limit, on }: RetrievalCorpus) {
  const startedAt = performance.now();
  const hits = await search(text, { limit, on });
  const elapsedMs = performance.now() - startedAt;
  const ranked = [...new Set(hits.map(({ passage }) => judgedAs(passage)))].slice(0, depth);
  return { ranked, elapsedMs };
}

/** A judgement of something that is not searched would lower every score and tell nobody why. */
function refuseUnknownIds(folder: string, cases: readonly RetrievalCase[], corpus: RetrievalCorpus): void {
  for (const { id, relevant } of cases)
    for (const judged of Object.keys(relevant))
      if (!corpus.has(judged))
        throw new EvalsError('dataset_invalid', `${folder}/qrels/test.tsv: 查询 ${id}: 语料里没有 ${judged}`);
}
