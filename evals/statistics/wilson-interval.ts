import type { Interval } from './interval.ts';
import { normalQuantile } from './normal-quantile.ts';

/**
 * The score interval of a share, which stays inside 0 to 1 and honest where all or none succeeded: E. B. Wilson: Probable
 * Inference, the Law of Succession, and Statistical Inference, JASA 22 (1927), without continuity correction. Null without
 * trials.
 */
export function wilsonInterval(successes: number, trials: number, confidence = 0.95): Interval | null {
  if (trials === 0) return null;
  const z = normalQuantile(1 - (1 - confidence) / 2);
  const share = successes / trials;
  const middle = share + z ** 2 / (2 * trials);
  const spread = z * Math.sqrt((share * (1 - share)) / trials + z ** 2 / (4 * trials ** 2));
  const scale = 1 + z ** 2 / trials;
  return { low: Math.max(0, (middle - spread) / scale), high: Math.min(1, (middle + spread) / scale) };
}
