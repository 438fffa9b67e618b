import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import type { Database } from '../store/schema.ts';
import { enqueue } from './outbox.ts';
import { defineJob, type JobHandler } from './run-job.ts';

export const forgetDoneJobs = 'forget-done-jobs';

/** Long enough to look back at an incident of last week. Jobs laid aside are kept until somebody has looked. */
const keepDays = 14;

/** Asked at every start of a desk, and by the job itself for the next day. */
export function oweForgetting<Tables>(db: Kysely<Tables>, runAt = new Date()): Promise<void> {
  return enqueue(db, { kind: forgetDoneJobs, payload: {}, uniqueKey: forgetDoneJobs, runAt });
}

export function createForgetDoneJobsJob({ db, now }: { db: Kysely<Database>; now: () => Date }): JobHandler {
  return defineJob({
    payload: z.strictObject({}),
    maxAttempts: Number.POSITIVE_INFINITY,
    async run(_payload, { finish }) {
      await db.transaction().execute(async (trx) => {
        await sql`delete from outbox_job where done_at < ${now()}::timestamptz - ${keepDays} * interval '1 day'`.execute(
          trx,
        );
        await finish(trx);
        await oweForgetting(trx, new Date(now().getTime() + 86_400_000));
      });
    },
  });
}
