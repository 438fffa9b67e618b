import { caveatsOf } from '../runs/compare-kept-runs.ts';
import { casePairs } from '../runs/compare-runs.ts';
import type { CaseRecord, RunIdentity } from '../runs/run.ts';
import type { Suite } from '../suite.ts';
import { type Baseline, casesOf } from './baseline.ts';
import { criticalKind, isMissed } from './critical-case.ts';
import { reasonsOf } from './gate-reasons.ts';
import type { CriticalMiss, GateVerdict, GroupVerdict, SuiteGate } from './gate-report.ts';
import { judgeGroups } from './judge-groups.ts';

/** A run as the gate sees it. */
export interface GatedRun {
  suite: Pick<Suite, 'name' | 'groupsOf'>;
  data: string;
  identity: RunIdentity;
  cases: readonly CaseRecord[];
}

/** Holds a run against what was blessed: pure, so that a stored run can be held to it as well as one just made. */
export function gateSuite(run: GatedRun, baseline: Baseline | null): SuiteGate {
  const { suite, data, identity, cases } = run;
  const misses = criticalMisses(cases, new Set(baseline?.acceptedMisses));
  const bare = { suite: suite.name, data, misses };
  if (!baseline) {
    const found = { ...bare, baseline: null, caveats: [], compared: 0, newlyBroken: [], groups: [] };
    return concluded({ ...found, unblessed: true, missing: [] });
  }
  const pairs = casePairs(casesOf(baseline), cases);
  const here = new Set(cases.map(({ caseId }) => caseId));
  return concluded({
    ...bare,
    baseline: { blessedAt: baseline.blessedAt, reason: baseline.reason, commit: baseline.identity.commit },
    caveats: caveatsOf(baseline.identity, identity),
    compared: pairs.length,
    newlyBroken: pairs.filter(({ before, after }) => !before.error && after.error).map(({ id }) => id),
    groups: judgeGroups(suite, pairs),
    unblessed: false,
    missing: baseline.cases.filter(({ id }) => !here.has(id)).map(({ id }) => id),
  });
}

function criticalMisses(cases: readonly CaseRecord[], accepted: ReadonlySet<string>): CriticalMiss[] {
  return cases.flatMap((one) => {
    const kind = criticalKind(one.input);
    if (kind === null || !isMissed(one)) return [];
    return [{ caseId: one.caseId, kind, accepted: accepted.has(one.caseId), error: one.error }];
  });
}

export interface GateFindings extends Omit<SuiteGate, 'verdict' | 'reasons'> {
  unblessed: boolean;
  /** Cases of the baseline that the run does not have. */
  missing: string[];
}

function concluded(findings: GateFindings): SuiteGate {
  const { unblessed: _, missing: __, ...shown } = findings;
  return { ...shown, verdict: verdictOf(findings), reasons: reasonsOf(findings) };
}

function verdictOf({ groups, misses, newlyBroken, unblessed, missing }: GateFindings): GateVerdict {
  const seen = (verdict: GateVerdict) => groups.some((group: GroupVerdict) => group.verdict === verdict);
  if (newlyBroken.length > 0 || misses.some(({ accepted }) => !accepted) || seen('fail')) return 'fail';
  return unblessed || missing.length > 0 || seen('warn') ? 'warn' : 'pass';
}
