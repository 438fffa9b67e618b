import type { EvalRun } from '../../../channels/http/api-types.ts';

const keys = ['suite', 'data', 'status', 'n', 'errors', 'startedAt'] as const;

/** `-startedAt` is the newest first. An order that does not exist, which anybody may type, leaves the runs as they came. */
export function sortRuns(runs: readonly EvalRun[], sort: string): EvalRun[] {
  const key = keys.find((name) => name === sort.replace(/^-/u, ''));
  if (!key) return [...runs];
  const direction = sort.startsWith('-') ? -1 : 1;
  return runs.toSorted((a, b) => {
    const [first, second] = [a[key], b[key]];
    return first === second ? 0 : (first < second ? -1 : 1) * direction;
  });
}
