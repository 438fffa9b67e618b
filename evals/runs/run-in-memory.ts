import { type RunSuiteOptions, runSuite } from '../run-suite.ts';
import type { CaseRecord, RunIdentity, RunSummary } from './run.ts';

export interface RunInMemory {
  summary: RunSummary;
  identity: RunIdentity;
  cases: CaseRecord[];
}

/** Runs a suite and hands out all of it instead of keeping it: what a gate judges, and what is blessed. */
export async function runInMemory(options: Omit<RunSuiteOptions, 'store' | 'resume'>): Promise<RunInMemory> {
  const cases: CaseRecord[] = [];
  let identity: RunIdentity | undefined;
  const summary = await runSuite({
    ...options,
    onCase: (record) => void cases.push(record),
    onIdentity: (found) => {
      identity = found;
    },
  });
  return { summary, identity: identity!, cases };
}
