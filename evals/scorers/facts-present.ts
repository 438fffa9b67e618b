import type { AnswerCase } from '../suites/answers/answer-case.ts';
import { type RecordedAnswer, readableText } from '../suites/answers/recorded-answer.ts';
import { says } from './canonical-text.ts';
import { meanOf, type Scorer } from './scorer.ts';

/** The share of the required facts that the citizen is told, numerals and units written in any way. */
export const factsPresent: Scorer<AnswerCase, RecordedAnswer> = {
  name: 'factsPresent',
  score({ input: { expect }, output: { reply } }) {
    const text = readableText(reply);
    return meanOf(expect.mustSay.map((anyOf) => (anyOf.some((wanted) => says(text, wanted)) ? 1 : 0)));
  },
};
