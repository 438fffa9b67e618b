import type { Kysely } from 'kysely';
import { maskPersonalData } from '../language/personal-data/mask-personal-data.ts';
import type { TicketRow } from './find-tickets.ts';
import { foldTicket } from './fold-ticket.ts';
import { readTicketEvent, type TicketEvent } from './ticket-event.ts';
import type { TicketTables } from './ticket-tables.ts';

/** How a complaint found its unit: what was tried, what came back with which clause, and who has it now. */
export interface DispatchExample {
  text: string;
  category: string;
  district: string | null;
  /** Every unit that had it, in order, and what became of that. */
  tried: { unit: string; outcome: 'kept' | 'returned' | 'reassigned'; code: string | null; clause: string | null }[];
  /** The unit at last; null while nobody has it. */
  unit: string | null;
  adjudicated: boolean;
}

/** A category that a person confirmed: by correcting it, or by working on the ticket to its end without doing so. */
export interface CategoryExample {
  text: string;
  label: string;
}

const batchSize = 200;

/** Examples of tickets, in the order of filing and with personal data masked; nothing of a ticket that says nothing yet. */
export async function* ticketExamples(
  kind: 'dispatch' | 'category',
  db: Kysely<TicketTables>,
): AsyncGenerator<DispatchExample | CategoryExample> {
  for (let after = ''; ; ) {
    const tickets = await db
      .selectFrom('ticket')
      .selectAll()
      .where('number', '>', after)
      .orderBy('number')
      .limit(batchSize)
      .execute();
    if (tickets.length === 0) return;
    const events = await eventsOf(tickets, db);
    for (const ticket of tickets) {
      const own = events.get(ticket.number) ?? [];
      const example = kind === 'dispatch' ? toDispatchExample(ticket, own) : toCategoryExample(ticket, own);
      if (example) yield example;
    }
    after = tickets.at(-1)!.number;
  }
}

async function eventsOf(tickets: readonly TicketRow[], db: Kysely<TicketTables>): Promise<Map<string, TicketEvent[]>> {
  const rows = await db
    .selectFrom('ticket_event')
    .select(['ticket_number', 'kind', 'at', 'actor', 'payload'])
    .where(
      'ticket_number',
      'in',
      tickets.map(({ number }) => number),
    )
    .orderBy('ticket_number')
    .orderBy('sequence')
    .execute();
  const events = new Map<string, TicketEvent[]>();
  for (const row of rows)
    events.set(row.ticket_number, [...(events.get(row.ticket_number) ?? []), readTicketEvent(row)]);
  return events;
}

/** Only what was returned or decided by a person teaches more than the table itself. */
export function toDispatchExample(ticket: TicketRow, events: readonly TicketEvent[]): DispatchExample | null {
  const { category, ownerUnit, district, boundUnit } = foldTicket(events);
  const tried: DispatchExample['tried'] = [];
  for (const event of events) {
    const last = tried.at(-1);
    if (event.kind === 'filed' && event.payload.owner) tried.push(kept(event.payload.owner));
    if (event.kind === 'returned' && last)
      Object.assign(last, { outcome: 'returned', code: event.payload.code, clause: event.payload.clause });
    if (event.kind === 'reassigned' || event.kind === 'adjudicated') {
      if (last?.outcome === 'kept') last.outcome = 'reassigned';
      tried.push(kept(event.payload.unit));
    }
  }
  const isTelling = events.some(({ kind }) => kind === 'returned' || kind === 'reassigned' || kind === 'adjudicated');
  if (!isTelling) return null;
  const text = maskPersonalData(ticket.content);
  return { text, category: category.code, district, tried, unit: ownerUnit, adjudicated: boundUnit !== null };
}

const kept = (unit: string): DispatchExample['tried'][number] => ({ unit, outcome: 'kept', code: null, clause: null });

export function toCategoryExample(ticket: TicketRow, events: readonly TicketEvent[]): CategoryExample | null {
  const { category, status } = foldTicket(events);
  const isCorrected = events.some(({ kind }) => kind === 'recategorised');
  const isWorkedThrough = status === 'closed' && events.some(({ kind }) => kind === 'accepted');
  return isCorrected || isWorkedThrough ? { text: maskPersonalData(ticket.content), label: category.code } : null;
}
