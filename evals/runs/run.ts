/** Metric name → value; null where nothing could be judged. */
export type MetricValues = Record<string, number | null>;

/** What a run was a run of, so that two runs can be compared honestly. */
export interface RunIdentity {
  commit: string | null;
  dirty: boolean | null;
  dataDigest: string;
  knowledgeDigest: string;
  engine: string;
  machine: string;
  node: string;
}

/** The last line of `yuwen evals run … --json`. */
export interface RunSummary {
  suite: string;
  data: string;
  n: number;
  errors: number;
  metrics: MetricValues;
  slices: Record<string, MetricValues>;
  elapsedMs: number;
}

/** One case as it was recorded; scorers are pure readings of it. */
export interface CaseRecord {
  caseId: string;
  input: unknown;
  output: unknown;
  scores: Record<string, number | null>;
  error: string | null;
  elapsedMs: number;
}
