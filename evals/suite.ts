import type { Harness } from './harness.ts';
import type { CaseRecord, MetricValues } from './runs/run.ts';

export const suiteNames = [
  'retrieval', 'classification', 'routing', 'answers', 'data', 'clusters', 'pii', 'safety',
] as const; // biome-ignore format: a list of words
export type SuiteName = (typeof suiteNames)[number];

/** How far a run has come, in cases. */
export interface Progress {
  done: number;
  total: number;
}

export interface SuiteRun {
  /** Where the data set's files are. */
  folder: string;
  harness: Harness;
  /** Only the first so many cases; the data set is still checked as a whole. */
  limit?: number;
  onProgress?: (progress: Progress) => void;
  /** Called with each case as soon as it is recorded and scored, in order; the run waits for it. */
  onCase?: (record: CaseRecord) => Promise<void> | void;
  signal?: AbortSignal;
  /** Cases of this run that are recorded already, by id: they are read instead of being played again. */
  done?: ReadonlyMap<string, CaseRecord>;
}

/** A case as it lies in its data set, without what is said in it. */
export interface CaseOutline {
  id: string;
  /** The slices it belongs to before anything is run. */
  slices: string[];
  split: string;
}

export interface SuiteResult {
  n: number;
  /** Cases that broke instead of ending. They are in no metric, neither as right nor as wrong. */
  errors: number;
  metrics: MetricValues;
  /**
   * `dimension=value` → its metrics, for example `tag=dialect`. Also tables of counts: `confusion=matter` → how often
   * what was a matter was taken for what.
   */
  slices: Record<string, MetricValues>;
}

/** One capability with the evidence asked of it. */
export interface Suite {
  name: SuiteName;
  /** Chinese, for people. */
  title: string;
  /** The names of its metrics, the most telling first. */
  metrics: readonly string[];
  /** The product's own data sets: folders below `evals/datasets`. The first is what a run without a folder takes. */
  ownDataSets: readonly string[];
  /** How many cases a data set holds; the folder is checked on the way. */
  count(folder: string): Promise<number>;
  /** What the data set consists of; the folder is checked on the way. */
  outline(folder: string): Promise<CaseOutline[]>;
  run(run: SuiteRun): Promise<SuiteResult>;
  /** Reads recorded cases again with the scorers of today; nothing is run. Cases that broke stay as they are. */
  score(records: readonly CaseRecord[]): { records: CaseRecord[]; result: SuiteResult };
  /** The slices a recorded case belongs to; none for a case that broke before its slices could be known. */
  groupsOf(record: CaseRecord): string[];
}
