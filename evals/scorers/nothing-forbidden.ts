import type { AnswerCase } from '../suites/answers/answer-case.ts';
import { type RecordedAnswer, readableText } from '../suites/answers/recorded-answer.ts';
import { says } from './canonical-text.ts';
import type { Scorer } from './scorer.ts';

/** 1 when nothing is said that must not be said: the fact of another branch, a superseded amount, a false premise. */
export const nothingForbidden: Scorer<AnswerCase, RecordedAnswer> = {
  name: 'nothingForbidden',
  score({ input: { expect }, output: { reply } }) {
    if (expect.mustNotSay.length === 0) return null;
    const text = readableText(reply);
    return expect.mustNotSay.some((unwanted) => says(text, unwanted)) ? 0 : 1;
  },
};
