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

interface Cue extends CueHit {
  code: string;
}

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
  const cues: Cue[] = categories.flatMap(({ code, saidAs }) =>
    [...new Set(saidAs.map(prepare))].map((word) => ({
      code,
      word,
      weight: Math.sqrt(word.length) * purity(word, code, messages),
    })),
  );
  const longestFirst = cues.sort((a, b) => b.word.length - a.word.length);

  return (text) => {
    const hits = new Map<string, CueHit[]>();
    for (const { code, word, weight } of longestFirst) {
      const at = text.indexOf(word);
      if (at < 0) continue;
      const own = hits.get(code) ?? [];
      if (!own.some((hit) => hit.word.includes(word)))
        hits.set(code, [...own, { word, weight: at < opening ? weight : weight / 2 }]);
    }
    return hits;
  };
}

/** Share of the messages with the word that are of the category; one imagined message keeps unseen words at 1. */
function purity(word: string, code: string, messages: readonly LabelledText[]): number {
  const holding = messages.filter(({ text }) => text.includes(word));
  const own = holding.filter(({ label }) => label === code);
  return (own.length + 1) / (holding.length + 1);
}
