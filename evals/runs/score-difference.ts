import { directionOf } from '../scorers/score-direction.ts';
import { meanOf } from '../scorers/scorer.ts';
import { clusterBootstrap } from '../statistics/bootstrap.ts';
import type { Interval } from '../statistics/interval.ts';
import { mcnemarTest, mcnemarWorse } from '../statistics/mcnemar-test.ts';
import { signFlipTest } from '../statistics/sign-flip-test.ts';
import { smallestDetectableDifference } from '../statistics/smallest-detectable-difference.ts';

/** One case that two runs both judged. */
export interface JudgedPair {
  id: string;
  /** Pairs of one cluster are no independent witnesses. */
  cluster: string;
  from: number;
  to: number;
}

/** How one score changed from the baseline to the candidate. */
export interface ScoreDifference {
  score: string;
  /** Cases that both runs judged, and the independent clusters they form. */
  n: number;
  clusters: number;
  baseline: number;
  candidate: number;
  /** Candidate minus baseline. */
  delta: number;
  /** 95 % interval of the delta. */
  interval: Interval;
  /** `mcnemar` for verdicts of independent cases, `sign-flip` for everything else. */
  test: 'mcnemar' | 'sign-flip';
  /** Two-sided, of this score alone. */
  p: number;
  /** One-sided: how easily chance alone makes it as bad as this. */
  pWorse: number;
  /** What had to change at least to be found with 80 % probability. */
  smallestDetectable: number;
  /** Cases that got better, and those that got worse; for scores like `falseRefusal` better is less. */
  better: string[];
  worse: string[];
}

/** Null when no case was judged in both. */
export function scoreDifference(score: string, pairs: readonly JudgedPair[]): ScoreDifference | null {
  const clusters = byCluster(pairs);
  const interval = clusterBootstrap(clusters);
  if (!interval) return null;
  const direction = directionOf(score);
  const baseline = meanOf(pairs.map(({ from }) => from))!;
  const candidate = meanOf(pairs.map(({ to }) => to))!;
  const better = pairs.filter(({ from, to }) => (to - from) * direction > 0).map(({ id }) => id);
  const worse = pairs.filter(({ from, to }) => (to - from) * direction < 0).map(({ id }) => id);
  const sums = clusters.map((differences) => differences.reduce((sum, value) => sum + value, 0));
  // Sums are brought to the size of a mean over the cases, so that uneven clusters weigh as they do in the delta.
  const scaled = sums.map((sum) => (sum * clusters.length) / pairs.length);
  return {
    score,
    n: pairs.length,
    clusters: clusters.length,
    baseline,
    candidate,
    delta: candidate - baseline,
    interval,
    ...testOf(pairs, sums, direction, { better: better.length, worse: worse.length }),
    smallestDetectable: smallestDetectableDifference(scaled)!,
    better,
    worse,
  };
}

function testOf(
  pairs: readonly JudgedPair[],
  sums: readonly number[],
  direction: 1 | -1,
  { better, worse }: { better: number; worse: number },
): Pick<ScoreDifference, 'test' | 'p' | 'pWorse'> {
  const verdicts = pairs.every(({ from, to }) => [from, to].every((value) => value === 0 || value === 1));
  if (verdicts && sums.length === pairs.length)
    return { test: 'mcnemar', p: mcnemarTest(better, worse), pWorse: mcnemarWorse(better, worse) };
  const flipped = signFlipTest(sums.map((sum) => sum * direction));
  return { test: 'sign-flip', p: flipped.twoSided, pWorse: flipped.worse };
}

function byCluster(pairs: readonly JudgedPair[]): number[][] {
  const clusters = new Map<string, number[]>();
  for (const { cluster, from, to } of pairs) {
    const members = clusters.get(cluster);
    if (members) members.push(to - from);
    else clusters.set(cluster, [to - from]);
  }
  return [...clusters.values()];
}
