import type { Kysely } from 'kysely';
import { z } from 'zod';
import { TicketError, type TicketStore } from '../../assistant/index.ts';
import type { Database } from '../store/schema.ts';
import { enqueue } from './outbox.ts';
import { defineJob, type JobHandler } from './run-job.ts';

export const closeUnanswered = 'close-unanswered';

const everyMinutes = 10;
const batchSize = 500;

/** Asked at every start of a desk: it is owed once, however many desks start. */
export function oweClosing<Tables>(db: Kysely<Tables>, runAt = new Date()): Promise<void> {
  return enqueue(db, { kind: closeUnanswered, payload: {}, uniqueKey: closeUnanswered, runAt });
}

interface Needs {
  db: Kysely<Database>;
  tickets: Pick<TicketStore, 'findUnanswered' | 'move'>;
  now: () => Date;
}

/** Closes what was answered and whose reporter was asked and kept silent for as long as is waited. */
export function createCloseUnansweredJob({ db, tickets, now }: Needs): JobHandler {
  return defineJob({
    payload: z.strictObject({}),
    // It comes back by itself, so it must never be laid aside for good.
    maxAttempts: Number.POSITIVE_INFINITY,
    async run(_payload, { finish }) {
      const at = now();
      for (const { number, version } of await tickets.findUnanswered(at, batchSize)) {
        const order = { number, version, at, move: 'close_unanswered', actor: 'system', mover: 'system' } as const;
        await tickets.move(order).catch(isMovedOn);
      }
      await db.transaction().execute(async (trx) => {
        await finish(trx);
        await oweClosing(trx, new Date(at.getTime() + everyMinutes * 60_000));
      });
    },
  });
}

/** Somebody answered or moved it a moment ago: nothing is left to close. */
function isMovedOn(error: unknown): void {
  if (!(error instanceof TicketError)) throw error;
}
