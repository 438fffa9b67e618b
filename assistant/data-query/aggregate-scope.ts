import type { Metric, SemanticModel, Subject } from '../../knowledge/index.ts';
import type { DataQuery } from './data-query.ts';
import type { RowSource } from './rollups/row-source.ts';
import type { SqlWriter } from './write-sql.ts';

/** A column that rows are grouped by. `time` is the bucket of the plan's grain. */
export interface Group {
  name: string;
  label: string;
  role: 'dimension' | 'time';
  /** The expression over the alias of a table. */
  sqlOf(alias: string, shift: BucketShift): string;
}

export type BucketShift = { amount: number; unit: 'day' | 'month' } | null;

export interface AggregateScope {
  plan: DataQuery;
  subject: Subject;
  model: SemanticModel;
  writer: SqlWriter;
  /** The base table, or a roll-up that covers the plan. */
  source: RowSource;
  metrics: readonly Metric[];
}
