import { type Kysely, sql } from 'kysely';
import { triageDesk } from '../../assistant/index.ts';

/**
 * Puts a line into the inbox of the unit that has the ticket now, or of the triage desk when none has: in the transaction
 * that gives it the ticket. It is a row beside the ticket's own; a job between the two would only cost round trips.
 */
export async function notifyOwner<Tables>(trx: Kysely<Tables>, ticketNumber: string): Promise<void> {
  await sql`insert into notification (unit, ticket_number, kind)
    select coalesce(owner_unit, ${triageDesk}), number, status from ticket
    where number = ${ticketNumber} and status <> 'closed'`.execute(trx);
}
