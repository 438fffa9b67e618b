import { segment } from './segment.ts';

/** A part of a query and what its words count against the others; a plain query counts 1. */
export interface WeightedText {
  text: string;
  weight: number;
}

/** So many distinct terms make a letter of a question; from none to here the two adjustments below grow evenly. */
const letterLength = 60;
/**
 * In a few words every character tells; in a letter single characters are mostly noise beside the pairs and lose this
 * share of their weight.
 */
const characterLoss = 0.7;

/**
 * What each token of a query counts, before the impact of its posting. A word said twice is asked for twice, so repeats
 * add up. A letter greets, tells and thanks, and what it is about are its rare words: the longer the query, the more
 * rarity counts, up to its square (the impact holds it once, here it is raised to 0 … 1). Figures for both adjustments
 * are in docs/search-measurements.md.
 */
export function weighQuery(
  query: string | readonly WeightedText[],
  rarityOf: (token: string) => number | undefined,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text, weight } of typeof query === 'string' ? [{ text: query, weight: 1 }] : query)
    for (const token of segment(text)) counts.set(token, (counts.get(token) ?? 0) + weight);

  const length = letterShare(counts.keys());
  const weights = new Map<string, number>();
  for (const [token, count] of counts) {
    const rarity = rarityOf(token);
    if (rarity === undefined) continue;
    weights.set(token, count * rarity ** length * (isCharacter(token) ? 1 - characterLoss * length : 1));
  }
  return weights;
}

/** 0 for no tokens, growing evenly to 1 for a letter. Only pairs and runs count, each once. */
export function letterShare(tokens: Iterable<string>): number {
  const terms = new Set<string>();
  for (const token of tokens) if (!isCharacter(token)) terms.add(token);
  return Math.min(1, terms.size / letterLength);
}

const isCharacter = (token: string) => /^\p{Script=Han}$/u.test(token);
