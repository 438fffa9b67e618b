import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { Purpose, Satisfaction, TicketDraft, TicketItem, TicketStatus, Tier, Urgency, Verdict } from './ticket.ts';

/** One row a ticket: the present state, always equal to the fold over its events. */
export interface TicketTable {
  /** 20261123-000001: the day in Chongqing and a number from a sequence. */
  number: string;
  /** The citizen's message it came from, unique: one message files one ticket, however often it is sent. */
  source_message_id: string | null;
  conversation_id: string | null;
  channel: string;
  status: TicketStatus;
  purpose: Purpose;
  category_code: string;
  category_name: string;
  category_group: string;
  urgency: Urgency;
  title: string;
  content: string;
  district: string | null;
  street: string | null;
  place_detail: string | null;
  owner_unit: string | null;
  co_units: JSONColumnType<string[]>;
  tier: Tier | null;
  /** The whole draft with its evidence, as it was filed. */
  draft: JSONColumnType<TicketDraft>;
  secret_hash: string;
  filed_at: Date;
  first_response_due_at: Date;
  /** While the clock stands still: as if it went on at once. */
  due_at: Date;
  /** Since when the clock stands still (paused, replied, closed); null while it runs. */
  clock_stopped_at: Date | null;
  /** When the next share of the time budget is used up; null when nobody is to be told. */
  next_escalation_at: Date | null;
  items: JSONColumnType<TicketItem[], string | undefined, string>;
  return_count: ColumnType<number, number | undefined, number>;
  /** When the unit first spoke with the citizen. */
  first_contact_at: Date | null;
  replied_at: Date | null;
  /** Until when a citizen who was asked is waited for. */
  answer_due_at: Date | null;
  /** What the citizen said at last: the worst of the items. */
  verdict: Verdict | null;
  satisfaction: Satisfaction | null;
  merged_into: string | null;
  /** What the desk has to decide while the unit goes on: an extension, or a reply that was sent back. */
  awaits_desk: 'extension' | 'reply' | null;
  closed_at: Date | null;
  /** Rises by one with every event; a write names the version it read, so two handlers never overwrite each other. */
  version: number;
}

export interface TicketEventTable {
  ticket_number: string;
  sequence: number;
  /** One of `eventKinds` (`ticket-event.ts`), which has each one's payload. */
  kind: string;
  at: ColumnType<Date, Date, never>;
  /** An account's name, `citizen` or `desk`. */
  actor: string;
  payload: JSONColumnType<Record<string, unknown>>;
}

/** A line in a unit's inbox. */
export interface NotificationTable {
  id: Generated<string>;
  unit: string;
  ticket_number: string;
  kind: string;
  created_at: ColumnType<Date, Date, never>;
  read_at: Date | null;
}

export interface TicketTables {
  ticket: TicketTable;
  ticket_event: TicketEventTable;
  notification: NotificationTable;
}
