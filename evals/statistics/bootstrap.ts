import { seededRandom } from '../seeded-random.ts';
import type { Interval } from './interval.ts';

interface Resampling {
  resamples?: number;
  /** The same seed gives the same interval. */
  seed?: number;
}

/**
 * The interval that holds the mean of paired differences with 95 % confidence, by the percentile bootstrap (Efron and
 * Tibshirani: An Introduction to the Bootstrap, 1993, chapter 13; for comparing two systems on the same cases: Koehn,
 * Statistical Significance Tests for Machine Translation Evaluation, EMNLP 2004).
 *
 * @param differences candidate minus baseline, one for each case that both have
 */
export function pairedBootstrap(differences: readonly number[], options: Resampling = {}): Interval | null {
  return clusterBootstrap(
    differences.map((difference) => [difference]),
    options,
  );
}

/**
 * The same where cases hang together, such as the follow-ups of one dialogue: whole clusters are drawn, so that ten
 * questions of one dialogue are not taken for ten witnesses (Field and Welsh: Bootstrapping Clustered Data, JRSS B 69,
 * 2007). Null without a case.
 */
export function clusterBootstrap(
  clusters: readonly (readonly number[])[],
  { resamples = 2000, seed = 1 }: Resampling = {},
): Interval | null {
  if (clusters.every(({ length }) => length === 0)) return null;
  const means = resampledMeans(clusters, resamples, seed);
  return { low: means[Math.floor(resamples * 0.025)]!, high: means[Math.ceil(resamples * 0.975) - 1]! };
}

/** Means over the cases of clusters drawn with replacement, ascending. */
export function resampledMeans(
  clusters: readonly (readonly number[])[],
  resamples: number,
  seed: number,
): Float64Array {
  const random = seededRandom(seed);
  const filled = clusters.filter(({ length }) => length > 0);
  const sums = Float64Array.from(filled, (cluster) => cluster.reduce((sum, value) => sum + value, 0));
  // Nothing changed, as in most groups of most comparisons: whatever is drawn, the mean is zero.
  if (sums.every((sum) => sum === 0)) return new Float64Array(resamples);
  const sizes = Uint32Array.from(filled, ({ length }) => length);
  return Float64Array.from({ length: resamples }, () => {
    let sum = 0;
    let cases = 0;
    for (let drawn = 0; drawn < sums.length; drawn++) {
      const at = Math.floor(random() * sums.length);
      sum += sums[at]!;
      cases += sizes[at]!;
    }
    return sum / cases;
  }).sort();
}
