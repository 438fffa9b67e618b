/** One message as evidence: the values of its features, and which of the kinds it is. */
export interface Observation {
  features: readonly number[];
  kind: number;
}

/** Probability of each kind for the values of the features. */
export type Combination = (features: readonly number[]) => number[];

// Found by cross-validation over the authored messages; half or twice of each changes nothing to speak of.
const rounds = 150;
const stepSize = 0.3;
const momentum = 0.9;
const shrinkage = 0.001;

/**
 * Learns how much each feature says for each kind: multinomial logistic regression by gradient ascent with momentum
 * (Hastie, Tibshirani, Friedman, "The Elements of Statistical Learning", 4.4). `shares` says how often each kind is to be expected,
 * however many observations it has. Features should be of the size of 1. Equal observations give an equal combination.
 */
export function learnCombination(observations: readonly Observation[], shares: readonly number[]): Combination {
  const width = (observations[0]?.features.length ?? 0) + 1;
  const weights = shares.map(() => new Float64Array(width));
  const steps = weights.map((row) => row.slice());
  for (let round = 0; round < rounds; round++) {
    const slopes = slopesAt(weights, observations, shares);
    for (const [kind, row] of weights.entries())
      for (let at = 0; at < width; at++) {
        steps[kind]![at] = momentum * steps[kind]![at]! + stepSize * slopes[kind]![at]!;
        row[at]! += steps[kind]![at]!;
      }
  }
  return (features) => softmax(weights.map((row) => scoreOf(row, features)));
}

/** The gradient of the log-likelihood, the observations of a kind parting its share among them. */
function slopesAt(
  weights: readonly Float64Array[],
  observations: readonly Observation[],
  shares: readonly number[],
): Float64Array[] {
  const counts = shares.map((_, kind) => observations.filter((one) => one.kind === kind).length);
  const slopes = weights.map((row) => row.map((weight) => -shrinkage * weight));
  for (const { features, kind } of observations) {
    const share = shares[kind]! / counts[kind]!;
    const guessed = softmax(weights.map((row) => scoreOf(row, features)));
    for (const [of, slope] of slopes.entries()) addTo(slope, features, share * (Number(of === kind) - guessed[of]!));
  }
  return slopes;
}

/** The last weight is the one that is there without any feature. */
function scoreOf(weights: Float64Array, features: readonly number[]): number {
  let score = weights[features.length]!;
  for (let at = 0; at < features.length; at++) score += weights[at]! * features[at]!;
  return score;
}

function addTo(slope: Float64Array, features: readonly number[], amount: number): void {
  for (let at = 0; at < features.length; at++) slope[at]! += amount * features[at]!;
  slope[features.length]! += amount;
}

function softmax(scores: readonly number[]): number[] {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
