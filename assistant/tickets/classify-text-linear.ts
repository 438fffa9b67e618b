import type { SparseRows, TextRow } from './classify-text-features.ts';

/** The score of a text for a label is the sum of its columns' values times their weights, plus the bias. */
export interface LinearModel {
  /** The weights of one column for all labels side by side: a text reads a few hundred short runs of memory. */
  weights: Float32Array;
  biases: Float32Array;
}

export interface LinearOptions {
  columns: number;
  labels: number;
  /** Price of an error; higher fits the examples more closely. Errors on the examples of a rare label cost more. */
  cost: number;
  /** Passes over the examples for each label. */
  epochs: number;
}

/** Examples well on their side of the margin are looked at again only in every so many passes (shrinking). */
const fullPassEvery = 4;
const clearlySettled = 0.2;

/**
 * Trains one support vector machine a label against all others, with squared hinge loss, by dual coordinate descent
 * (Hsieh and others, "A Dual Coordinate Descent Method for Large-scale Linear SVM", ICML 2008, algorithm 1), on the
 * rows that are `picked`; `labels` has the label of every row.
 * The order of the examples is shuffled by a fixed generator, so equal input gives an equal model.
 */
export function trainLinear(
  rows: SparseRows,
  labels: Uint32Array,
  picked: Uint32Array,
  options: LinearOptions,
): LinearModel {
  const squaredNorms = Float64Array.from(labels, (_, row) => 1 + squaredNorm(rows, row));
  const order = shuffled(picked);
  const weights = new Float32Array(options.columns * options.labels);
  const biases = new Float32Array(options.labels);
  for (let label = 0; label < options.labels; label++) {
    const trained = trainOne(rows, labels, label, squaredNorms, order, options);
    for (let column = 0; column < options.columns; column++)
      weights[column * options.labels + label] = trained.weights[column]!;
    biases[label] = trained.bias;
  }
  return { weights, biases };
}

/** The score of every label for one text. */
export function scoresOf({ weights, biases }: LinearModel, row: TextRow): Float64Array {
  const labels = biases.length;
  const scores = new Float64Array(labels);
  for (let label = 0; label < labels; label += atOnce) addScores(scores, label, weights, row);
  for (let label = 0; label < labels; label++) scores[label] = scores[label]! * row.scale + biases[label]!;
  return scores;
}

/** Sums kept apart stay in the registers of the machine: three times as quick as adding to an array at every step. */
const atOnce = 4;

/** The scores of four labels from `label` on, or of those that are left. */
function addScores(scores: Float64Array, label: number, weights: Float32Array, row: TextRow): void {
  const { from, to, columns, values } = row;
  const labels = scores.length;
  let [first, second, third, fourth] = [0, 0, 0, 0];
  for (let at = from; at < to; at++) {
    const value = values[at]!;
    const start = columns[at]! * labels + label;
    first += value * weights[start]!;
    // Beyond the last label these are weights of the next column, or none; their sums are left out below.
    second += value * weights[start + 1]!;
    third += value * weights[start + 2]!;
    fourth += value * weights[start + 3]!;
  }
  // A place that an array of numbers does not have takes nothing.
  scores[label] = first;
  scores[label + 1] = second;
  scores[label + 2] = third;
  scores[label + 3] = fourth;
}

function trainOne(
  rows: SparseRows,
  labels: Uint32Array,
  label: number,
  squaredNorms: Float64Array,
  order: Uint32Array,
  { columns, labels: labelCount, cost, epochs }: LinearOptions,
): { weights: Float32Array; bias: number } {
  const weights = new Float32Array(columns);
  const alphas = new Float64Array(labels.length);
  const settled = new Uint8Array(labels.length);
  const count = order.reduce((sum, row) => sum + Number(labels[row] === label), 0);
  // Equal say for every label: without it the rare ones are never predicted.
  const ownSlack = (count * labelCount) / order.length / (2 * cost);
  const otherSlack = 1 / (2 * cost);
  let bias = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    let largestStep = 0;
    const all = epoch % fullPassEvery === 0;
    for (const row of order) {
      if (!all && settled[row]) continue;
      const sign = labels[row] === label ? 1 : -1;
      const slack = sign > 0 ? ownSlack : otherSlack;
      const alpha = alphas[row]!;
      const gradient = sign * (dot(rows, row, weights) + bias) - 1 + slack * alpha;
      const next = Math.max(alpha - gradient / (squaredNorms[row]! + slack), 0);
      settled[row] = next === 0 && gradient > clearlySettled ? 1 : 0;
      const step = (next - alpha) * sign;
      if (step === 0) continue;
      alphas[row] = next;
      bias += step;
      addTo(weights, rows, row, step);
      largestStep = Math.max(largestStep, Math.abs(step));
    }
    // Later passes would move no weight by more than this.
    if (all && largestStep < 0.05) break;
  }
  return { weights, bias };
}

function dot({ starts, columns, values }: SparseRows, row: number, weights: Float32Array): number {
  let sum = 0;
  for (let at = starts[row]!; at < starts[row + 1]!; at++) sum += values[at]! * weights[columns[at]!]!;
  return sum;
}

function addTo(weights: Float32Array, { starts, columns, values }: SparseRows, row: number, step: number): void {
  for (let at = starts[row]!; at < starts[row + 1]!; at++) {
    const column = columns[at]!;
    weights[column] = weights[column]! + step * values[at]!;
  }
}

function squaredNorm({ starts, values }: SparseRows, row: number): number {
  let sum = 0;
  for (let at = starts[row]!; at < starts[row + 1]!; at++) sum += values[at]! ** 2;
  return sum;
}

/** The rows in an order that is the same every time (a linear congruential generator drives Fisher–Yates). */
function shuffled(rows: Uint32Array): Uint32Array {
  const order = rows.slice();
  let state = 1;
  for (let last = order.length - 1; last > 0; last--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const other = Math.floor((state / 2 ** 32) * (last + 1));
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return order;
}
