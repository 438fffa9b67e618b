import type { DialectWord, EverydayWord, Lexicon } from '../catalogue/lexicon.ts';
import { foldForSearch } from './segment.ts';
import type { WeightedText } from './weigh-query.ts';

/** Official words are a guess at what was meant, so they count less than the citizen's own. */
const expansionWeight = 0.4;
/** A one-character word stands inside too many others to be a hint. */
const minWordLength = 2;

/**
 * Makes the function that adds official terms for the everyday and dialect words of a query. Words are added, never
 * replaced: a wrong guess may lift a wrong passage a little, and cannot hide the right one. Of words that overlap the
 * longest counts, and a word that must be asked back about is left alone.
 */
export function createQueryExpansion(lexicon: Lexicon): (query: string) => WeightedText[] {
  const terms = new Map<string, string>();
  for (const word of lexicon.dialect) addTerm(terms, word, word.standard);
  for (const word of lexicon.everyday) if (word.clarify !== 'yes') addTerm(terms, word, word.official);
  const longest = Math.max(0, ...[...terms.keys()].map((word) => word.length));
  return (query) => findWords(foldForSearch(query), terms, longest).map((text) => ({ text, weight: expansionWeight }));
}

function addTerm(terms: Map<string, string>, { word }: DialectWord | EverydayWord, meaning: string): void {
  const folded = foldForSearch(word);
  if (folded.length < minWordLength) return;
  const known = terms.get(folded);
  terms.set(folded, known === undefined ? meaning : `${known}，${meaning}`);
}

/** Meanings of the words in the text, left to right, each once, taking the longest word at every place. */
function findWords(text: string, terms: ReadonlyMap<string, string>, longest: number): string[] {
  const found = new Set<string>();
  for (let start = 0; start < text.length; ) {
    let length = Math.min(longest, text.length - start);
    while (length >= minWordLength && !terms.has(text.slice(start, start + length))) length -= 1;
    const meaning = terms.get(text.slice(start, start + length));
    if (meaning !== undefined) found.add(meaning);
    start += meaning === undefined ? 1 : length;
  }
  return [...found];
}
