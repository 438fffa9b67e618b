import { type Kysely, type Selectable, sql } from 'kysely';
import { foldTicket } from './fold-ticket.ts';
import type { TicketStatus } from './ticket.ts';
import { readTicketEvent } from './ticket-event.ts';
import type { TicketEventTable, TicketTable, TicketTables } from './ticket-tables.ts';

export type TicketRow = Selectable<TicketTable>;
export type TicketEventRow = Selectable<TicketEventTable>;

/** What a reader may see at all; filters only narrow it. Null does not restrict. */
export interface TicketScope {
  district: string | null;
  unit: string | null;
}

export interface TicketFilter {
  status?: TicketStatus | undefined;
  /** Those alone that a person of the desk has to decide something of. */
  triage?: boolean | undefined;
  district?: string | undefined;
  unit?: string | undefined;
  tier?: TicketRow['tier'] | undefined;
  purpose?: TicketRow['purpose'] | undefined;
  category?: string | undefined;
  urgency?: string | undefined;
  /** Part of the number, title or content. */
  search?: string | undefined;
  overdueAt?: Date | undefined;
  /** `pressing`: open before stopped, stopped before closed, and of each the earliest deadline first. */
  sort: 'pressing' | 'due_at' | '-due_at' | 'filed_at' | '-filed_at';
  offset: number;
  limit: number;
}

export async function listTickets(filter: TicketFilter, scope: TicketScope, db: Kysely<TicketTables>) {
  const { sort, offset, limit } = filter;
  const matching = matchingTickets(filter, scope, db);
  const column = sort === 'pressing' ? 'due_at' : (sort.replace('-', '') as 'due_at' | 'filed_at');
  const direction = sort.startsWith('-') ? 'desc' : 'asc';
  const ordered =
    sort === 'pressing'
      ? matching.orderBy(sql`closed_at is not null`).orderBy(sql`clock_stopped_at is not null`)
      : matching;
  const [items, { total }] = await Promise.all([
    ordered.selectAll().orderBy(column, direction).orderBy('number', direction).offset(offset).limit(limit).execute(),
    matching.select(({ fn }) => fn.countAll<string>().as('total')).executeTakeFirstOrThrow(),
  ]);
  return { items, total: Number(total) };
}

function matchingTickets(filter: TicketFilter, scope: TicketScope, db: Kysely<TicketTables>) {
  const { status, triage, district, unit, tier, purpose, category, urgency, search, overdueAt } = filter;
  const like = search && `%${search.replace(/[\\%_]/gu, '\\$&')}%`;
  return inScope(scope, db)
    .$if(status !== undefined, (query) => query.where('status', '=', status!))
    .$if(triage === true, (query) =>
      query.where(({ eb, or }) =>
        or([eb('status', 'in', ['triage', 'returned', 'adjudication']), eb('awaits_desk', 'is not', null)]),
      ),
    )
    .$if(unit !== undefined, (query) => query.where('owner_unit', '=', unit!))
    .$if(tier !== undefined, (query) => query.where('tier', '=', tier!))
    .$if(purpose !== undefined, (query) => query.where('purpose', '=', purpose!))
    .$if(district !== undefined, (query) => query.where('district', '=', district!))
    .$if(category !== undefined, (query) =>
      query.where('category_code', 'like', `${category!.replace(/[\\%_]/gu, '')}%`),
    )
    .$if(urgency !== undefined, (query) => query.where('urgency', '=', urgency as TicketRow['urgency']))
    .$if(overdueAt !== undefined, (query) =>
      // A clock that stands was overdue when it stopped, or it is not.
      query.where('due_at', '<', sql<Date>`coalesce(clock_stopped_at, ${overdueAt!})`).where('closed_at', 'is', null),
    )
    .$if(Boolean(like), (query) =>
      query.where(({ eb, or }) =>
        or((['number', 'title', 'content'] as const).map((column) => eb(column, 'like', like!))),
      ),
    );
}

export async function findTicket(number: string, scope: TicketScope, db: Kysely<TicketTables>) {
  const ticket = await inScope(scope, db).selectAll().where('number', '=', number).executeTakeFirst();
  return ticket ? withEvents(ticket, db) : null;
}

async function withEvents(ticket: TicketRow, db: Kysely<TicketTables>) {
  const events = await eventsOf(ticket.number, db);
  return { ticket, events, state: foldTicket(events.map(readTicketEvent)) };
}

/** The ticket of a number and the hash of its secret: what a citizen's progress page shows. */
export async function findByProgressSecret(number: string, secretHash: string, db: Kysely<TicketTables>) {
  const ticket = await db
    .selectFrom('ticket')
    .selectAll()
    .where('number', '=', number)
    .where('secret_hash', '=', secretHash)
    .executeTakeFirst();
  return ticket ? withEvents(ticket, db) : null;
}

function eventsOf(number: string, db: Kysely<TicketTables>): Promise<TicketEventRow[]> {
  return db.selectFrom('ticket_event').selectAll().where('ticket_number', '=', number).orderBy('sequence').execute();
}

/** A district sees its own tickets; a unit, of those, what it owns or helps with. What has no district is the desk's. */
function inScope({ district, unit }: TicketScope, db: Kysely<TicketTables>) {
  return db
    .selectFrom('ticket')
    .$if(district !== null, (query) => query.where('district', '=', district))
    .$if(unit !== null, (query) =>
      query.where(({ eb, or }) => or([eb('owner_unit', '=', unit), sql<boolean>`co_units ? ${unit}`])),
    );
}
