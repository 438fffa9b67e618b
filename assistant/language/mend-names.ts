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
  const lengthsOf = lengthsByBeginning(nameOf.keys());
  const pairs = pairsOfCorpus(knowledge, on);
  return (text) => {
    if (text.length > longestMended) return text;
    const heard = sound(text);
    // Where a character takes two units the sounds would not lie under the letters.
    if (heard.length !== text.length) return text;
    let mended = '';
    for (let at = 0; at < text.length; ) {
      const name = nameAt(text, at, { heard, nameOf, names, lengthsOf, pairs });
      mended += name ?? text[at];
      at += name?.length ?? 1;
    }
    return mended;
  };
}

interface Known {
  /** The text by its sounds, unit for unit. */
  heard: string;
  nameOf: ReadonlyMap<string, string>;
  names: ReadonlySet<string>;
  lengthsOf: ReadonlyMap<string, readonly number[]>;
  pairs: ReadonlySet<string>;
}

/** How long the names are that begin with a pair of sounds, the longest first: at most places of a text none begins. */
function lengthsByBeginning(sounds: Iterable<string>): Map<string, number[]> {
  const lengths = new Map<string, number[]>();
  for (const one of sounds) {
    const beginning = one.slice(0, shortestName);
    const known = lengths.get(beginning) ?? [];
    if (!known.includes(one.length))
      lengths.set(
        beginning,
        [...known, one.length].sort((left, right) => right - left),
      );
  }
  return lengths;
}

/** The longest name that starts at `at`, rightly written or not. */
function nameAt(text: string, at: number, { heard, nameOf, names, lengthsOf, pairs }: Known): string | null {
  for (const length of lengthsOf.get(heard.slice(at, at + shortestName)) ?? []) {
    const written = text.slice(at, at + length);
    if (names.has(written)) return written;
    const name = nameOf.get(heard.slice(at, at + length));
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
