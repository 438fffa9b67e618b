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

/** How much each feature says for each kind: a row a kind, the last of a row is there without any feature. */
export type EvidenceWeights = readonly Float64Array[];

/** What `learnEvidenceWeights` learnt, ready to be asked. */
export function learnCombination(observations: readonly Observation[], shares: readonly number[]): Combination {
  return combinationOf(learnEvidenceWeights(observations, shares));
}

export function combinationOf(weights: EvidenceWeights): Combination {
  return (features) => {
    const row = Float64Array.from([...features, 1]);
    return [...softmax(Float64Array.from(weights, (of) => dot(of, row, 0, row.length)))];
  };
}

/**
 * Learns how much each feature says for each kind: multinomial logistic regression by gradient ascent with momentum
 * (Hastie, Tibshirani, Friedman, "The Elements of Statistical Learning", 4.4). `shares` says how often each kind is to be expected,
 * however many observations it has. Features should be of the size of 1. Equal observations give equal weights.
 */
export function learnEvidenceWeights(observations: readonly Observation[], shares: readonly number[]): EvidenceWeights {
  const width = (observations[0]?.features.length ?? 0) + 1;
  const weights = shares.map(() => new Float64Array(width));
  const steps = shares.map(() => new Float64Array(width));
  const seen = inOneArray(observations, shares, width);
  for (let round = 0; round < rounds; round++) {
    const slopes = slopesAt(weights, seen, width);
    for (const [kind, row] of weights.entries())
      for (let at = 0; at < width; at++) {
        steps[kind]![at] = momentum * steps[kind]![at]! + stepSize * slopes[kind]![at]!;
        row[at]! += steps[kind]![at]!;
      }
  }
  return weights;
}

/** Observations laid end to end, for they are read hundreds of times; each with a last feature of 1. */
interface Seen {
  features: Float64Array;
  kinds: Uint8Array;
  /** The observations of a kind part its share among them. */
  shareOf: Float64Array;
}

function inOneArray(observations: readonly Observation[], shares: readonly number[], width: number): Seen {
  const counts = shares.map((_, kind) => observations.filter((one) => one.kind === kind).length);
  const features = new Float64Array(observations.length * width).fill(1);
  for (const [index, one] of observations.entries()) features.set(one.features, index * width);
  return {
    features,
    kinds: Uint8Array.from(observations, ({ kind }) => kind),
    shareOf: Float64Array.from(shares, (share, kind) => share / Math.max(1, counts[kind]!)),
  };
}

/** The gradient of the log-likelihood. Plain counting loops: this is run for every observation hundreds of times. */
function slopesAt(weights: EvidenceWeights, { features, kinds, shareOf }: Seen, width: number): Float64Array[] {
  const slopes = weights.map((row) => row.map((weight) => -shrinkage * weight));
  const guessed = new Float64Array(weights.length);
  for (let index = 0; index < kinds.length; index++) {
    const start = index * width;
    const kind = kinds[index]!;
    for (let of = 0; of < guessed.length; of++) guessed[of] = dot(weights[of]!, features, start, width);
    softmax(guessed);
    for (let of = 0; of < guessed.length; of++)
      addTo(slopes[of]!, features, start, shareOf[kind]! * (Number(of === kind) - guessed[of]!));
  }
  return slopes;
}

function addTo(slope: Float64Array, features: Float64Array, start: number, amount: number): void {
  for (let at = 0; at < slope.length; at++) slope[at]! += amount * features[start + at]!;
}

function dot(weights: Float64Array, features: Float64Array, start: number, width: number): number {
  let sum = 0;
  for (let at = 0; at < width; at++) sum += weights[at]! * features[start + at]!;
  return sum;
}

/** Puts probabilities in the place of the scores. */
function softmax(scores: Float64Array): Float64Array {
  let highest = -Infinity;
  for (let at = 0; at < scores.length; at++) if (scores[at]! > highest) highest = scores[at]!;
  let sum = 0;
  for (let at = 0; at < scores.length; at++) {
    scores[at] = Math.exp(scores[at]! - highest);
    sum += scores[at]!;
  }
  for (let at = 0; at < scores.length; at++) scores[at]! /= sum;
  return scores;
}
