import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Database } from '../store/schema.ts';
import { enqueue, type NewJob } from './outbox.ts';
import { defineJob, type JobHandler } from './run-job.ts';

export const endStaleChats = 'end-stale-chats';

// A chat is over ten minutes after its last sign of life; half a minute more goes unnoticed by whoever waits.
const everySeconds = 30;

/** Asked at every start of a desk: it is owed once, however many desks start. */
export function oweEnding<Tables>(db: Kysely<Tables>, runAt: NewJob['runAt'] = new Date()): Promise<void> {
  return enqueue(db, { kind: endStaleChats, payload: {}, uniqueKey: endStaleChats, runAt });
}

interface Needs {
  db: Kysely<Database>;
  /** Ends what is due, and does nothing a second time. */
  endStale: () => Promise<void>;
}

/** Ends the chats that nobody came for or that an operator has left standing, also when nobody looks. */
export function createEndStaleChatsJob({ db, endStale }: Needs): JobHandler {
  return defineJob({
    payload: z.strictObject({}),
    // It comes back by itself, so it must never be laid aside for good.
    maxAttempts: Number.POSITIVE_INFINITY,
    async run(_payload, { finish }) {
      await endStale();
      await db.transaction().execute(async (trx) => {
        await finish(trx);
        await oweEnding(trx, { inSeconds: everySeconds });
      });
    },
  });
}
