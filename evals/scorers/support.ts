import { bareText } from './canonical-text.ts';
import { figuresMissing } from './figures.ts';

/**
 * The share of a sentence's character pairs that must stand in what it cites. Sentences taken over from a field reach
 * 1.0, honest rewordings some 0.7 to 0.9, and sentences about another fact of the same matter stay below 0.5: they share
 * the matter's name and little else.
 */
const entailingShare = 0.6;

// Said with every uncertain fact and claiming nothing about the matter; a citation need not hold it.
const hedges = /[（(]?以渝快办(?:当前|最新)?(?:办事)?指南为准[）)]?/g;

/** A sentence that holds nothing a source could support: a pure hedge, or punctuation. */
export function claimsNothing(sentence: string): boolean {
  return bareText(sentence.replace(hedges, '')) === '';
}

/**
 * Whether the words of a sentence follow from its sources, judged by code: enough of its character pairs stand in them,
 * and every document title in 《》 does. Numbers are judged apart, because one wrong digit hardly moves a share of pairs.
 */
export function wordsSupported(sentence: string, sources: readonly string[]): boolean {
  const claim = sentence.replace(hedges, '');
  if (sources.length === 0) return false;
  const held = bareText(sources.join('\n'));
  const titles = [...claim.matchAll(/《([^》]+)》/g)].map(([, title]) => bareText(title!));
  return titles.every((title) => held.includes(title)) && shareOfPairs(bareText(claim), held) >= entailingShare;
}

/** Words and numbers both: what ALCE asks an entailment model, asked here of code. */
export function entails(sources: readonly string[], sentence: string): boolean {
  return wordsSupported(sentence, sources) && figuresMissing(sentence, sources).length === 0;
}

/** A single character counts as its own pair. */
function shareOfPairs(claim: string, held: string): number {
  if (claim.length < 2) return held.includes(claim) ? 1 : 0;
  const pairs = Array.from({ length: claim.length - 1 }, (_, at) => claim.slice(at, at + 2));
  return pairs.filter((pair) => held.includes(pair)).length / pairs.length;
}
