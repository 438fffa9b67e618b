import { type Kysely, sql, type Transaction } from 'kysely';
import type { TicketRow, TicketScope } from '../find-tickets.ts';
import { type Collection, type ComparingNeeds, type Likeness, sameCase } from './collection.ts';
import { explainLikeness, type LikenessEvidence } from './explain-likeness.ts';
import type { IncidentTables } from './incident-tables.ts';
import {
  findIncident,
  type Incident,
  type IncidentMember,
  type IncidentsWanted,
  listIncidents,
} from './list-incidents.ts';
import type { MessageTraits } from './message-traits.ts';
import { type Relation, relationOf, reportedBy } from './reporter.ts';
import { createTicketCollection } from './ticket-collection.ts';

export interface SimilarTicket extends LikenessEvidence {
  ticket: TicketRow;
  relation: Relation;
  /** Both lie in one incident already. */
  sameIncident: boolean;
}

/** A complaint that is not filed, or not yet. */
export interface WordsOfCase {
  text: string;
  /** District and street, as far as they are known. */
  place: string | undefined;
}

export interface SimilarToWords extends LikenessEvidence {
  ticket: TicketRow;
}

export interface IncidentStore {
  /** Puts tickets that were not looked at yet into incidents, the oldest first; says how many. */
  group(at: Date, limit: number): Promise<number>;
  /** Tickets that may be about the same case, the likeliest first, of those that the reader may see. */
  similarTo(number: string, scope: TicketScope, at: Date): Promise<SimilarTicket[]>;
  /** Open tickets that may be about what is just being said and is no ticket yet, the likeliest first. */
  similarToWords(words: WordsOfCase, scope: TicketScope, at: Date): Promise<SimilarToWords[]>;
  /** The tickets that one message became with this one: its other matters. */
  linkedTo(number: string, scope: TicketScope): Promise<TicketRow[]>;
  /** Puts a ticket into the incident of another, because somebody says so. */
  join(number: string, into: string, by: { actor: string; at: Date }): Promise<void>;
  /** Gives a ticket an incident of its own again; the engine does not put it back. */
  part(number: string, by: { actor: string; at: Date }): Promise<void>;
  list(wanted: IncidentsWanted, scope: TicketScope): Promise<Incident[]>;
  find(id: string, scope: TicketScope, at: Date): Promise<{ incident: Incident; members: IncidentMember[] } | null>;
}

export interface IncidentNeeds extends ComparingNeeds {
  db: Kysely<IncidentTables>;
  /** The desk's key: callers are told apart by keyed hashes. */
  secretKey: Buffer;
}

/** Below this a handler would be shown strangers. */
const worthShowing = 0.15;
const mostShown = 10;

/** Another report of an incident is compared with so many of its members; more change the mean little. */
const comparedMembers = 8;

/** After so many days without a report the same place and problem is a new incident. */
const restDays = 45;
const dayMs = 86_400_000;

/** Any number; grouping goes one ticket after the other, whichever process does it. */
const groupingLock = 1_236_020;

export function createIncidentStore(needs: IncidentNeeds): IncidentStore {
  const { db } = needs;
  const tickets = createTicketCollection(db, needs);
  return {
    async group(at, limit) {
      const collection = await tickets.follow(at);
      return db.transaction().execute(async (trx) => {
        await sql`select pg_advisory_xact_lock(${groupingLock})`.execute(trx);
        const waiting = await ticketsWithoutIncident(trx, limit);
        for (const ticket of waiting)
          await groupOne(trx, ticket, { collection, traits: tickets.traitsOf(ticket.number), at }, needs);
        return waiting.length;
      });
    },

    async similarTo(number, scope, at) {
      const collection = await tickets.follow(at);
      const asked = tickets.traitsOf(number);
      if (!asked) return [];
      const likely = collection.similarTo(asked, mostShown * 3).filter(({ same }) => same >= worthShowing);
      return withTickets(number, likely, scope, needs).then((found) =>
        found.map(({ likeness, ...rest }) => ({ ...rest, ...explainLikeness(asked, likeness) })).slice(0, mostShown),
      );
    },

    async similarToWords({ text, place }, scope, at) {
      const collection = await tickets.follow(at);
      const asked = collection.read({ id: '', text, at, place });
      const likely = collection.similarTo(asked, mostShown * 3).filter(({ same }) => same >= worthShowing);
      const rows = await openTickets(
        db,
        likely.map(({ traits }) => traits.id),
      );
      return likely
        .flatMap((likeness) => {
          const ticket = rows.get(likeness.traits.id);
          return ticket && isInScope(ticket, scope) ? [{ ticket, ...explainLikeness(asked, likeness) }] : [];
        })
        .slice(0, mostShown);
    },

    async linkedTo(number, scope) {
      const own = await db
        .selectFrom('ticket')
        .select('source_message_id')
        .where('number', '=', number)
        .executeTakeFirst();
      // The requests of a message are numbered from its second on: `id`, `id/2`, `id/3`.
      const message = own?.source_message_id?.replace(/\/\d+$/u, '');
      if (!message) return [];
      const rows = await db
        .selectFrom('ticket')
        .selectAll()
        .where('number', '<>', number)
        .where('source_message_id', 'in', [message, ...partNumbers.map((part) => `${message}/${part}`)])
        .orderBy('number')
        .execute();
      return rows.filter((row) => isInScope(row, scope));
    },

    join: (number, into, { actor, at }) =>
      db.transaction().execute(async (trx) => {
        const { incident_id } = await trx
          .selectFrom('incident_member')
          .select('incident_id')
          .where('ticket_number', '=', into)
          .executeTakeFirstOrThrow();
        await setIncident(trx, number, { incident_id, joined_by: actor, joined_at: at });
      }),
    part: (number, { actor, at }) =>
      db.transaction().execute(async (trx) => {
        await passOn(trx, number);
        await setIncident(trx, number, { incident_id: number, joined_by: actor, joined_at: at });
      }),
    list: (wanted, scope) => listIncidents(wanted, scope, db),
    find: (id, scope, at) => findIncident(id, scope, at, db),
  };
}

/** A message of more requests than this is read as fewer. */
const partNumbers = [2, 3, 4, 5, 6, 7, 8, 9];

type Trx = Transaction<IncidentTables>;

async function openTickets(db: Kysely<IncidentTables>, numbers: readonly string[]): Promise<Map<string, TicketRow>> {
  if (numbers.length === 0) return new Map();
  const rows = await db
    .selectFrom('ticket')
    .selectAll()
    .where('number', 'in', numbers)
    .where('status', 'not in', ['closed', 'merged'])
    .execute();
  return new Map(rows.map((row) => [row.number, row]));
}

function ticketsWithoutIncident(trx: Trx, limit: number) {
  return trx
    .selectFrom('ticket')
    .leftJoin('incident_member', 'incident_member.ticket_number', 'ticket.number')
    .select(['ticket.number', 'ticket.content', 'ticket.conversation_id', 'ticket.filed_at'])
    .where('incident_member.ticket_number', 'is', null)
    .orderBy('ticket.filed_at')
    .orderBy('ticket.number')
    .limit(limit)
    .execute();
}

type Waiting = Awaited<ReturnType<typeof ticketsWithoutIncident>>[number];

interface Grouping {
  collection: Collection;
  /** Missing for a ticket too old to be compared: it is alone. */
  traits: MessageTraits | undefined;
  at: Date;
}

async function groupOne(
  trx: Trx,
  { number, content, conversation_id, filed_at }: Waiting,
  { collection, traits, at }: Grouping,
  { secretKey }: IncidentNeeds,
): Promise<void> {
  const isNear = (other: MessageTraits) => Math.abs(other.at.getTime() - filed_at.getTime()) < restDays * dayMs;
  const near = traits ? collection.similarTo(traits, 40, isNear) : [];
  const best = await likeliestIncident(trx, near);
  const { reporter, textHash } = reportedBy({ content, conversationId: conversation_id }, secretKey);
  await trx
    .insertInto('incident_member')
    .values({
      ticket_number: number,
      incident_id: best?.id ?? number,
      reporter,
      text_hash: textHash,
      score: best?.score ?? 1,
      joined_by: 'engine',
      joined_at: at,
    })
    .onConflict((conflict) => conflict.column('ticket_number').doNothing())
    .execute();
}

/** The incident whose members are on average likeliest about the same case, if that is likely at all. */
async function likeliestIncident(trx: Trx, near: readonly Likeness[]): Promise<{ id: string; score: number } | null> {
  if (near.length === 0) return null;
  const rows = await trx
    .selectFrom('incident_member')
    .select(['ticket_number', 'incident_id'])
    .where(
      'ticket_number',
      'in',
      near.map(({ traits }) => traits.id),
    )
    .execute();
  const incidentOf = new Map(rows.map(({ ticket_number, incident_id }) => [ticket_number, incident_id]));
  const scores = new Map<string, number[]>();
  for (const { traits, same } of near) {
    const id = incidentOf.get(traits.id);
    if (id !== undefined) scores.set(id, [...(scores.get(id) ?? []), same]);
  }
  const [best] = [...scores]
    .map(([id, all]) => ({ id, score: mean(all.slice(0, comparedMembers)) }))
    .sort((a, b) => b.score - a.score);
  return best && best.score >= sameCase ? best : null;
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

function setIncident(trx: Trx, number: string, change: { incident_id: string; joined_by: string; joined_at: Date }) {
  return trx
    .updateTable('incident_member')
    .set({ ...change, score: 1 })
    .where('ticket_number', '=', number)
    .execute();
}

/** When the ticket that began an incident leaves it, the next oldest gives the incident its name. */
async function passOn(trx: Trx, number: string): Promise<void> {
  const others = await trx
    .selectFrom('incident_member')
    .innerJoin('ticket', 'ticket.number', 'incident_member.ticket_number')
    .select('ticket_number')
    .where('incident_id', '=', number)
    .where('ticket_number', '<>', number)
    .orderBy('ticket.filed_at')
    .orderBy('ticket_number')
    .execute();
  const [heir] = others;
  if (!heir) return;
  await trx
    .updateTable('incident_member')
    .set({ incident_id: heir.ticket_number })
    .where('incident_id', '=', number)
    .execute();
}

async function withTickets(
  number: string,
  likely: readonly Likeness[],
  scope: TicketScope,
  { db, secretKey }: IncidentNeeds,
) {
  const numbers = [number, ...likely.map(({ traits }) => traits.id)];
  const [rows, members] = await Promise.all([
    db.selectFrom('ticket').selectAll().where('number', 'in', numbers).execute(),
    db.selectFrom('incident_member').selectAll().where('ticket_number', 'in', numbers).execute(),
  ]);
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  const incidentOf = new Map(members.map((row) => [row.ticket_number, row.incident_id]));
  const reported = (row: TicketRow) =>
    reportedBy({ content: row.content, conversationId: row.conversation_id }, secretKey);
  const own = byNumber.get(number)!;
  return likely.flatMap((likeness) => {
    const ticket = byNumber.get(likeness.traits.id);
    if (!ticket || !isInScope(ticket, scope)) return [];
    const incident = incidentOf.get(ticket.number);
    const relation = relationOf(reported(own), reported(ticket));
    return [
      { ticket, likeness, relation, sameIncident: incident !== undefined && incident === incidentOf.get(number) },
    ];
  });
}

/** A district sees its own; a unit, of those, what it owns or helps with. */
export function isInScope(ticket: TicketRow, { district, unit }: TicketScope): boolean {
  return (
    (district === null || ticket.district === district) &&
    (unit === null || ticket.owner_unit === unit || ticket.co_units.includes(unit))
  );
}
