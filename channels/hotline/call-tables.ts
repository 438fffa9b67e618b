import type { ColumnType, JSONColumnType } from 'kysely';

export interface CallTable {
  id: string;
  started_at: ColumnType<Date, Date, never>;
  ended_at: Date | null;
  /** What has been understood so far: suggestions and the ticket draft. */
  state: JSONColumnType<Record<string, unknown>>;
  ticket_number: string | null;
}

export interface UtteranceTable {
  call_id: string;
  /** The sender's own number, unique within the call: a repeat changes nothing. */
  sequence: number;
  speaker: 'citizen' | 'operator';
  text: string;
  at: ColumnType<Date, Date, never>;
}

export interface CallTables {
  call: CallTable;
  utterance: UtteranceTable;
}
