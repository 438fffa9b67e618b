import { EvalsError } from '../evals-error.ts';
import { compareRuns, type RunComparison } from './compare-runs.ts';
import type { CaseRecord, MetricValues, RunIdentity } from './run.ts';
import type { StoredRun } from './run-store.ts';

/** A finished run with all its cases. */
export interface KeptRun {
  run: StoredRun;
  cases: CaseRecord[];
}

/** What people should see of a run beside its numbers. */
export interface ComparedRun {
  id: string;
  data: string;
  n: number;
  errors: number;
  metrics: MetricValues;
  commit: string | null;
  dirty: boolean | null;
  engine: string;
  startedAt: string;
}

export interface KeptRunComparison extends RunComparison {
  suite: string;
  baseline: ComparedRun;
  candidate: ComparedRun;
  /** Sentences in Chinese about what makes a difference say less than it seems to. */
  caveats: string[];
}

/** @throws EvalsError `suites_differ` for runs of two suites */
export function compareKeptRuns(baseline: KeptRun, candidate: KeptRun): KeptRunComparison {
  const [before, after] = [baseline.run, candidate.run];
  if (before.suite !== after.suite)
    throw new EvalsError('suites_differ', `两次评测的套件不同（${before.suite}、${after.suite}），不能比较。`);
  return {
    suite: before.suite,
    baseline: briefly(before),
    candidate: briefly(after),
    caveats: caveatsOf(before.identity, after.identity),
    ...compareRuns(baseline.cases, candidate.cases),
  };
}

function briefly({ id, data, n, errors, metrics, identity, startedAt }: StoredRun): ComparedRun {
  const { commit, dirty, engine } = identity;
  return { id, data, n, errors, metrics, commit, dirty, engine, startedAt: startedAt.toISOString() };
}

/** What makes a difference between two runs say less than it seems to. */
export function caveatsOf(before: RunIdentity, after: RunIdentity): string[] {
  const differs = (field: keyof RunIdentity) => before[field] !== after[field];
  return [
    differs('dataDigest') ? ['两次评测的数据集内容不同，只比较编号相同的用例。'] : [],
    differs('knowledgeDigest') ? ['两次评测之间知识库有改动。'] : [],
    differs('engine') ? [`两次评测的引擎不同（${before.engine}、${after.engine}）。`] : [],
    differs('settingsDigest') && before.settingsDigest && after.settingsDigest ? ['两次评测的设置不同。'] : [],
    before.dirty || after.dirty ? ['有一次评测是在没有提交的改动上跑的。'] : [],
    differs('machine') || differs('node') ? ['两次评测的机器或 Node 版本不同，用时不能比较。'] : [],
  ].flat();
}
