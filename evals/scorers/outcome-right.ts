import type { AnswerCase } from '../suites/answers/answer-case.ts';
import { type RecordedAnswer, repliesIn } from '../suites/answers/recorded-answer.ts';
import type { Scorer } from './scorer.ts';

/** 1 when the turn ended in one of the wanted ways, as a whole or in one of several replies. */
export const outcomeRight: Scorer<AnswerCase, RecordedAnswer> = {
  name: 'outcomeRight',
  score({ input: { expect }, output: { reply } }) {
    if (!expect.outcome) return null;
    const ended = [reply.outcome, ...repliesIn(reply).map(({ outcome }) => outcome)];
    return ended.some((outcome) => expect.outcome?.includes(outcome)) ? 1 : 0;
  },
};
