import type { AnswerCase } from '../suites/answers/answer-case.ts';
import type { RecordedAnswer } from '../suites/answers/recorded-answer.ts';
import { factsPresent } from './facts-present.ts';
import { matterRight } from './matter-right.ts';
import { nothingForbidden } from './nothing-forbidden.ts';
import { outcomeRight } from './outcome-right.ts';
import type { Scorer } from './scorer.ts';

const asked = [outcomeRight, matterRight, factsPresent, nothingForbidden];

/** The verdict on a case: 1 when everything that its expectation asks for holds in full. Null when it asks for nothing. */
export const answerRight: Scorer<AnswerCase, RecordedAnswer> = {
  name: 'right',
  score(recorded) {
    const scores = asked.map(({ score }) => score(recorded)).filter((score) => score !== null);
    if (scores.length === 0) return null;
    return scores.every((score) => score === 1) ? 1 : 0;
  },
};
