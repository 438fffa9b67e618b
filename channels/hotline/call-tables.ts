import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { CallState, Corrected, Decision, Finding, Speaker, SummaryLine } from '../http/hotline-types.ts';

/** What was made of a call when it ended. */
export interface Closing {
  summary: SummaryLine[];
  findings: Omit<Finding, 'settled'>[];
}

export interface CallTable {
  id: string;
  started_at: Date;
  ended_at: Date | null;
  /** What has been understood so far, without what people decided on it. */
  state: JSONColumnType<CallState | Record<string, never>>;
  ticket_number: string | null;
  /** Counts every change. */
  version: Generated<number>;
  changed_at: ColumnType<Date, Date | undefined, Date>;
  /** The version that `state` was understood from; -1 before the first time. */
  understood_version: Generated<number>;
  caller_number: string | null;
  operator: string | null;
  /** The ticket was there before this call. */
  joined: Generated<boolean>;
  /** Something was heard after the end. */
  amended: Generated<boolean>;
  closing: JSONColumnType<Closing | null, string | null | undefined, string | null>;
}

export interface UtteranceTable {
  call_id: string;
  /** The sender's own number, unique within the call. */
  sequence: number;
  speaker: Speaker;
  text: string;
  at: Date;
  final: Generated<boolean>;
  revision: number | null;
  confidence: number | null;
  late: Generated<boolean>;
}

export interface CallSuggestionTable {
  call_id: string;
  id: string;
  kind: string;
  content: JSONColumnType<Record<string, unknown>>;
  shown_at: ColumnType<Date, Date, never>;
}

export interface CallDecisionTable {
  id: Generated<string>;
  call_id: string;
  /** A suggestion's id; `finding:` before a finding's. */
  subject: string;
  decision: Decision['decision'] | 'mended' | 'confirmed';
  corrected: JSONColumnType<Corrected | null, string | null, never>;
  reason: string | null;
  actor: string;
  at: ColumnType<Date, Date, never>;
  version: number;
}

export interface CallTables {
  call: CallTable;
  utterance: UtteranceTable;
  call_suggestion: CallSuggestionTable;
  call_decision: CallDecisionTable;
}
