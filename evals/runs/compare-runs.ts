import { meanOf } from '../scorers/scorer.ts';
import { type Interval, pairedBootstrap } from './paired-bootstrap.ts';
import type { CaseRecord } from './run.ts';

export interface ScoreChange {
  score: string;
  /** Cases that both runs judged. */
  n: number;
  baseline: number;
  candidate: number;
  /** Candidate minus baseline. */
  delta: number;
  /** 95 % interval of the delta; without zero in it the difference is no chance of the cases drawn. */
  interval: Interval;
  /** Cases whose score rose, and those whose score fell. */
  better: string[];
  worse: string[];
}

export interface RunComparison {
  /** Cases that both runs have; the comparison says nothing about the others. */
  compared: number;
  onlyInBaseline: string[];
  onlyInCandidate: string[];
  changes: ScoreChange[];
}

/** Two runs of one suite, case by case on those that both have, in every score that both gave. */
export function compareRuns(baseline: readonly CaseRecord[], candidate: readonly CaseRecord[]): RunComparison {
  const before = new Map(baseline.map((one) => [one.caseId, one]));
  const after = new Map(candidate.map((one) => [one.caseId, one]));
  const pairs = candidate.flatMap((one) => {
    const earlier = before.get(one.caseId);
    return earlier ? [{ id: one.caseId, before: earlier.scores, after: one.scores }] : [];
  });
  const scores = new Set(pairs.flatMap((pair) => Object.keys(pair.after)));
  return {
    compared: pairs.length,
    onlyInBaseline: baseline.filter(({ caseId }) => !after.has(caseId)).map(({ caseId }) => caseId),
    onlyInCandidate: candidate.filter(({ caseId }) => !before.has(caseId)).map(({ caseId }) => caseId),
    changes: [...scores].flatMap((score) => changeOf(score, pairs) ?? []),
  };
}

interface Pair {
  id: string;
  before: CaseRecord['scores'];
  after: CaseRecord['scores'];
}

/** Cases that broke or were not judged in one of the two runs are left out: nothing can be said of how they changed. */
function changeOf(score: string, pairs: readonly Pair[]): ScoreChange | null {
  const judged = pairs.flatMap(({ id, before, after }) => {
    const [from, to] = [before[score], after[score]];
    return typeof from === 'number' && typeof to === 'number' ? [{ id, from, to }] : [];
  });
  const interval = pairedBootstrap(judged.map(({ from, to }) => to - from));
  if (!interval) return null;
  const baseline = meanOf(judged.map(({ from }) => from)) ?? 0;
  const candidate = meanOf(judged.map(({ to }) => to)) ?? 0;
  const better = judged.filter(({ from, to }) => to > from).map(({ id }) => id);
  const worse = judged.filter(({ from, to }) => to < from).map(({ id }) => id);
  return { score, n: judged.length, baseline, candidate, delta: candidate - baseline, interval, better, worse };
}
