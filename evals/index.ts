export type { CaseRecord, MetricValues, RunIdentity, RunSummary } from './runs/run.ts';
export type { RunTables } from './runs/run-tables.ts';
