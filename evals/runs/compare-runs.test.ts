import { describe, expect, it } from 'vitest';
import { compareRuns } from './compare-runs.ts';
import type { CaseRecord } from './run.ts';

const run = (scores: Record<string, number | null>): CaseRecord[] =>
  Object.entries(scores).map(([caseId, right]) => ({
    caseId, input: null, output: null, scores: { right }, error: null, elapsedMs: 0,
  })); // biome-ignore format: one case, one glance

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
    expect(change).toMatchObject({ test: 'mcnemar', significant: true });
    expect(change!.p).toBeCloseTo(2 / 2 ** 10, 12);
  });

  it('says how small a change it could have found, where it finds none', () => {
    const same = run(Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`c${index}`, index % 2])));
    const [change] = compareRuns(same, same).changes;
    expect(change).toMatchObject({ p: 1, adjustedP: 1, significant: false });
    expect(change!.smallestDetectable).toBeGreaterThan(0.05);
  });

  it('takes follow-ups of one dialogue for one witness', () => {
    const asked = (right: number, dialogue: (index: number) => object) =>
      Array.from({ length: 12 }, (_, index): CaseRecord => ({
        caseId: `c${index}`, input: dialogue(index), output: null, scores: { right }, error: null, elapsedMs: 0,
      })); // biome-ignore format: one case, one glance
    const alone = () => ({});
    const together = (index: number) => ({ dialogue: `d${index % 3}` });
    expect(compareRuns(asked(1, alone), asked(0, alone)).changes[0]).toMatchObject({ clusters: 12, significant: true });
    const [change] = compareRuns(asked(1, together), asked(0, together)).changes;
    expect(change).toMatchObject({ n: 12, clusters: 3, test: 'sign-flip', p: 2 / 8, significant: false });
  });

  it('adjusts for having looked at several scores', () => {
    const two = (right: number, kind: number) =>
      Array.from({ length: 6 }, (_, index): CaseRecord => ({
        caseId: `c${index}`, input: null, output: null, scores: { right, kind }, error: null, elapsedMs: 0,
      })); // biome-ignore format: one case, one glance
    const changes = compareRuns(two(1, 1), two(0, 1)).changes;
    expect(changes).toMatchObject([{ score: 'right', p: 1 / 32, adjustedP: 1 / 16, significant: false }, { p: 1 }]);
  });

  it('counts fewer refusals as better, and names what broke apart', () => {
    const refused = (value: number, error: string | null = null): CaseRecord[] => [
      { caseId: 'a', input: null, output: null, scores: error ? {} : { falseRefusal: value }, error, elapsedMs: 0 },
    ];
    expect(compareRuns(refused(1), refused(0)).changes).toMatchObject([{ delta: -1, better: ['a'], worse: [] }]);
    expect(compareRuns(refused(1), refused(1, 'broke'))).toMatchObject({ newlyBroken: ['a'], changes: [] });
  });
});
