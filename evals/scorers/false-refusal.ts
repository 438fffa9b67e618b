import type { AnswerCase } from '../suites/answers/answer-case.ts';
import type { RecordedAnswer } from '../suites/answers/recorded-answer.ts';
import type { Scorer } from './scorer.ts';

const refusals = new Set(['not_in_scope', 'nothing_found', 'refused', 'handed_over']);

/**
 * 1 when something that could be served was turned away. Cases that ought to be turned away, or that may be, are not
 * judged; a case without a wanted outcome is served when it names a matter or facts.
 */
export const falseRefusal: Scorer<AnswerCase, RecordedAnswer> = {
  name: 'falseRefusal',
  score({ input: { expect }, output: { reply } }) {
    const mayRefuse = expect.outcome?.some((outcome) => refusals.has(outcome)) ?? false;
    const servable = expect.outcome !== undefined || expect.matter !== undefined || expect.mustSay.length > 0;
    if (mayRefuse || !servable) return null;
    return refusals.has(reply.outcome) ? 1 : 0;
  },
};
