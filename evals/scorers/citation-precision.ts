import type { AnswerCase } from '../suites/answers/answer-case.ts';
import { type CitedSentence, citedSentences, type RecordedAnswer } from '../suites/answers/recorded-answer.ts';
import { meanOf, type Scorer } from './scorer.ts';
import { claimsNothing, entails } from './support.ts';

/**
 * Citation precision after ALCE (Gao et al., EMNLP 2023, section 3.3): the share of citations that matter. A citation
 * does not when its sentence is unsupported, or when it supports nothing alone and the others support as much without it.
 */
export const citationPrecision: Scorer<AnswerCase, RecordedAnswer> = {
  name: 'citationPrecision',
  score({ output }) {
    const claims = citedSentences(output).filter(({ text }) => !claimsNothing(text));
    return meanOf(claims.flatMap((claim) => claim.quotes.map((_, at) => (matters(claim, at) ? 1 : 0))));
  },
};

function matters({ text, quotes }: CitedSentence, at: number): boolean {
  if (!entails(quotes, text)) return false;
  return entails([quotes[at]!], text) || !entails(quotes.toSpliced(at, 1), text);
}
