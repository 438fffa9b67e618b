import { EvalsError } from '../evals-error.ts';
import type { Suite } from '../suite.ts';
import { allCases } from './all-cases.ts';
import type { MetricValues, RunSummary } from './run.ts';
import type { RunStore } from './run-store.ts';

export interface ScoredAgain {
  id: string;
  suite: string;
  data: string;
  n: number;
  errors: number;
  metrics: MetricValues;
  slices: RunSummary['slices'];
  /** The metrics as they were stored before. */
  before: MetricValues;
  /** Scores that no case had before. */
  newScores: string[];
}

/**
 * Reads the stored cases of a run with the scorers there are now and stores what they say; nothing is run.
 *
 * @throws EvalsError `run_unknown`, `run_unfinished`, `unknown_suite`
 */
export async function scoreKeptRun(
  store: RunStore,
  id: string,
  { suiteNamed, now = () => new Date() }: { suiteNamed: (name: string) => Suite; now?: () => Date },
): Promise<ScoredAgain> {
  const run = await store.find(id);
  if (!run) throw new EvalsError('run_unknown', `没有编号为 ${id} 的评测。`);
  if (run.status !== 'finished') throw new EvalsError('run_unfinished', `评测 ${id} 没有跑完，不能重新评分。`);
  const stored = await allCases(store, id);
  const { records, result } = suiteNamed(run.suite).score(stored);
  await store.rescore(id, { records, result }, now());
  const had = scoreNames(stored);
  const newScores = [...scoreNames(records)].filter((name) => !had.has(name));
  return { id, suite: run.suite, data: run.data, ...result, before: run.metrics, newScores };
}

function scoreNames(cases: readonly { scores: Record<string, unknown> }[]): Set<string> {
  return new Set(cases.flatMap(({ scores }) => Object.keys(scores)));
}
