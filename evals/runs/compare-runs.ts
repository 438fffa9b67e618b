import { holmAdjusted } from '../statistics/holm.ts';
import { clusterOf } from './cluster-of.ts';
import type { CaseRecord } from './run.ts';
import { type JudgedPair, type ScoreDifference, scoreDifference } from './score-difference.ts';

/** Chance may pass for a change in one comparison out of twenty, whatever the number of its scores. */
const alpha = 0.05;

export interface ScoreChange extends ScoreDifference {
  /** p adjusted by Holm for all the scores compared. */
  adjustedP: number;
  /** More than chance: `adjustedP` is at most 0.05. */
  significant: boolean;
}

export interface RunComparison {
  /** Cases that both runs have; the comparison says nothing about the others. */
  compared: number;
  onlyInBaseline: string[];
  onlyInCandidate: string[];
  /** Cases that broke in one run and ended in the other, or broke in both: none is in any score. */
  newlyBroken: string[];
  newlyWhole: string[];
  brokenInBoth: string[];
  changes: ScoreChange[];
}

/** Logarithms differ in their last digit from one machine to the next; that is no change of anything. */
const roundingError = 1e-9;

/** A case that both runs have. */
export interface CasePair {
  id: string;
  cluster: string;
  before: CaseRecord;
  after: CaseRecord;
}

/** The cases of both runs, in the candidate's order. */
export function casePairs(baseline: readonly CaseRecord[], candidate: readonly CaseRecord[]): CasePair[] {
  const before = new Map(baseline.map((one) => [one.caseId, one]));
  return candidate.flatMap((after) => {
    const earlier = before.get(after.caseId);
    return earlier ? [{ id: after.caseId, cluster: clusterOf(after), before: earlier, after }] : [];
  });
}

/** The pairs that both runs judged in a score: of a case that broke or was not judged nothing can be said. */
export function judgedPairs(score: string, pairs: readonly CasePair[]): JudgedPair[] {
  return pairs.flatMap(({ id, cluster, before, after }) => {
    const [from, to] = [before.scores[score], after.scores[score]];
    if (typeof from !== 'number' || typeof to !== 'number') return [];
    return [{ id, cluster, from, to: Math.abs(to - from) < roundingError ? from : to }];
  });
}

/** Two runs of one suite, case by case on those that both have, in every score that both gave. */
export function compareRuns(baseline: readonly CaseRecord[], candidate: readonly CaseRecord[]): RunComparison {
  const pairs = casePairs(baseline, candidate);
  const both = new Set(pairs.map(({ id }) => id));
  const broke = (test: (before: boolean, after: boolean) => boolean) =>
    pairs.filter(({ before, after }) => test(before.error !== null, after.error !== null)).map(({ id }) => id);
  return {
    compared: pairs.length,
    onlyInBaseline: baseline.filter(({ caseId }) => !both.has(caseId)).map(({ caseId }) => caseId),
    onlyInCandidate: candidate.filter(({ caseId }) => !both.has(caseId)).map(({ caseId }) => caseId),
    newlyBroken: broke((before, after) => !before && after),
    newlyWhole: broke((before, after) => before && !after),
    brokenInBoth: broke((before, after) => before && after),
    changes: withAdjustedP(changesIn(pairs)),
  };
}

function changesIn(pairs: readonly CasePair[]): ScoreDifference[] {
  const scores = new Set(pairs.flatMap(({ after }) => Object.keys(after.scores)));
  return [...scores].flatMap((score) => scoreDifference(score, judgedPairs(score, pairs)) ?? []);
}

function withAdjustedP(changes: readonly ScoreDifference[]): ScoreChange[] {
  const adjusted = holmAdjusted(changes.map(({ p }) => p));
  return changes.map((change, at) => ({
    ...change,
    adjustedP: adjusted[at]!,
    significant: adjusted[at]! <= alpha,
  }));
}
