import { sql } from 'kysely';

/** A part of the record that is deleted when its time is over, and how long it is kept unless an administrator says otherwise. */
export interface KeptKind {
  readonly defaultDays: number;
  readonly table: 'conversation' | 'call' | 'photograph' | 'review_item' | 'door_filing';
  /** The column that names a row; `id` unless said. */
  readonly key?: 'id' | 'source_id';
  /** Which rows of the table, as `kept`, have had their time, if nothing happened with them since `before`. */
  readonly isOver: (before: Date) => ReturnType<typeof sql<boolean>>;
  /** The moment that is shown as the oldest. */
  readonly age: ReturnType<typeof sql<Date>>;
}

/** Nothing said since then, and no ticket of it that is open or was closed since: its reporter may still be asked. */
const isSilent = (before: Date) => sql<boolean>`kept.created_at < ${before}
  and not exists (select from message m where m.conversation_id = kept.id and m.created_at >= ${before})
  and not exists (select from ticket t where t.conversation_id = kept.id and (t.closed_at is null or t.closed_at >= ${before}))`;

/** Tickets, their events and the audit are not in this list: nothing deletes them. */
export const keptKinds = {
  conversations: {
    defaultDays: 180,
    table: 'conversation',
    isOver: (before) => sql<boolean>`kept.channel not like 'console:%' and ${isSilent(before)}`,
    age: sql<Date>`kept.created_at`,
  },
  data_conversations: {
    defaultDays: 365,
    table: 'conversation',
    isOver: (before) => sql<boolean>`kept.channel like 'console:%' and ${isSilent(before)}`,
    age: sql<Date>`kept.created_at`,
  },
  calls: {
    defaultDays: 180,
    table: 'call',
    isOver: (before) => sql<boolean>`coalesce(kept.ended_at, kept.started_at) < ${before}
      and not exists (select from utterance u where u.call_id = kept.id and u.at >= ${before})
      and not exists (select from ticket t where t.number = kept.ticket_number
        and (t.closed_at is null or t.closed_at >= ${before}))`,
    age: sql<Date>`kept.started_at`,
  },
  photographs: {
    defaultDays: 365,
    table: 'photograph',
    // With its ticket, and so long after it; one that never came to a ticket from its upload.
    isOver: (before) => sql<boolean>`kept.created_at < ${before} and not exists (
      select from photograph_of_ticket of_ticket join ticket t on t.number = of_ticket.ticket_number
      where of_ticket.photograph_id = kept.id and (t.closed_at is null or t.closed_at >= ${before}))`,
    age: sql<Date>`kept.created_at`,
  },
  reviews: {
    defaultDays: 365,
    table: 'review_item',
    isOver: (before) => sql<boolean>`coalesce(kept.judged_at, kept.last_seen_at) < ${before}
      and not exists (select from data_set_case made where made.review_item_id = kept.id)`,
    age: sql<Date>`kept.created_at`,
  },
  door_filings: {
    defaultDays: 365,
    table: 'door_filing',
    key: 'source_id',
    // With its ticket, whose public point on the map stands here; afterwards the id of another system is only a trace of it.
    isOver: (before) => sql<boolean>`kept.at < ${before} and not exists (
      select from ticket t where t.source_message_id = kept.source_id and (t.closed_at is null or t.closed_at >= ${before}))`,
    age: sql<Date>`kept.at`,
  },
} as const satisfies Record<string, KeptKind>;

export type KeptKindName = keyof typeof keptKinds;
export const keptKindNames = Object.keys(keptKinds) as [KeptKindName, ...KeptKindName[]];

/** A month is the least in which a citizen may come back to a conversation; ten years outlast every reason of ours. */
export const fewestDays = 30;
export const mostDays = 3650;
