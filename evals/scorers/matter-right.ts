import type { AnswerCase } from '../suites/answers/answer-case.ts';
import { type RecordedAnswer, repliesIn } from '../suites/answers/recorded-answer.ts';
import type { Scorer } from './scorer.ts';

/** 1 when the wanted matter was answered from (or asked about). */
export const matterRight: Scorer<AnswerCase, RecordedAnswer> = {
  name: 'matterRight',
  score({ input: { expect }, output: { reply } }) {
    if (!expect.matter) return null;
    return repliesIn(reply).some((single) => 'matter' in single && single.matter?.id === expect.matter) ? 1 : 0;
  },
};
