import type { AnswerCase } from '../suites/answers/answer-case.ts';
import { citedSentences, type RecordedAnswer } from '../suites/answers/recorded-answer.ts';
import { figuresMissing } from './figures.ts';
import type { Scorer } from './scorer.ts';

/** How many numbers, dates and amounts stand in a sentence but in none of its quotes. Null when the reply claims nothing. */
export const unsupportedNumbers: Scorer<AnswerCase, RecordedAnswer> = {
  name: 'unsupportedNumbers',
  score({ output }) {
    const sentences = citedSentences(output);
    if (sentences.length === 0) return null;
    return sentences.reduce((found, { text, quotes }) => found + figuresMissing(text, quotes).length, 0);
  },
};
