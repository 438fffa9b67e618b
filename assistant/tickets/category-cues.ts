import type { Taxonomy } from '../../knowledge/index.ts';
import type { LabelledText } from './classify-text.ts';

export interface CueHit {
  word: string;
  /** How strongly the word speaks for its category. */
  weight: number;
}

/** Characters in which people usually have said what it is about; long messages go on to tell other things too. */
export const opening = 80;

/** The cue words said in a text, by category. */
export type FindCues = (text: string) => Map<string, CueHit[]>;

/** Every word of a list that a text holds, with its first position. */
type FindWords = (text: string) => Map<string, number>;

/**
 * Looks for the words by which people name each category. A word weighs by its length and by how often the messages
 * that hold it belong to the category: 停车场 says little about parking fees, 天价停车 a lot. Of cues inside one another
 * (电梯, 电梯坏) the longest counts; said after the opening it counts half.
 */
export function createCueFinder(
  { categories }: Taxonomy,
  messages: readonly LabelledText[],
  prepare: (text: string) => string,
): FindCues {
  const codesOf = new Map<string, Set<string>>();
  for (const { code, saidAs } of categories)
    for (const word of saidAs.map(prepare)) codesOf.set(word, (codesOf.get(word) ?? new Set()).add(code));
  const findWords = createWordFinder([...codesOf.keys()]);
  const weightOf = learnWeights(messages, findWords);

  return (text) => {
    const hits = new Map<string, CueHit[]>();
    const longestFirst = [...findWords(text)].sort(([a], [b]) => b.length - a.length);
    for (const [word, at] of longestFirst) {
      for (const code of codesOf.get(word)!) {
        const own = hits.get(code) ?? [];
        if (own.some((hit) => hit.word.includes(word))) continue;
        const weight = weightOf(word, code) * (at < opening ? 1 : 0.5);
        hits.set(code, [...own, { word, weight }]);
      }
    }
    return hits;
  };
}

/** Root of the length, times the share of messages with the word that are of the category, one imagined message added. */
function learnWeights(messages: readonly LabelledText[], findWords: FindWords): (word: string, code: string) => number {
  const holding = new Map<string, number>();
  for (const { text, label } of messages)
    for (const word of findWords(text).keys())
      for (const key of [word, `${word}/${label}`]) holding.set(key, (holding.get(key) ?? 0) + 1);
  return (word, code) => {
    const share = ((holding.get(`${word}/${code}`) ?? 0) + 1) / ((holding.get(word) ?? 0) + 1);
    return Math.sqrt(word.length) * share;
  };
}

/** Thousands of words are looked for at once, so only those that begin with the character at hand are compared. */
function createWordFinder(words: readonly string[]): FindWords {
  const byFirst = new Map<string, string[]>();
  for (const word of words) byFirst.set(word[0]!, [...(byFirst.get(word[0]!) ?? []), word]);
  return (text) => {
    const found = new Map<string, number>();
    for (let at = 0; at < text.length; at++)
      for (const word of byFirst.get(text[at]!) ?? [])
        if (!found.has(word) && text.startsWith(word, at)) found.set(word, at);
    return found;
  };
}
