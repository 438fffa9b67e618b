import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Database } from '../store/schema.ts';
import { enqueue } from './outbox.ts';
import { defineJob, type JobHandler } from './run-job.ts';

export const topUpDemoData = 'top-up-demo-data';

/** Often enough that a roll-up has little left to read beside itself. */
const everyHours = 6;

/** Asked at every start of a desk with a demo platform, and by the job itself for the next time. */
export function oweTopUp<Tables>(db: Kysely<Tables>, runAt: Date): Promise<void> {
  return enqueue(db, { kind: topUpDemoData, payload: {}, uniqueKey: topUpDemoData, runAt });
}

export const nextTopUp = (now: Date) => new Date(now.getTime() + everyHours * 3_600_000);

export interface TopUpNeeds {
  db: Kysely<Database>;
  now: () => Date;
  /** Adds the rows of the days since, and what has settled to the roll-ups; harmless when there is nothing to add. */
  topUp(): Promise<unknown>;
}

export function createTopUpDemoDataJob({ db, now, topUp }: TopUpNeeds): JobHandler {
  return defineJob({
    payload: z.strictObject({}),
    maxAttempts: Number.POSITIVE_INFINITY,
    async run(_payload, { finish }) {
      await topUp();
      await db.transaction().execute(async (trx) => {
        await finish(trx);
        await oweTopUp(trx, nextTopUp(now()));
      });
    },
  });
}
