import { type Harness, type RunStore, runSuite, type Suite, suites } from '../../evals/index.ts';

interface Needs {
  harness: Harness;
  store: RunStore;
  onError: (error: unknown) => void;
}

export type EvalRunner = ReturnType<typeof createEvalRunner>;

/** Runs suites in the background of the desk, one at a time: two cores also have citizens to answer. */
export function createEvalRunner({ harness, store, onError }: Needs) {
  const leaving = new AbortController();
  let last: Promise<unknown> = Promise.resolve();

  const begin = (suite: Suite) =>
    new Promise<string>((resolve, reject) => {
      const run = last.then(() => runSuite({ suite, harness, store, onBegin: resolve, signal: leaving.signal }));
      last = run.catch((error: unknown) => {
        reject(error); // only heard when the run never began
        if (!leaving.signal.aborted) onError(error);
      });
    });

  return {
    suites,
    /** Starts a run on the suite's own data set and gives its id; null for an unknown suite. */
    async start(name: string): Promise<string | null> {
      const suite = suites.find((candidate) => candidate.name === name);
      return suite ? begin(suite) : null;
    },
    async close(): Promise<void> {
      leaving.abort();
      await last;
    },
  };
}
