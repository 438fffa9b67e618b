import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EvalsError } from '../evals-error.ts';
import type { MetricValues } from '../runs/run.ts';
import { type Baseline, baselineFolder, readBaseline, writeBaseline } from './baseline.ts';
import type { GateVerdict } from './gate-report.ts';
import { type GatedRun, gateSuite } from './gate-suite.ts';

export interface BlessOptions {
  /** Why this run is good enough to be held to from now on; kept for ever. */
  reason: string;
  at: Date;
  /** Takes critical cases that are missed, and cases that broke, into the baseline by name instead of refusing. */
  acceptMisses?: boolean;
  folder?: string;
}

export interface Blessed {
  suite: string;
  data: string;
  file: string;
  n: number;
  acceptedMisses: string[];
  /** How the run stood against what was blessed before. */
  against: GateVerdict;
}

/**
 * Makes a run the baseline of its suite and writes into `history.jsonl` who held to what when, and why.
 *
 * @throws EvalsError `bless_refused` without a reason, for an empty run, and for one that misses a critical case
 */
export async function blessRun(
  run: GatedRun & { metrics: MetricValues },
  { reason, at, acceptMisses = false, folder = baselineFolder() }: BlessOptions,
): Promise<Blessed> {
  if (reason.trim() === '') throw new EvalsError('bless_refused', '认定基准要写明原因（--reason）。');
  if (run.cases.length === 0) throw new EvalsError('bless_refused', `${run.suite.name}: 没有用例，不能作为基准。`);
  const before = gateSuite(run, await readBaseline(run.suite.name, folder));
  const broken = run.cases.filter(({ error }) => error !== null).map(({ caseId }) => caseId);
  const accepted = [...new Set([...before.misses.map(({ caseId }) => caseId), ...broken])].sort();
  if (accepted.length > 0 && !acceptMisses) throw refusal(run.suite.name, accepted);
  const baseline = toBaseline(run, { reason: reason.trim(), at, accepted });
  const file = await writeBaseline(baseline, folder);
  await appendFile(join(folder, 'history.jsonl'), `${JSON.stringify(entryOf(baseline, before.verdict))}\n`);
  const { name: suite } = run.suite;
  return { suite, data: run.data, file, n: run.cases.length, acceptedMisses: accepted, against: before.verdict };
}

function refusal(suite: string, misses: readonly string[]): EvalsError {
  return new EvalsError(
    'bless_refused',
    `${suite}: 有关键用例失守或出错：${misses.join('、')}。请先修好；确实要接受的，加 --accept-misses，会逐例记录在案。`,
  );
}

function toBaseline(
  { suite, data, identity, cases, metrics }: GatedRun & { metrics: MetricValues },
  { reason, at, accepted }: { reason: string; at: Date; accepted: string[] },
): Baseline {
  const blessed = cases.map(({ caseId, scores, error }) => ({
    id: caseId,
    scores,
    ...(error ? { error } : {}),
  }));
  return {
    format: 1,
    suite: suite.name,
    data,
    blessedAt: at.toISOString(),
    reason,
    identity,
    metrics,
    acceptedMisses: accepted,
    cases: blessed.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

function entryOf(
  { suite, data, blessedAt, reason, identity, metrics, acceptedMisses, cases }: Baseline,
  against: GateVerdict,
) {
  const { commit, dirty, dataDigest, engine } = identity;
  return {
    at: blessedAt,
    suite,
    data,
    reason,
    commit,
    dirty,
    dataDigest,
    engine,
    n: cases.length,
    against,
    metrics,
    acceptedMisses,
  };
}
