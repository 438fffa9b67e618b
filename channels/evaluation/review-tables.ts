import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { Judgement, ReviewContent, ReviewReason } from './review-content.ts';

export interface ReviewItemTable {
  id: string;
  /** SHA-256 of the masked words and the ending: while an item is open, the same again is counted, not added. */
  digest: string;
  status: 'open' | 'judged';
  reasons: JSONColumnType<ReviewReason[]>;
  priority: number;
  channel: string;
  outcome: string;
  content: JSONColumnType<ReviewContent>;
  /** How many turns it stands for. */
  seen: Generated<number>;
  created_at: ColumnType<Date, Date, never>;
  last_seen_at: Date;
  locked_by: string | null;
  locked_until: Date | null;
  judgement: JSONColumnType<Judgement | null, string | null, string | null>;
  judged_by: string | null;
  judged_at: Date | null;
}

/** Every turn, ticket event or eval case that was taken in, so that a job that comes twice adds nothing. */
export interface ReviewSubjectTable {
  subject: string;
  item_id: string;
}

export interface DataSetVersionTable {
  suite: string;
  data_set: string;
  version: number;
  /** How many cases the set holds as of this version. */
  cases: number;
  digest: string;
  note: string;
  actor: string;
  at: ColumnType<Date, Date, never>;
}

export const splits = ['train', 'dev', 'test', 'regression'] as const;
export type Split = (typeof splits)[number];

export interface DataSetCaseTable {
  suite: string;
  data_set: string;
  version: number;
  case_id: string;
  split: Split;
  /** A line in the suite's format; null when the case left with this version. */
  body: JSONColumnType<Record<string, unknown> | null, string | null, never>;
  review_item_id: string | null;
}

export interface ReviewTables {
  review_item: ReviewItemTable;
  review_subject: ReviewSubjectTable;
  data_set_version: DataSetVersionTable;
  data_set_case: DataSetCaseTable;
}
