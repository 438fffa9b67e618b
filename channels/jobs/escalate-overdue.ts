import { type Kysely, sql, type Transaction } from 'kysely';
import { z } from 'zod';
import { triageDesk } from '../../assistant/index.ts';
import type { Database } from '../store/schema.ts';
import { enqueue } from './outbox.ts';
import { defineJob, type JobHandler } from './run-job.ts';

export const escalateOverdue = 'escalate-overdue';

/** Shares of the time between filing and deadline at which a ticket is brought up, in percent: before, after, long after. */
const percents = [80, 120, 200];

const everyMinutes = 5;

/** So many in one run at most; the next run takes the rest. */
const batchSize = 500;

/** Asked at every start of a desk: it is owed once, however many desks start. */
export function oweEscalation<Tables>(db: Kysely<Tables>, runAt = new Date()): Promise<void> {
  return enqueue(db, { kind: escalateOverdue, payload: {}, uniqueKey: escalateOverdue, runAt });
}

/**
 * Tells the unit, once for each share, that a ticket's time runs out or has run out. The share is of the whole span, nights
 * and holidays included: the deadline itself was set in working days, and a warning half a day early does no harm.
 */
export function createEscalateOverdueJob({ db, now }: { db: Kysely<Database>; now: () => Date }): JobHandler {
  return defineJob({
    payload: z.strictObject({}),
    // It comes back by itself, so it must never be laid aside for good.
    maxAttempts: Number.POSITIVE_INFINITY,
    async run(_payload, { finish }) {
      const at = now();
      for (const due of await findDueEscalations(db, at)) {
        await db.transaction().execute((trx) => escalate(trx, due, at));
      }
      await db.transaction().execute(async (trx) => {
        await finish(trx);
        await oweEscalation(trx, new Date(at.getTime() + everyMinutes * 60_000));
      });
    },
  });
}

interface DueEscalation {
  number: string;
  percentUsed: number;
}

async function findDueEscalations(db: Kysely<Database>, at: Date): Promise<DueEscalation[]> {
  const { rows } = await sql<DueEscalation>`
    select ticket.number, share.percent as "percentUsed"
    from ticket cross join unnest(${percents}::int[]) as share (percent)
    where closed_at is null and status <> 'replied'
      and ${at} >= filed_at + (due_at - filed_at) * share.percent / 100.0
      and not exists (
        select from ticket_event
        where ticket_number = ticket.number and kind = 'escalated'
          and payload ->> 'percentUsed' = share.percent::text)
    order by ticket.number, share.percent
    limit ${batchSize}`.execute(db);
  return rows;
}

async function escalate(trx: Transaction<Database>, { number, percentUsed }: DueEscalation, at: Date): Promise<void> {
  const ticket = await trx
    .updateTable('ticket')
    .set({ version: sql`version + 1` })
    .where('number', '=', number)
    .where('closed_at', 'is', null)
    .returning(['version', 'status', 'owner_unit'])
    .executeTakeFirst();
  if (!ticket) return; // closed a moment ago
  const payload = JSON.stringify({ status: ticket.status, percentUsed });
  // Two desks never run this at once, and if they did, an index lets each share be told once a ticket.
  await trx
    .insertInto('ticket_event')
    .values({ ticket_number: number, sequence: ticket.version, kind: 'escalated', at, actor: 'desk', payload })
    .execute();
  const unit = ticket.owner_unit ?? triageDesk;
  const kind = `escalated_${percentUsed}`;
  await trx.insertInto('notification').values({ unit, ticket_number: number, kind, created_at: at }).execute();
}
