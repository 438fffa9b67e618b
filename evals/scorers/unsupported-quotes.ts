import type { AnswerCase } from '../suites/answers/answer-case.ts';
import { citedSentences, type RecordedAnswer } from '../suites/answers/recorded-answer.ts';
import { quotedSpansMissing } from './quoted-spans.ts';
import type { Scorer } from './scorer.ts';

/** How many quoted spans (「」, “”) stand in a sentence but in none of its quotes. Null when the reply claims nothing. */
export const unsupportedQuotes: Scorer<AnswerCase, RecordedAnswer> = {
  name: 'unsupportedQuotes',
  score({ output }) {
    const sentences = citedSentences(output);
    if (sentences.length === 0) return null;
    return sentences.reduce((found, { text, quotes }) => found + quotedSpansMissing(text, quotes).length, 0);
  },
};
