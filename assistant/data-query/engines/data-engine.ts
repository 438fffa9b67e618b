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
   * Times come back as local text (`2026-01-31 08:00:00`), whole numbers as numbers.
   * @throws DataQueryError `data_timeout`, `data_unavailable`
   */
  run(sql: string, params: readonly Cell[], limits: RunLimits): Promise<Row[]>;
}
