import type { Kysely } from 'kysely';
import { z } from 'zod';
import { triageDesk } from '../../assistant/index.ts';
import type { Database } from '../store/schema.ts';
import { enqueue } from './outbox.ts';
import { defineJob, type JobHandler } from './run-job.ts';

export const notifyOwner = 'notify-owner';

/** In the transaction that gives a ticket to a unit. */
export function oweNotification<Tables>(trx: Kysely<Tables>, ticketNumber: string): Promise<void> {
  return enqueue(trx, { kind: notifyOwner, payload: { ticketNumber } });
}

/** Puts a line into the inbox of the unit that has the ticket now, or of the triage desk when none has. */
export function createNotifyOwnerJob({ db }: { db: Kysely<Database> }): JobHandler {
  return defineJob({
    payload: z.strictObject({ ticketNumber: z.string() }),
    async run({ ticketNumber }, { finish }) {
      await db.transaction().execute(async (trx) => {
        await finish(trx);
        const ticket = await trx
          .selectFrom('ticket')
          .select(['owner_unit', 'status'])
          .where('number', '=', ticketNumber)
          .executeTakeFirst();
        if (!ticket || ticket.status === 'closed') return; // nothing left to be told
        const line = { unit: ticket.owner_unit ?? triageDesk, ticket_number: ticketNumber, kind: ticket.status };
        await trx
          .insertInto('notification')
          .values({ ...line, created_at: new Date() })
          .execute();
      });
    },
  });
}
