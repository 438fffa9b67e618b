import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import type { Retention } from '../retention/retention.ts';
import type { Database } from '../store/schema.ts';
import { enqueue } from './outbox.ts';
import { defineJob, type JobHandler } from './run-job.ts';

export const deleteExpired = 'delete-expired';

/** Asked at every start of a desk, and by the job itself for the next day. */
export function oweDeleting<Tables>(db: Kysely<Tables>, runAt = new Date()): Promise<void> {
  return enqueue(db, { kind: deleteExpired, payload: {}, uniqueKey: deleteExpired, runAt });
}

interface Needs {
  db: Kysely<Database>;
  retention: Pick<Retention, 'sweep'>;
  now: () => Date;
}

/** Once a day, what has been kept for its time goes. Breaking off is harmless: the next run goes on with the rest. */
export function createDeleteExpiredJob({ db, retention, now }: Needs): JobHandler {
  return defineJob({
    payload: z.strictObject({}),
    maxAttempts: Number.POSITIVE_INFINITY,
    async run(_payload, { finish }) {
      await retention.sweep();
      await sql`delete from session where expires_at < ${now()}::timestamptz - interval '30 days'`.execute(db);
      await db.transaction().execute(async (trx) => {
        await finish(trx);
        await oweDeleting(trx, new Date(now().getTime() + 86_400_000));
      });
    },
  });
}
