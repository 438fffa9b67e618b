import type { AnswerCase } from '../suites/answers/answer-case.ts';
import { citedSentences, type RecordedAnswer } from '../suites/answers/recorded-answer.ts';
import type { Scorer } from './scorer.ts';
import { claimsNothing, wordsSupported } from './support.ts';

/** How many sentences of the answer do not follow from what they cite. Null when the reply claims nothing. */
export const unsupportedSentences: Scorer<AnswerCase, RecordedAnswer> = {
  name: 'unsupportedSentences',
  score({ output }) {
    const claims = citedSentences(output).filter(({ text }) => !claimsNothing(text));
    if (claims.length === 0) return null;
    return claims.filter(({ text, quotes }) => !wordsSupported(text, quotes)).length;
  },
};
