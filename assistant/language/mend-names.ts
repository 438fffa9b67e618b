import type { Knowledge } from '../../knowledge/index.ts';

/** Puts names of matters right that were typed or heard as characters of the same sound: 「户照」, 「生预津贴」. */
export type MendNames = (text: string) => string;

/** Who writes at length has proofread, and holds more chance likenesses than slips. */
const longestMended = 80;
const shortestName = 2;
const longestName = 8;
/** One character in so many may be another of the same sound; a name of two or three may have one. */
const charactersPerSlip = 3;

/**
 * Learns the names that the matters in force on `on` go by, and every pair of characters that the corpus has. A stretch of
 * a message is put right when it sounds like a name and its own pairs are words nowhere: what is a word was meant.
 */
export function createNameMender(knowledge: Knowledge, on: string): MendNames {
  const { soundAlikes } = knowledge.catalogue;
  const soundOf = new Map<string, string>();
  for (const { characters } of soundAlikes)
    for (const one of characters)
      if (!soundOf.has(one)) soundOf.set(one, soundOf.get(characters[0]!) ?? characters[0]!);
  const sound = (text: string) => Array.from(text, (character) => soundOf.get(character) ?? character).join('');
  const names = namesOf(knowledge, on);
  const nameOf = new Map([...names].map((name) => [sound(name), name]));
  const pairs = pairsOfCorpus(knowledge, on);
  return (text) => {
    if (text.length > longestMended) return text;
    let mended = '';
    for (let at = 0; at < text.length; ) {
      const name = nameAt(text, at, { sound, nameOf, names, pairs });
      mended += name ?? text[at];
      at += name?.length ?? 1;
    }
    return mended;
  };
}

interface Known {
  sound: (text: string) => string;
  nameOf: ReadonlyMap<string, string>;
  names: ReadonlySet<string>;
  pairs: ReadonlySet<string>;
}

/** The longest name that starts at `at`, rightly written or not. */
function nameAt(text: string, at: number, { sound, nameOf, names, pairs }: Known): string | null {
  for (let length = Math.min(longestName, text.length - at); length >= shortestName; length--) {
    const written = text.slice(at, at + length);
    if (names.has(written)) return written;
    const name = nameOf.get(sound(written));
    if (name !== undefined && slips(written, name) <= slipsAllowed(length) && isNoWord(written, name, pairs))
      return name;
  }
  return null;
}

function slips(written: string, name: string): number {
  return Array.from(written).filter((character, at) => character !== name[at]).length;
}

function slipsAllowed(length: number): number {
  return Math.max(1, Math.floor(length / charactersPerSlip));
}

/** A pair that differs from the name's is one that no text of ours has: what was written is no word. */
function isNoWord(written: string, name: string, pairs: ReadonlySet<string>): boolean {
  return Array.from({ length: written.length - 1 }, (_, at) => written.slice(at, at + 2)).some(
    (pair, at) => pair !== name.slice(at, at + 2) && !pairs.has(pair),
  );
}

// Words of two characters sound like too many others; of those that name no matter only these are put right.
const shortWords = ['材料', '户口', '证明', '手续', '流程', '条件'];

/** Titles, aliases, what is to be brought, and longer words of everyday and official use. */
function namesOf(knowledge: Knowledge, on: string): Set<string> {
  const { lexicon, senses } = knowledge.catalogue;
  const cards = knowledge.matters.inForce(on);
  const ofCards = cards.flatMap(({ title, aliases }) => [title.replace(/一件事$/u, ''), ...aliases]);
  const longer = [
    ...cards.flatMap(({ materials }) => materials.map(({ name }) => name.replace(/^居民/u, ''))),
    ...lexicon.everyday.flatMap(({ word, official }) => [word, official]),
    ...senses.map(({ sense }) => sense),
  ].filter(({ length }) => length > shortestName);
  const isName = (name: string) =>
    /^\p{Script=Han}+$/u.test(name) && name.length >= shortestName && name.length <= longestName;
  return new Set([...ofCards, ...shortWords, ...longer].filter(isName));
}

function pairsOfCorpus(knowledge: Knowledge, on: string): Set<string> {
  const { examples, routing, questions, lexicon } = knowledge.catalogue;
  const pairs = new Set<string>();
  const texts = [
    ...knowledge.matters.inForce(on).map((card) => knowledge.matterDocument(card).text),
    ...[...examples, ...questions, ...routing].map(({ text }) => text),
    ...lexicon.dialect.flatMap(({ word, standard, example = '' }) => [word, standard, example]),
  ];
  for (const text of texts) for (let at = 0; at + 1 < text.length; at++) pairs.add(text.slice(at, at + 2));
  return pairs;
}
