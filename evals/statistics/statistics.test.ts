import { describe, expect, it } from 'vitest';
import { clusterBootstrap, pairedBootstrap, resampledMeans } from './bootstrap.ts';
import { cohensKappa } from './cohens-kappa.ts';
import { holmAdjusted } from './holm.ts';
import { mcnemarTest, mcnemarWorse } from './mcnemar-test.ts';
import { normalQuantile } from './normal-quantile.ts';
import { signFlipTest } from './sign-flip-test.ts';
import { detectable, smallestDetectableDifference } from './smallest-detectable-difference.ts';
import { wilsonInterval } from './wilson-interval.ts';

it('gives the quantiles by which AS 241 is checked in its paper', () => {
  expect(normalQuantile(0.25)).toBeCloseTo(-0.6744897501960817, 14);
  expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306167814, 13);
  expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 14);
  expect(() => normalQuantile(0)).toThrow(RangeError);
});

describe('the Wilson interval', () => {
  // R. G. Newcombe: Two-sided Confidence Intervals for the Single Proportion, Statistics in Medicine 17 (1998), table I.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i is the one that Newcombe published', (successes, trials, low, high) => {
    const interval = wilsonInterval(successes, trials)!;
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it('says nothing without trials', () => expect(wilsonInterval(0, 0)).toBeNull());
});

describe("McNemar's exact test", () => {
  it('gives the p that Fay published for the approval ratings of Agresti: 150 and 86 changed', () => {
    expect(mcnemarTest(150, 86)).toBeCloseTo(3.716e-5, 8);
  });

  it('can be checked by hand on few changes, and holds on thousands', () => {
    expect(mcnemarTest(1, 5)).toBeCloseTo((2 * (1 + 6)) / 64, 12);
    expect(mcnemarWorse(0, 5)).toBeCloseTo(1 / 32, 15);
    expect(mcnemarTest(0, 0)).toBe(1);
    expect(mcnemarTest(2000, 2000)).toBe(1);
    expect(mcnemarTest(900, 1100)).toBeLessThan(1e-5);
  });
});

describe('the sign-flip test', () => {
  // C. Darwin's heights of crossed against self-fertilised maize, in eighths of an inch, as Fisher gives them in 1935.
  const darwin = [49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48];

  it('counts the 1,726 of 32,768 patterns that Fisher counted', () => {
    const { twoSided, worse, exact } = signFlipTest(darwin);
    expect(twoSided).toBe(1726 / 32_768);
    expect(worse).toBeGreaterThan(0.97);
    expect(exact).toBe(true);
  });

  it('draws patterns where counting would take too long, and comes out near the normal value', () => {
    // 100 differences of ±1, 60 up: z = 20 / √100 = 2, with correction for continuity (20 − 1) / 10: p = .0574.
    const many = Array.from({ length: 100 }, (_, index) => (index < 60 ? 1 : -1));
    const drawn = signFlipTest(many);
    expect(drawn.exact).toBe(false);
    expect(drawn.twoSided).toBeCloseTo(mcnemarTest(60, 40), 2);
    expect(signFlipTest(many)).toEqual(drawn);
  });

  it('finds nothing where nothing changed', () =>
    expect(signFlipTest([0, 0])).toMatchObject({ twoSided: 1, worse: 1 }));
});

describe('the bootstrap', () => {
  it('finds the standard error that Efron and Tibshirani give for the treated mice', () => {
    // An Introduction to the Bootstrap, table 2.1: seven survival times; table 2.2: 23.36 for ever more resamples.
    const means = resampledMeans(
      [94, 197, 16, 38, 99, 141, 23].map((days) => [days]),
      20_000,
      1,
    );
    const mean = means.reduce((sum, value) => sum + value, 0) / means.length;
    const variance = means.reduce((sum, value) => sum + (value - mean) ** 2, 0) / means.length;
    expect(mean).toBeCloseTo(86.86, 0);
    expect(Math.abs(Math.sqrt(variance) - 23.36)).toBeLessThan(0.5);
  });

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

  it('learns nothing from asking the same dialogue ten times', () => {
    const dialogues = Array.from({ length: 40 }, (_, index) => index % 2);
    const once = pairedBootstrap(dialogues)!;
    const tenTimes = dialogues.map((value) => Array<number>(10).fill(value));
    expect(clusterBootstrap(tenTimes)).toEqual(once);
    const apart = pairedBootstrap(tenTimes.flat())!;
    expect(apart.high - apart.low).toBeLessThan((once.high - once.low) / 2);
  });
});

describe('the adjustment of Holm', () => {
  it('rejects the first and last of four, as in the example of Wikipedia’s article on it', () => {
    const adjusted = holmAdjusted([0.01, 0.04, 0.03, 0.005]);
    expect(adjusted.map((p) => Number(p.toFixed(10)))).toEqual([0.03, 0.06, 0.06, 0.02]);
  });

  it('never goes over 1', () => expect(holmAdjusted([0.9, 0.8])).toEqual([1, 1]));
});

describe('the smallest detectable difference', () => {
  it('is the rule of thumb of van Belle: 8 ÷ Δ² pairs for Δ standard deviations', () => {
    for (const delta of [0.25, 0.5, 1]) expect(detectable(1, 8 / delta ** 2)).toBeCloseTo(delta, 1);
  });

  it('is not zero where nothing changed, and smaller with more cases', () => {
    const few = smallestDetectableDifference(Array<number>(20).fill(0))!;
    const many = smallestDetectableDifference(Array<number>(2000).fill(0))!;
    expect(few).toBeGreaterThan(0.1);
    expect(many).toBeLessThan(0.01);
    expect(smallestDetectableDifference([])).toBeNull();
  });
});

describe("Cohen's kappa", () => {
  const table = (cells: readonly (readonly number[])[]) =>
    cells.flatMap((row, one) => row.flatMap((n, other) => Array<[string, string]>(n).fill([`${one}`, `${other}`])));

  it('is .68 for the diagnoses of table 13.1 in Fleiss, Statistical Methods for Rates and Proportions (1981)', () => {
    expect(cohensKappa(table([[75, 1, 4], [5, 4, 1], [0, 0, 10]]))).toBeCloseTo(0.68, 2);
  }); // biome-ignore format: a table

  it('is .4 for 20, 5, 10 and 15, and nothing can be said where there was no choice', () => {
    expect(cohensKappa(table([[20, 5], [10, 15]]))).toBeCloseTo(0.4, 12);
    expect(cohensKappa(table([[7]]))).toBeNull();
    expect(cohensKappa([])).toBeNull();
  }); // biome-ignore format: a table
});
