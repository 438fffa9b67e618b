import { type FeatureName, type PairFeatures, placeFeatures, problemFeatures } from './pair-features.ts';

/** One question put to a pair, as a logistic regression over the features that speak to it. */
export interface Factor {
  bias: number;
  weights: Partial<Record<FeatureName, number>>;
}

/**
 * Two messages are about one case when it is the same place (or company, or line) and the same problem: the product of
 * two logistic regressions that are learnt together, so that neither a name nor a topic alone can carry a pair.
 */
export interface PairModel {
  place: Factor;
  problem: Factor;
}

/** 0 to 1 each; `same` is the product of the other two. */
export interface PairVerdict {
  samePlace: number;
  sameProblem: number;
  same: number;
}

export function judgePair({ place, problem }: PairModel, features: PairFeatures): PairVerdict {
  const samePlace = share(place, features);
  const sameProblem = share(problem, features);
  return { samePlace, sameProblem, same: samePlace * sameProblem };
}

function share({ bias, weights }: Factor, features: PairFeatures): number {
  let sum = bias;
  for (const name in weights) sum += weights[name as FeatureName]! * features[name as FeatureName];
  return logistic(sum);
}

const logistic = (value: number) => 1 / (1 + Math.exp(-value));

export interface LabelledPair {
  features: PairFeatures;
  same: boolean;
}

export interface LearningOptions {
  /** Holds the weights small. */
  ridge?: number;
  /** Share of the whole weight that the pairs of one case have: they are few, and each counts for more. */
  positiveShare?: number;
}

const steps = 600;
const stepLength = 0.05;

/** Learns both factors by Adam (Kingma and Ba, 2015) on the log-likelihood of the product. Equal pairs give an equal model. */
export function learnPairModel(
  pairs: readonly LabelledPair[],
  { ridge = 0.0003, positiveShare = 0.15 }: LearningOptions = {},
): PairModel {
  const columns = [placeFeatures, problemFeatures].map((names) =>
    pairs.map(({ features }) => Float64Array.from([1, ...names.map((name) => features[name])])),
  );
  const positives = pairs.filter(({ same }) => same).length;
  const importance = pairs.map(({ same }) =>
    same ? positiveShare / positives : (1 - positiveShare) / (pairs.length - positives),
  );
  const factors = [placeFeatures, problemFeatures].map((names) => createAdam(names.length + 1, ridge));
  for (let step = 1; step <= steps; step++) {
    const slopes = factors.map(({ weights }) => new Float64Array(weights.length));
    for (const [index, { same }] of pairs.entries()) {
      const shares = factors.map(({ weights }, factor) => logistic(dot(weights, columns[factor]![index]!)));
      const p = Math.min(shares[0]! * shares[1]!, 1 - 1e-9);
      // d(-log likelihood)/d(sum of a factor): -(1 - share) for a pair of one case, p (1 - share) / (1 - p) otherwise.
      for (const [factor, slope] of slopes.entries()) {
        const rest = 1 - shares[factor]!;
        const by = importance[index]! * (same ? -rest : (p * rest) / (1 - p));
        const row = columns[factor]![index]!;
        for (let column = 0; column < row.length; column++) slope[column]! += by * row[column]!;
      }
    }
    for (const [factor, slope] of slopes.entries()) factors[factor]!.move(slope, step);
  }
  const named = (factor: number, names: readonly FeatureName[]): Factor => {
    const [bias, ...weights] = factors[factor]!.weights;
    return { bias: bias!, weights: Object.fromEntries(names.map((name, index) => [name, weights[index]!])) };
  };
  return { place: named(0, placeFeatures), problem: named(1, problemFeatures) };
}

function createAdam(width: number, ridge: number) {
  const weights = new Float64Array(width);
  const mean = new Float64Array(width);
  const spread = new Float64Array(width);
  return {
    weights,
    move(slope: Float64Array, step: number) {
      for (let column = 0; column < width; column++) {
        const by = slope[column]! + (column === 0 ? 0 : ridge * weights[column]!);
        mean[column] = 0.9 * mean[column]! + 0.1 * by;
        spread[column] = 0.999 * spread[column]! + 0.001 * by * by;
        const unbiased = mean[column]! / (1 - 0.9 ** step);
        weights[column]! -= (stepLength * unbiased) / (Math.sqrt(spread[column]! / (1 - 0.999 ** step)) + 1e-9);
      }
    },
  };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += a[index]! * b[index]!;
  return sum;
}
