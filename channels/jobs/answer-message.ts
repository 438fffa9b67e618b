import { z } from 'zod';
import { defineJob, type JobHandler } from './run-job.ts';

/** As migration 032 names it. */
export const answerMessage = 'answer-message';

/**
 * Answers a message that nobody answered in time. The record owes it from the moment a message is taken in (migration
 * 032), whatever happens to this process. `answer` stores the reply, which settles the debt in the same statement, and gives
 * back what is there when the message has its reply already, so a second run changes nothing.
 */
export function createAnswerMessageJob(answer: (messageId: string) => Promise<unknown>): JobHandler {
  return defineJob({
    payload: z.strictObject({ messageId: z.string() }),
    async run({ messageId }) {
      await answer(messageId);
    },
  });
}
