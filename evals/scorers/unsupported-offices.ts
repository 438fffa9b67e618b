import type { AnswerCase } from '../suites/answers/answer-case.ts';
import { citedSentences, type RecordedAnswer } from '../suites/answers/recorded-answer.ts';
import { officesMissing } from './office-names.ts';
import type { Scorer } from './scorer.ts';

/** How many offices stand in a sentence but in none of its quotes. Null when the reply claims nothing. */
export const unsupportedOffices: Scorer<AnswerCase, RecordedAnswer> = {
  name: 'unsupportedOffices',
  score({ output }) {
    const sentences = citedSentences(output);
    if (sentences.length === 0) return null;
    return sentences.reduce((found, { text, quotes }) => found + officesMissing(text, quotes).length, 0);
  },
};
