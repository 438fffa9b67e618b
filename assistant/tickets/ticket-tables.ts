import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { Purpose, TicketDraft, TicketStatus, Tier, Urgency } from './ticket.ts';

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
  due_at: Date;
  closed_at: Date | null;
  /** Rises by one with every event; a write names the version it read, so two handlers never overwrite each other. */
  version: number;
}

export interface TicketEventTable {
  ticket_number: string;
  sequence: number;
  /** filed, accepted, returned, reassigned, replied, closed, escalated … */
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
