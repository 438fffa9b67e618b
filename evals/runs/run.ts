/** Metric name → value; null where nothing could be judged. */
export type MetricValues = Record<string, number | null>;

/** What a run was a run of, so that two runs can be compared honestly. */
export interface RunIdentity {
  commit: string | null;
  dirty: boolean | null;
  dataDigest: string;
  knowledgeDigest: string;
  /** `built-in`, or the name of the chat model behind the assistant. */
  engine: string;
  /** SHA-256 over everything that is set and not in the commit: the moment played at, the seed, the model's settings. */
  settingsDigest?: string;
  /** SHA-256 over what the search index is built from and by; null where the suite searches nothing of the desk's. */
  indexDigest?: string | null;
  /** Of everything that is drawn in a run. */
  seed?: number;
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
