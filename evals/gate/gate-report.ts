import type { Interval } from '../statistics/interval.ts';

/** `fail`: a fall beyond the margin is shown. `warn`: a fall is seen and neither shown nor ruled out. */
export type GateVerdict = 'pass' | 'warn' | 'fail';

/** One score of one group of cases, held against the baseline as a test of non-inferiority. */
export interface GroupVerdict {
  /** `all`, or a slice such as `kind=complaint`, `topic=C05`. */
  group: string;
  score: string;
  verdict: GateVerdict;
  /** Cases that the baseline and the candidate both judged. */
  n: number;
  baseline: number;
  candidate: number;
  delta: number;
  interval: Interval;
  /** How far it may fall unnoticed, in the score's own unit. */
  margin: number;
  /** One-sided: how easily chance alone makes it as bad as this. */
  pWorse: number;
  smallestDetectable: number;
  better: string[];
  worse: string[];
}

/** A case of which not one may be missed, and that was. */
export interface CriticalMiss {
  caseId: string;
  /** `emergency`, `jurisdiction`, `personal_data`, `injection` or `critical`. */
  kind: string;
  /** Missed already when the baseline was blessed, and accepted there by name: it is shown and fails nothing. */
  accepted: boolean;
  /** What broke, where it did not end at all. */
  error: string | null;
}

export interface SuiteGate {
  suite: string;
  data: string;
  verdict: GateVerdict;
  /** Sentences in Chinese: what fell, was missed or broke, the worst first. */
  reasons: string[];
  /** Null where nothing was blessed yet. */
  baseline: { blessedAt: string; reason: string; commit: string | null } | null;
  caveats: string[];
  compared: number;
  newlyBroken: string[];
  misses: CriticalMiss[];
  groups: GroupVerdict[];
}

export interface GateReport {
  verdict: GateVerdict;
  /** The moment of the gate, ISO 8601. */
  at: string;
  suites: SuiteGate[];
}
