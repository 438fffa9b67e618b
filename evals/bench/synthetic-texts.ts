import type { LexicalDocument } from '../../knowledge/index.ts';
import { seededRandom } from '../seeded-random.ts';

/**
 * Texts made of nothing but chance: words of two or three Chinese characters that mean nothing, as common and as rare as
 * words are (Zipf). They measure speed and agreement, never how well something understands.
 */
export interface SyntheticTexts {
  passages(count: number): LexicalDocument[];
  /** Words of the passages put together anew; every tenth is as long as a letter. */
  queries(passages: readonly LexicalDocument[], count: number): string[];
  /** Texts of ten classes, each with words of its own among common ones; every class equally often. */
  labelled(count: number): { text: string; label: string }[];
}

const characters = 1500;
const vocabularySize = 5000;
const classes = 10;
const wordsOfClass = 40;
/** One word in five tells the class; no single one decides. */
const telling = 0.2;

export function syntheticTexts(seed = 1): SyntheticTexts {
  const random = seededRandom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const character = () => String.fromCharCode(0x4e00 + below(characters));
  const word = () => Array.from({ length: random() < 0.7 ? 2 : 3 }, character).join('');
  const vocabulary = Array.from({ length: vocabularySize }, word);
  // Rank r about as often as 1 / r: exponents of a uniform number give just that.
  const common = () => vocabulary[Math.floor(vocabularySize ** random()) - 1]!;
  const phrase = (least: number, most: number, draw = common) =>
    Array.from({ length: least + below(most - least) }, draw).join('');

  return {
    passages: (count) =>
      Array.from({ length: count }, (_, id) => ({ id: `${id}`, title: phrase(2, 5), text: phrase(20, 60) })),
    queries: (passages, count) =>
      Array.from({ length: count }, (_, index) => {
        const pieces = index % 10 === 9 ? 30 : 2 + below(4);
        return Array.from({ length: pieces }, () => {
          const { text } = passages[below(passages.length)]!;
          const start = below(text.length - 3);
          return text.slice(start, start + 2 + below(2));
        }).join('');
      }),
    labelled: (count) =>
      Array.from({ length: count }, (_, index) => {
        const label = index % classes;
        const own = () => vocabulary[vocabularySize - 1 - label * wordsOfClass - below(wordsOfClass)]!;
        return { text: phrase(10, 30, () => (random() < telling ? own() : common())), label: `class-${label}` };
      }),
  };
}
