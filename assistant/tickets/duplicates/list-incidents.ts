import { type Kysely, sql } from 'kysely';
import { chongqingDay } from '../../../knowledge/index.ts';
import type { TicketRow, TicketScope } from '../find-tickets.ts';
import type { IncidentTables } from './incident-tables.ts';
import { countPeople, type People, type Relation, type Reported, relationOf } from './reporter.ts';

/** Several tickets about one case. */
export interface Incident extends People {
  /** The number of the ticket that began it. */
  id: string;
  title: string;
  category: { code: string; name: string; group: string };
  tickets: number;
  open: number;
  districts: { name: string; tickets: number }[];
  streets: { name: string; tickets: number }[];
  firstAt: Date;
  lastAt: Date;
  /** Tickets a day (in Chongqing), days without any left out. */
  trend: { day: string; tickets: number }[];
  /** More distinct people in the last seven days than in the seven before. */
  growing: boolean;
}

export interface IncidentMember {
  ticket: TicketRow;
  /** To the report that began the incident. */
  relation: Relation;
  score: number;
  joinedBy: string;
}

export interface IncidentsWanted {
  at: Date;
  /** With a report in the last so many days. */
  days: number;
  /** At least so many distinct people. */
  people: number;
  limit: number;
}

const dayMs = 86_400_000;
const done = ['closed', 'merged'];

/** Hot topics: incidents by distinct people, then by the newest report; of the tickets that the reader may see. */
export async function listIncidents(
  { at, days, people, limit }: IncidentsWanted,
  scope: TicketScope,
  db: Kysely<IncidentTables>,
): Promise<Incident[]> {
  const since = new Date(at.getTime() - days * dayMs);
  const live = db
    .selectFrom('incident_member as live')
    .innerJoin('ticket as reported', 'reported.number', 'live.ticket_number')
    .select('live.incident_id')
    .where('reported.filed_at', '>=', since)
    .where(sql<boolean>`exists (select from incident_member as other
      where other.incident_id = live.incident_id and other.ticket_number <> live.ticket_number)`);
  const rows = await members(db, scope).where('incident_member.incident_id', 'in', live).execute();
  return [...grouped(rows).values()]
    .filter((own) => own.length > 1)
    .map((own) => toIncident(own, at))
    .filter((incident) => incident.people >= people)
    .sort((a, b) => b.people - a.people || b.lastAt.getTime() - a.lastAt.getTime())
    .slice(0, limit);
}

/** One incident with its tickets, oldest first; null when the reader may see none of them. */
export async function findIncident(
  id: string,
  scope: TicketScope,
  at: Date,
  db: Kysely<IncidentTables>,
): Promise<{ incident: Incident; members: IncidentMember[] } | null> {
  const rows = await members(db, scope).where('incident_member.incident_id', '=', id).execute();
  const [first] = rows;
  if (!first) return null;
  return {
    incident: toIncident(rows, at),
    members: rows.map((row) => ({
      ticket: row as unknown as TicketRow,
      relation: row === first ? 'unknown' : relationOf(toReported(first), toReported(row)),
      score: row.score,
      joinedBy: row.joined_by,
    })),
  };
}

function members(db: Kysely<IncidentTables>, { district, unit }: TicketScope) {
  return db
    .selectFrom('incident_member')
    .innerJoin('ticket', 'ticket.number', 'incident_member.ticket_number')
    .selectAll('ticket')
    .select(['incident_id', 'reporter', 'text_hash', 'score', 'joined_by'])
    .$if(district !== null, (query) => query.where('ticket.district', '=', district))
    .$if(unit !== null, (query) =>
      query.where(({ eb, or }) => or([eb('ticket.owner_unit', '=', unit), sql<boolean>`ticket.co_units ? ${unit}`])),
    )
    .orderBy('ticket.filed_at')
    .orderBy('ticket.number');
}

type Row = Awaited<ReturnType<ReturnType<typeof members>['execute']>>[number];

function grouped(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.incident_id, [...(groups.get(row.incident_id) ?? []), row]);
  return groups;
}

function toIncident(rows: readonly Row[], at: Date): Incident {
  const first = rows[0]!;
  const within = (from: number, to: number) =>
    rows.filter(({ filed_at }) => {
      const age = at.getTime() - filed_at.getTime();
      return age >= from * dayMs && age < to * dayMs;
    });
  const peopleOf = (some: readonly Row[]) => countPeople(some.map(toReported)).people;
  return {
    id: first.incident_id,
    title: first.title,
    category: { code: first.category_code, name: first.category_name, group: first.category_group },
    tickets: rows.length,
    ...countPeople(rows.map(toReported)),
    open: rows.filter(({ status }) => !done.includes(status)).length,
    districts: counted(rows.flatMap(({ district }) => district ?? [])),
    streets: counted(rows.flatMap(({ street }) => street ?? [])),
    firstAt: first.filed_at,
    lastAt: rows.at(-1)!.filed_at,
    trend: counted(rows.map(({ filed_at }) => chongqingDay(filed_at)))
      .map(({ name, tickets }) => ({ day: name, tickets }))
      .sort((a, b) => (a.day < b.day ? -1 : 1)),
    growing: peopleOf(within(-1, 7)) > peopleOf(within(7, 14)),
  };
}

const toReported = ({ reporter, text_hash }: Row): Reported => ({ reporter, textHash: text_hash });

function counted(names: readonly string[]): { name: string; tickets: number }[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, tickets]) => ({ name, tickets })).sort((a, b) => b.tickets - a.tickets);
}
