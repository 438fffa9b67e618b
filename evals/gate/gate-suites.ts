import type { Harness } from '../harness.ts';
import { type RunInMemory, runInMemory } from '../runs/run-in-memory.ts';
import type { Progress, Suite } from '../suite.ts';
import { baselineFolder, readBaseline } from './baseline.ts';
import type { GateReport, GateVerdict, SuiteGate } from './gate-report.ts';
import { gateSuite } from './gate-suite.ts';

export interface GateOptions {
  suites: readonly Suite[];
  harness: Harness;
  at: Date;
  /** Where the baselines lie; without it the product's own. */
  folder?: string;
  /** A data set in the place of each suite's own. */
  data?: string;
  onSuite?: (suite: Suite, run: RunInMemory | null) => void;
  onProgress?: (suite: Suite, progress: Progress) => void;
  signal?: AbortSignal;
}

/** Runs the suites on their own data sets, one after the other, and holds each against its baseline. */
export async function gateSuites({
  suites,
  harness,
  at,
  folder = baselineFolder(),
  ...options
}: GateOptions): Promise<GateReport> {
  const judged: SuiteGate[] = [];
  for (const suite of suites) {
    options.onSuite?.(suite, null);
    const run = await runInMemory({
      suite,
      harness,
      ...(options.data ? { folder: options.data } : {}),
      onProgress: (progress) => options.onProgress?.(suite, progress),
      ...(options.signal ? { signal: options.signal } : {}),
    });
    options.onSuite?.(suite, run);
    const { summary, identity, cases } = run;
    judged.push(gateSuite({ suite, data: summary.data, identity, cases }, await readBaseline(suite.name, folder)));
  }
  return { verdict: worstOf(judged.map(({ verdict }) => verdict)), at: at.toISOString(), suites: judged };
}

function worstOf(verdicts: readonly GateVerdict[]): GateVerdict {
  if (verdicts.includes('fail')) return 'fail';
  return verdicts.includes('warn') ? 'warn' : 'pass';
}
