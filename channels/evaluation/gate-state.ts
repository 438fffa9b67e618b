import { allCases, gateSuite, type RunStore, readBaseline, type Suite, type SuiteGate } from '../../evals/index.ts';

/** How a kept run stands against the blessed baseline of its suite; null for a run that does not exist or has not ended. */
export type GateState = (runId: string) => Promise<SuiteGate | null>;

/**
 * A run that has ended does not change, so its standing is worked out once for each baseline it is held to: the tests
 * over all groups take longer than a page should wait.
 */
export function createGateState({ runs, suites }: { runs: RunStore; suites: readonly Suite[] }): GateState {
  const known = new Map<string, Promise<SuiteGate>>();
  return async (runId) => {
    const run = await runs.find(runId);
    const suite = suites.find(({ name }) => name === run?.suite);
    if (!run || !suite || run.status !== 'finished') return null;
    const baseline = await readBaseline(suite.name);
    const key = `${runId} ${baseline?.blessedAt ?? ''}`;
    const standing =
      known.get(key) ??
      allCases(runs, runId).then((cases) =>
        gateSuite({ suite, data: run.data, identity: run.identity, cases }, baseline),
      );
    known.set(key, standing);
    standing.catch(() => known.delete(key)); // the caller hears of it; the next one tries again
    return standing;
  };
}
