import type { WordSense } from '../../knowledge/index.ts';

/** Longer words than any that is listed need not be tried. */
interface SenseTable {
  senseOf: ReadonlyMap<string, string>;
  longest: number;
}

// The list is read once and lives as long as the process.
const tables = new WeakMap<readonly WordSense[], SenseTable>();

/**
 * A text with each word put as the one that stands for all of its sense, for comparing wordings: 「娃儿好久能上户头」 and
 * 「孩子多久可以上户口」 come near. At each place the longest word wins.
 */
export function foldSenses(text: string, senses: readonly WordSense[]): string {
  const { senseOf, longest } = tableOf(senses);
  let folded = '';
  for (let at = 0; at < text.length; ) {
    const word = wordAt(text, at, senseOf, longest);
    folded += word === null ? text[at] : senseOf.get(word);
    at += word?.length ?? 1;
  }
  return folded;
}

function wordAt(text: string, at: number, senseOf: SenseTable['senseOf'], longest: number): string | null {
  for (let length = Math.min(longest, text.length - at); length > 0; length--) {
    const word = text.slice(at, at + length);
    if (senseOf.has(word)) return word;
  }
  return null;
}

function tableOf(senses: readonly WordSense[]): SenseTable {
  const known = tables.get(senses);
  if (known) return known;
  // A sense stands for itself, or a shorter word inside it would be put in its place.
  const senseOf = new Map([...senses.map(({ sense }) => [sense, sense] as const), ...toPairs(senses)]);
  const table = { senseOf, longest: Math.max(0, ...[...senseOf.keys()].map(({ length }) => length)) };
  tables.set(senses, table);
  return table;
}

function toPairs(senses: readonly WordSense[]): (readonly [string, string])[] {
  return senses.map(({ word, sense }) => [word, sense] as const);
}
