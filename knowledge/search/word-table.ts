import { rarity } from './collect-postings.ts';
import { cutWords } from './cut-words.ts';
import { isFloats, isIntegers, isText, packParts, partOf, unpackParts } from './packed-parts.ts';

/** Which words stand in which passage, the other way round than an index: to look closer at a few passages. */
export interface WordTable {
  /** Reads the question once; the shares below are of rarity (idf), from 0 to 1. */
  compare(question: string): WordComparison;
  /** 1 where each heading stands for itself, 0 where headings share their words with very many others (the name of a law). */
  readonly headingWorth: number;
  toBytes(): Uint8Array;
}

export interface WordComparison {
  /** How much of the question stands in the passage's heading. */
  askedInHeading(passage: number): number;
  /** How much of the heading stands in the question. */
  headingInQuestion(passage: number): number;
  /** How much of the passage's text stands in the question. */
  textInQuestion(passage: number): number;
}

export interface WordSource {
  heading: string;
  text: string;
}

/** Words of passage p, each once, stand in `words` from `starts[p]` to `starts[p + 1]`. */
interface Column {
  starts: Uint32Array;
  words: Uint32Array;
}

interface Tables {
  vocabulary: string[];
  rarities: Float32Array;
  headings: Column;
  texts: Column;
}

/** A heading whose words stand on average in this share of all headings says nothing of its own. */
const crowdedShare = 0.1;

export function createWordTable(passages: readonly WordSource[]): WordTable {
  const ids = new Map<string, number>();
  const idOf = (word: string) => ids.get(word) ?? ids.set(word, ids.size).size - 1;
  const column = (textOf: (passage: WordSource) => string): Column => {
    const starts = new Uint32Array(passages.length + 1);
    const words: number[] = [];
    for (const [position, passage] of passages.entries()) {
      for (const word of new Set(cutWords(textOf(passage)))) words.push(idOf(word));
      starts[position + 1] = words.length;
    }
    return { starts, words: Uint32Array.from(words) };
  };
  const headings = column(({ heading }) => heading);
  const texts = column(({ text }) => text);
  return openTables({
    vocabulary: [...ids.keys()],
    rarities: raritiesOf(ids.size, passages.length, [headings, texts]),
    headings,
    texts,
  });
}

/** Reads what `toBytes` wrote. */
export function readWordTable(bytes: Uint8Array): WordTable {
  const parts = unpackParts(bytes);
  const column = (name: string): Column => ({
    starts: partOf(parts, `${name}Starts`, isIntegers),
    words: partOf(parts, `${name}Words`, isIntegers),
  });
  const vocabulary = partOf(parts, 'vocabulary', isText);
  return openTables({
    vocabulary: vocabulary === '' ? [] : vocabulary.split('\n'),
    rarities: partOf(parts, 'rarities', isFloats),
    headings: column('heading'),
    texts: column('text'),
  });
}

function openTables({ vocabulary, rarities, headings, texts }: Tables): WordTable {
  const ids = new Map(vocabulary.map((word, id) => [word, id]));
  const unknownRarity = rarity(Math.max(1, texts.starts.length - 1), 0);
  const shareOf = ({ starts, words }: Column, passage: number, isAsked: (word: number) => boolean, whole?: number) => {
    let [shared, all] = [0, 0];
    for (let at = starts[passage]!; at < starts[passage + 1]!; at += 1) {
      all += rarities[words[at]!]!;
      if (isAsked(words[at]!)) shared += rarities[words[at]!]!;
    }
    const of = whole ?? all;
    return of === 0 ? 0 : shared / of;
  };
  return {
    headingWorth: Math.max(0, 1 - crowding(headings) / crowdedShare),
    compare(question) {
      const asked = new Set<number>();
      let whole = 0;
      for (const word of new Set(cutWords(question))) {
        const id = ids.get(word);
        if (id !== undefined) asked.add(id);
        whole += id === undefined ? unknownRarity : rarities[id]!;
      }
      const isAsked = (word: number) => asked.has(word);
      return {
        askedInHeading: (passage) => shareOf(headings, passage, isAsked, whole),
        headingInQuestion: (passage) => shareOf(headings, passage, isAsked),
        textInQuestion: (passage) => shareOf(texts, passage, isAsked),
      };
    },
    toBytes: () =>
      packParts({
        vocabulary: vocabulary.join('\n'),
        rarities,
        headingStarts: headings.starts,
        headingWords: headings.words,
        textStarts: texts.starts,
        textWords: texts.words,
      }),
  };
}

/** idf by word, over the passages that have it in heading or text. */
function raritiesOf(words: number, passages: number, columns: readonly Column[]): Float32Array {
  const holding = new Uint32Array(words);
  const lastSeen = new Int32Array(words).fill(-1);
  for (let passage = 0; passage < passages; passage += 1)
    for (const { starts, words: ids } of columns)
      for (const word of ids.subarray(starts[passage]!, starts[passage + 1]!)) {
        if (lastSeen[word] !== passage) holding[word]! += 1;
        lastSeen[word] = passage;
      }
  return Float32Array.from(holding, (count) => rarity(passages, count));
}

/** Mean over the headings of the mean share of headings that a word of it stands in. 1 where there are no headings. */
function crowding({ starts, words }: Column): number {
  const inHeadings = new Map<number, number>();
  for (const word of words) inHeadings.set(word, (inHeadings.get(word) ?? 0) + 1);
  let [sum, filled] = [0, 0];
  for (let passage = 0; passage + 1 < starts.length; passage += 1) {
    const own = words.subarray(starts[passage]!, starts[passage + 1]!);
    if (own.length === 0) continue;
    filled += 1;
    let shared = 0;
    for (const word of own) shared += inHeadings.get(word)!;
    sum += shared / own.length;
  }
  return filled === 0 ? 1 : sum / filled / filled;
}
