import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { TicketStore } from '../../assistant/index.ts';
import type { Database } from '../store/schema.ts';
import { enqueue } from './outbox.ts';
import { defineJob, type JobHandler } from './run-job.ts';

export const escalateOverdue = 'escalate-overdue';

const everyMinutes = 5;

/** So many in one run at most; the next run takes the rest. */
const batchSize = 500;

/** Asked at every start of a desk: it is owed once, however many desks start. */
export function oweEscalation<Tables>(db: Kysely<Tables>, runAt = new Date()): Promise<void> {
  return enqueue(db, { kind: escalateOverdue, payload: {}, uniqueKey: escalateOverdue, runAt });
}

interface Needs {
  db: Kysely<Database>;
  tickets: Pick<TicketStore, 'findEscalating' | 'escalate'>;
  now: () => Date;
}

/**
 * Brings a ticket up once for each share of its time budget that is used, counted as its clock counts: in working time,
 * without the pauses. Whoever is next on the reporting line gets a line into the inbox, also when nobody was assigned.
 */
export function createEscalateOverdueJob({ db, tickets, now }: Needs): JobHandler {
  return defineJob({
    payload: z.strictObject({}),
    // It comes back by itself, so it must never be laid aside for good.
    maxAttempts: Number.POSITIVE_INFINITY,
    async run(_payload, { finish }) {
      const at = now();
      for (const number of await tickets.findEscalating(at, batchSize)) {
        const told = await tickets.escalate(number, at);
        if (told.length > 0)
          await db
            .insertInto('notification')
            .values(told.map(toLine(number, at)))
            .execute();
      }
      await db.transaction().execute(async (trx) => {
        await finish(trx);
        await oweEscalation(trx, new Date(at.getTime() + everyMinutes * 60_000));
      });
    },
  });
}

const toLine = (ticketNumber: string, at: Date) => (escalation: { percentUsed: number; toldTo: string }) => ({
  unit: escalation.toldTo,
  ticket_number: ticketNumber,
  kind: `escalated_${escalation.percentUsed}`,
  created_at: at,
});
