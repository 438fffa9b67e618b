import type { AnswerCase } from '../suites/answers/answer-case.ts';
import { citedSentences, type RecordedAnswer } from '../suites/answers/recorded-answer.ts';
import { meanOf, type Scorer } from './scorer.ts';
import { claimsNothing, entails } from './support.ts';

/**
 * Citation recall after ALCE (Gao, Yen, Yu, Chen: Enabling Large Language Models to Generate Text with Citations, EMNLP
 * 2023, section 3.3): the share of the answer's sentences that follow from all of their citations together. Entailment is
 * judged by code from words and numbers instead of by a model.
 */
export const citationRecall: Scorer<AnswerCase, RecordedAnswer> = {
  name: 'citationRecall',
  score({ output }) {
    const claims = citedSentences(output).filter(({ text }) => !claimsNothing(text));
    return meanOf(claims.map(({ text, quotes }) => (entails(quotes, text) ? 1 : 0)));
  },
};
