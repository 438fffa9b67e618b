import { describe, expect, it } from 'vitest';
import { compareRuns } from './compare-runs.ts';
import { pairedBootstrap } from './paired-bootstrap.ts';
import type { CaseRecord } from './run.ts';

const run = (scores: Record<string, number | null>): CaseRecord[] =>
  Object.entries(scores).map(([caseId, right]) => ({
    caseId, input: null, output: null, scores: { right }, error: null, elapsedMs: 0,
  })); // biome-ignore format: one case, one glance

describe('the bootstrap of paired differences', () => {
  it('is a point when every case changed alike, and nothing without cases', () => {
    expect(pairedBootstrap([1, 1, 1])).toEqual({ low: 1, high: 1 });
    expect(pairedBootstrap([])).toBeNull();
  });

  it('comes close to the normal interval on many cases', () => {
    // 400 differences, half 1 and half 0: mean .5, standard error .5 / √400 = .025, so .5 ± 1.96 × .025.
    const differences = Array.from({ length: 400 }, (_, index) => index % 2);
    const interval = pairedBootstrap(differences)!;
    expect(interval.low).toBeCloseTo(0.451, 2);
    expect(interval.high).toBeCloseTo(0.549, 2);
    expect(pairedBootstrap(differences)).toEqual(interval);
  });
});

describe('comparing two runs', () => {
  it('compares the cases that both judged, and names those only one has', () => {
    const comparison = compareRuns(run({ a: 1, b: 0, c: 1, d: null, e: 1 }), run({ b: 1, c: 0, d: 1, e: 1, f: 1 }));
    expect(comparison).toMatchObject({ compared: 4, onlyInBaseline: ['a'], onlyInCandidate: ['f'] });
    expect(comparison.changes).toEqual([
      expect.objectContaining({
        score: 'right',
        n: 3,
        baseline: 2 / 3,
        candidate: 2 / 3,
        delta: 0,
        better: ['b'],
        worse: ['c'],
      }),
    ]);
  });

  it('finds no difference between a run and itself', () => {
    const same = run({ a: 1, b: 0 });
    expect(compareRuns(same, same).changes).toMatchObject([
      { delta: 0, interval: { low: 0, high: 0 }, better: [], worse: [] },
    ]);
  });

  it('finds a loss on many cases to be more than chance', () => {
    const ids = Array.from({ length: 40 }, (_, index) => `c${index}`);
    const before = run(Object.fromEntries(ids.map((id) => [id, 1])));
    const after = run(Object.fromEntries(ids.map((id, index) => [id, index < 10 ? 0 : 1])));
    const [change] = compareRuns(before, after).changes;
    expect(change?.delta).toBe(-0.25);
    expect(change!.interval.high).toBeLessThan(0);
  });
});
