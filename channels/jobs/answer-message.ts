import type { Kysely } from 'kysely';
import { z } from 'zod';
import { enqueue, settle } from './outbox.ts';
import { defineJob, type JobHandler } from './run-job.ts';

export const answerMessage = 'answer-message';

/** An answer takes a few seconds at most; what has none by then was broken off, most likely by the end of its process. */
const answeredWithinSeconds = 30;

const keyOf = (messageId: string) => `${answerMessage}:${messageId}`;

/** Owed from the moment a message is taken in: whatever happens to this process, it will be answered. */
export async function oweAnswer<Tables>(trx: Kysely<Tables>, messageId: string): Promise<void> {
  const runAt = { inSeconds: answeredWithinSeconds };
  await enqueue(trx, { kind: answerMessage, payload: { messageId }, uniqueKey: keyOf(messageId), runAt });
}

/** In the transaction that stores the answer: then nothing is owed any more. */
export function settleAnswer<Tables>(trx: Kysely<Tables>, messageId: string): Promise<void> {
  return settle(trx, keyOf(messageId));
}

/**
 * Answers a message that nobody answered in time. `answer` stores the reply and settles the debt in one transaction, and
 * gives back what is there when the message has its reply already, so a second run changes nothing.
 */
export function createAnswerMessageJob(answer: (messageId: string) => Promise<unknown>): JobHandler {
  return defineJob({
    payload: z.strictObject({ messageId: z.string() }),
    async run({ messageId }) {
      await answer(messageId);
    },
  });
}
