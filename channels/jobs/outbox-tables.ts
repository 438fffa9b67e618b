import type { ColumnType, Generated, JSONColumnType } from 'kysely';

/** Work owed. A row is written in the same transaction as what causes it, and is the only truth about it. */
export interface OutboxJobTable {
  id: Generated<string>;
  kind: string;
  /** Ids only, never a citizen's words. */
  payload: JSONColumnType<Record<string, unknown>>;
  /** At most one open job per key, when given. */
  unique_key: string | null;
  run_at: Date;
  attempts: Generated<number>;
  leased_until: Date | null;
  leased_by: string | null;
  done_at: Date | null;
  /** Set when it has failed too often to be tried again by itself. */
  dead_at: Date | null;
  last_error: string | null;
  created_at: ColumnType<Date, Date | undefined, never>;
}

export interface OutboxTables {
  outbox_job: OutboxJobTable;
}
