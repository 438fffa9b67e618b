/** How relevant what was asked for is, by id: 0 not at all, higher is better. What is not listed counts as 0. */
export type Relevance = Readonly<Record<string, number>>;

/** Whether anything relevant is known; without it a ranking cannot be judged, and every measure below abstains. */
const hasRelevant = (relevance: Relevance) => Object.values(relevance).some((grade) => grade > 0);

/**
 * Normalised discounted cumulative gain of the first `depth`: sum of grade / log2(rank + 1) over what was found, divided
 * by the same sum over the best possible order (Järvelin and Kekäläinen, 2002, with the grade itself as gain, as
 * trec_eval and BEIR count it). 0 to 1.
 */
export function ndcgAt(depth: number, ranked: readonly string[], relevance: Relevance): number | null {
  if (!hasRelevant(relevance)) return null;
  const found = ranked.slice(0, depth).map((id) => relevance[id] ?? 0);
  const best = Object.values(relevance).toSorted((a, b) => b - a);
  return discountedGain(found) / discountedGain(best.slice(0, depth));
}

const discountedGain = (grades: readonly number[]) =>
  grades.reduce((sum, grade, position) => sum + grade / Math.log2(position + 2), 0);

/** 1 when something relevant is among the first `depth`, else 0. */
export function hitAt(depth: number, ranked: readonly string[], relevance: Relevance): number | null {
  if (!hasRelevant(relevance)) return null;
  return ranked.slice(0, depth).some((id) => isRelevant(id, relevance)) ? 1 : 0;
}

/** The share of all that is relevant that stands among the first `depth`. */
export function recallAt(depth: number, ranked: readonly string[], relevance: Relevance): number | null {
  if (!hasRelevant(relevance)) return null;
  const all = Object.values(relevance).filter((grade) => grade > 0).length;
  return ranked.slice(0, depth).filter((id) => isRelevant(id, relevance)).length / all;
}

/** One divided by the rank of the first relevant one, 0 when there is none among the first `depth`. */
export function reciprocalRankAt(depth: number, ranked: readonly string[], relevance: Relevance): number | null {
  if (!hasRelevant(relevance)) return null;
  const position = ranked.slice(0, depth).findIndex((id) => isRelevant(id, relevance));
  return position < 0 ? 0 : 1 / (position + 1);
}

const isRelevant = (id: string, relevance: Relevance) => (relevance[id] ?? 0) > 0;
