import { normalQuantile } from './normal-quantile.ts';

/**
 * How large a true difference would have to be to be found by a two-sided paired test on so many cases, with the given
 * power: (z₁₋α⸝₂ + z_power) · s ÷ √n (G. van Belle: Statistical Rules of Thumb, 2008, section 2.1, solved for the difference).
 * Said beside "no significant change", it keeps few cases from passing for proof that nothing changed. Null without cases.
 *
 * s is the spread of the differences seen, with one case better and one worse added in thought by a whole point (Agresti
 * and Min, 2005, add as much for matched shares): where nothing changed at all s would be 0, and so would be what is missed.
 *
 * @param differences candidate minus baseline, of scores between 0 and 1; one a cluster where cases hang together
 */
export function smallestDetectableDifference(
  differences: readonly number[],
  { alpha = 0.05, power = 0.8 } = {},
): number | null {
  if (differences.length === 0) return null;
  const n = differences.length + 2;
  const mean = differences.reduce((sum, value) => sum + value, 0) / n;
  const squares = differences.reduce((sum, value) => sum + value ** 2, 2);
  return detectable(Math.sqrt(Math.max(0, squares / n - mean ** 2)), differences.length, { alpha, power });
}

/** The rule itself: spread of the differences and number of pairs in, difference out. */
export function detectable(spread: number, pairs: number, { alpha = 0.05, power = 0.8 } = {}): number {
  return ((normalQuantile(1 - alpha / 2) + normalQuantile(power)) * spread) / Math.sqrt(pairs);
}
