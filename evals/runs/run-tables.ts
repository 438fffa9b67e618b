import type { ColumnType, JSONColumnType } from 'kysely';
import type { MetricValues, RunIdentity } from './run.ts';

export interface EvalRunTable {
  id: string;
  suite: string;
  /** The data set's name, or the folder's last part for `--data`. */
  data: string;
  status: 'running' | 'finished' | 'failed';
  identity: JSONColumnType<RunIdentity>;
  n: number;
  errors: number;
  metrics: JSONColumnType<MetricValues>;
  slices: JSONColumnType<Record<string, MetricValues>>;
  started_at: Date;
  finished_at: Date | null;
  /** When it last wrote; set by the record when it begins. */
  touched_at: ColumnType<Date, Date | undefined, Date>;
  /** When its cases were scored again, if they were. */
  scored_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
}

export interface EvalCaseTable {
  run_id: string;
  case_id: string;
  input: JSONColumnType<object | null>;
  output: JSONColumnType<object | null>;
  /** Scorer name → score; null where the scorer abstained. */
  scores: JSONColumnType<Record<string, number | null>>;
  error: string | null;
  elapsed_ms: number;
}

export interface RunTables {
  eval_run: EvalRunTable;
  eval_case: EvalCaseTable;
}
