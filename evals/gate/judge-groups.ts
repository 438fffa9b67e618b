import { type CasePair, judgedPairs } from '../runs/compare-runs.ts';
import { scoreDifference } from '../runs/score-difference.ts';
import { directionOf } from '../scorers/score-direction.ts';
import type { Suite } from '../suite.ts';
import { gateAlpha, groupMargin, type HeldScore, heldScores, smallestGroup } from './gate-policy.ts';
import type { GateVerdict, GroupVerdict } from './gate-report.ts';

/** Every held score, over all cases and over each group of them; falls first, and the heaviest of them first. */
export function judgeGroups(suite: Pick<Suite, 'name' | 'groupsOf'>, pairs: readonly CasePair[]): GroupVerdict[] {
  const groups = groupsOf(suite, pairs);
  const judged = heldScores(suite.name).flatMap((held) => [
    ...judgeGroup('all', held, pairs),
    ...[...groups].flatMap(([group, members]) =>
      judgeGroup(group, { score: held.score, margin: Math.max(held.margin, groupMargin) }, members),
    ),
  ]);
  const rank: Record<GateVerdict, number> = { fail: 0, warn: 1, pass: 2 };
  const lost = ({ worse, better }: GroupVerdict) => worse.length - better.length;
  return judged.toSorted((a, b) => rank[a.verdict] - rank[b.verdict] || lossRate(b) - lossRate(a) || lost(b) - lost(a));
}

const lossRate = ({ score, delta }: GroupVerdict) => -delta * directionOf(score);

/** A group that is everything says nothing more than the whole does. */
function groupsOf(suite: Pick<Suite, 'groupsOf'>, pairs: readonly CasePair[]): Map<string, CasePair[]> {
  const groups = new Map<string, CasePair[]>();
  for (const pair of pairs)
    for (const group of suite.groupsOf(pair.after)) {
      const members = groups.get(group);
      if (members) members.push(pair);
      else groups.set(group, [pair]);
    }
  return new Map([...groups].filter(([, members]) => members.length < pairs.length).toSorted(byName));
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) => (a < b ? -1 : 1);

function judgeGroup(group: string, { score, margin }: HeldScore, pairs: readonly CasePair[]): GroupVerdict[] {
  const judged = judgedPairs(score, pairs);
  if (group !== 'all' && judged.length < smallestGroup) return [];
  const found = scoreDifference(score, judged);
  if (!found) return [];
  const { n, baseline, candidate, delta, interval, pWorse, smallestDetectable, better, worse } = found;
  const verdict = verdictOn({ score, delta, interval, pWorse, margin });
  const shown = { n, baseline, candidate, delta, interval, margin, pWorse, smallestDetectable, better, worse };
  return [{ group, score, verdict, ...shown }];
}

/**
 * Non-inferiority with a margin (Committee for Proprietary Medicinal Products: Points to Consider on Switching between
 * Superiority and Non-inferiority, 2000): it passes when the whole interval of the change lies above the margin. It fails
 * when it fell below the margin and that is more than chance. In between a fall is seen and neither shown nor ruled out.
 */
function verdictOn({
  score,
  delta,
  interval,
  pWorse,
  margin,
}: Pick<GroupVerdict, 'score' | 'delta' | 'interval' | 'pWorse' | 'margin'>): GateVerdict {
  const direction = directionOf(score);
  const change = delta * direction;
  const worstOfInterval = direction === 1 ? interval.low : -interval.high;
  if (change < -margin && pWorse <= gateAlpha) return 'fail';
  return change >= 0 || worstOfInterval >= -margin ? 'pass' : 'warn';
}
