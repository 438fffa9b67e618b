import type { Transaction } from 'kysely';
import { applyEvent, foldTicket, type TicketState } from './fold-ticket.ts';
import { type NewEvent, readTicketEvent, type TicketEvent } from './ticket-event.ts';
import { rowOf } from './ticket-row.ts';
import type { TicketTables } from './ticket-tables.ts';
import type { IsWorkday } from './work-calendar.ts';

export type TicketTransaction = Transaction<TicketTables>;

export async function readEvents(trx: TicketTransaction, number: string): Promise<TicketEvent[]> {
  const rows = await trx
    .selectFrom('ticket_event')
    .select(['kind', 'at', 'actor', 'payload'])
    .where('ticket_number', '=', number)
    .orderBy('sequence')
    .execute();
  return rows.map(readTicketEvent);
}

/** The state of a ticket whose row this transaction has locked. */
export async function readState(trx: TicketTransaction, number: string): Promise<TicketState> {
  return foldTicket(await readEvents(trx, number));
}

/** Adds events to a ticket and brings its row to what they add up to; both in the caller's transaction. */
export async function writeEvents(
  trx: TicketTransaction,
  number: string,
  before: TicketState,
  events: readonly NewEvent[],
  { actor, at, isWorkday }: { actor: string; at: Date; isWorkday: IsWorkday },
): Promise<TicketState> {
  let state = before;
  for (const event of events) {
    state = applyEvent(state, { ...event, actor, at });
    await trx
      .insertInto('ticket_event')
      .values({
        ticket_number: number,
        sequence: state.version,
        kind: event.kind,
        at,
        actor,
        payload: JSON.stringify({ ...event.payload, status: state.status }),
      })
      .execute();
  }
  await trx.updateTable('ticket').set(rowOf(state, isWorkday)).where('number', '=', number).execute();
  return state;
}
