import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { IncidentStore } from '../../assistant/index.ts';
import type { Database } from '../store/schema.ts';
import { enqueue } from './outbox.ts';
import { defineJob, type JobHandler } from './run-job.ts';

export const groupTickets = 'group-tickets';

const everySeconds = 30;
const batchSize = 500;

/** Asked at every start of a desk: it is owed once, however many desks start. */
export function oweGrouping<Tables>(db: Kysely<Tables>, runAt = new Date()): Promise<void> {
  return enqueue(db, { kind: groupTickets, payload: {}, uniqueKey: groupTickets, runAt });
}

interface Needs {
  db: Kysely<Database>;
  incidents: Pick<IncidentStore, 'group'>;
  now: () => Date;
}

/** Puts what was filed into incidents, and comes back: at once while more is waiting. */
export function createGroupTicketsJob({ db, incidents, now }: Needs): JobHandler {
  return defineJob({
    payload: z.strictObject({}),
    // It comes back by itself, so it must never be laid aside for good.
    maxAttempts: Number.POSITIVE_INFINITY,
    async run(_payload, { finish }) {
      const at = now();
      const isMoreWaiting = (await incidents.group(at, batchSize)) === batchSize;
      await db.transaction().execute(async (trx) => {
        await finish(trx);
        await oweGrouping(trx, isMoreWaiting ? at : new Date(at.getTime() + everySeconds * 1000));
      });
    },
  });
}
