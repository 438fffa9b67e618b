export type Cell = string | number | boolean | null;
export type Row = Record<string, Cell>;
export type Dialect = 'postgres' | 'duckdb';

export interface RunLimits {
  timeoutMs: number;
  signal?: AbortSignal | undefined;
}

/** A database that data questions are put to. It reads only: whatever it is given, it changes nothing. */
export interface DataEngine {
  dialect: Dialect;
  /**
   * Times come back as local text (`2026-01-31 08:00:00`), days as `2026-01-31`, whole numbers as numbers.
   * @throws DataQueryError `data_timeout`, `data_too_large`, `data_unavailable`, `unsafe_query`
   */
  run(sql: string, params: readonly Cell[], limits: RunLimits): Promise<Row[]>;
}

/** An engine that holds something: a file, a memory, a connection of its own. */
export interface OpenDataEngine extends DataEngine {
  /** One phrase for people: which engine, over what. */
  readonly description: string;
  close(): Promise<void>;
}

/**
 * The second fence behind the compiler's own `limit` (1,001 rows): no statement, however it came about, brings more than
 * this into the memory of the desk.
 */
export const mostRowsRead = 20_000;

export type ColumnType = 'text' | 'number' | 'integer' | 'boolean' | 'date' | 'moment' | 'other';

/** A table as a data source has it, for whoever drafts or checks a semantic model. */
export interface TableShape {
  /** As the model's `relation` names it. */
  relation: string;
  rows: number;
  columns: { name: string; type: ColumnType /** The text column that this one was made from. */; madeFrom?: string }[];
}
