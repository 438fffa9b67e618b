import type { Kysely } from 'kysely';
import type { TicketTables } from '../../assistant/index.ts';
import type { DoorTables } from '../doors/door-tables.ts';

export interface TicketsWanted {
  /** These alone, whatever else is asked. */
  numbers?: readonly string[] | undefined;
  categories?: readonly string[] | undefined;
  /** Null for both. */
  isClosed: boolean | null;
  from: Date;
  to: Date;
  offset: number;
  limit: number;
}

export type Open311Tickets = ReturnType<typeof createOpen311Tickets>;
export type Open311Ticket = Awaited<ReturnType<Open311Tickets['list']>>[number];
export type Open311Update = Awaited<ReturnType<Open311Tickets['updates']>>[number];

/** What is done with: solved, or spoken for by another ticket. */
const closedStatuses = ['closed', 'merged'] as const;

/**
 * The tickets that came by Open311, which is what its clients may list without a key. Who complains in the chat or on the
 * telephone was never told that others would read it.
 */
export function createOpen311Tickets(db: Kysely<TicketTables & DoorTables>) {
  const ours = () => db.selectFrom('ticket').where('ticket.channel', '=', 'open311');
  return {
    /** The newest first. */
    list: ({ numbers, categories, isClosed, from, to, offset, limit }: TicketsWanted) =>
      ours()
        .leftJoin('door_filing', 'door_filing.source_id', 'ticket.source_message_id')
        .selectAll('ticket')
        .select(['door_filing.lat', 'door_filing.long'])
        .select(({ selectFrom }) =>
          selectFrom('ticket_event')
            .whereRef('ticket_event.ticket_number', '=', 'ticket.number')
            .select(({ fn }) => fn.max('ticket_event.at').as('at'))
            .as('updated_at'),
        )
        .$if(numbers !== undefined, (query) => query.where('ticket.number', 'in', [...numbers!]))
        .$if(numbers === undefined, (query) =>
          query.where('ticket.filed_at', '>=', from).where('ticket.filed_at', '<=', to),
        )
        .$if(numbers === undefined && categories !== undefined, (query) =>
          query.where('ticket.category_code', 'in', [...categories!]),
        )
        .$if(numbers === undefined && isClosed !== null, (query) =>
          query.where('ticket.status', isClosed ? 'in' : 'not in', [...closedStatuses]),
        )
        .orderBy('ticket.filed_at', 'desc')
        .orderBy('ticket.number', 'desc')
        .offset(offset)
        .limit(limit)
        .execute(),

    /** What happened to them in a span of time, the earliest first; `kinds` are those of the events. */
    updates: ({ kinds, from, to, limit }: { kinds: readonly string[]; from: Date; to: Date; limit: number }) =>
      ours()
        .innerJoin('ticket_event', 'ticket_event.ticket_number', 'ticket.number')
        .select(['ticket.number', 'ticket.purpose'])
        .select(['ticket_event.sequence', 'ticket_event.kind', 'ticket_event.at'])
        .select(['ticket_event.actor', 'ticket_event.payload'])
        .where('ticket_event.at', '>=', from)
        .where('ticket_event.at', '<=', to)
        .where('ticket_event.kind', 'in', [...kinds])
        .orderBy('ticket_event.at')
        .orderBy('ticket.number')
        .orderBy('ticket_event.sequence')
        .limit(limit)
        .execute(),
  };
}
