import { temperatureOf, toProbabilities } from './classify-text-calibration.ts';
import { cleaned, forEachGram, learnVocabulary, type SparseRows, type Vocabulary } from './classify-text-features.ts';
import { type LinearModel, scoresOf, trainLinear } from './classify-text-linear.ts';
import { createRowReader, type RowReader, toRows } from './classify-text-rows.ts';

export interface LabelledText {
  text: string;
  label: string;
}

export interface Prediction {
  label: string;
  /** 0 to 1; the probabilities of all labels sum to 1. */
  p: number;
}

/** Puts texts into classes; knows nothing of what the classes mean. */
export interface TextClassifier {
  labels: readonly string[];
  /** Every label with its probability, likeliest first. */
  predict(text: string): Prediction[];
  /** The stretches of the text that speak for a label, strongest first; weights are shares of the label's score. */
  explain(text: string, label: string): { word: string; weight: number }[];
  toJSON(): TrainedText;
}

/** A trained classifier as plain values. */
export interface TrainedText {
  labels: string[];
  temperature: number;
  vocabulary: Vocabulary;
  model: LinearModel;
}

export interface TrainOptions {
  /** Price of an error in training. */
  cost?: number;
  epochs?: number;
  /** Fixes the softmax temperature instead of finding it by cross-validation, for callers who calibrate themselves. */
  temperature?: number;
}

/** Parts of the internal cross-validation that calibrates the probabilities. */
const folds = 3;

/** Examples enough to calibrate on: beyond them one held-out part does, and training takes half as long. */
const enoughHeldOut = 600;

/** A gram takes a Float32 a label, and its hash and rarity; written down a classifier stays below this. */
const maxBytes = 19_000_000;

/**
 * Trains a classifier on labelled texts: TF-IDF of character 1–3-grams and one linear support vector machine a label.
 * Probabilities are the softmax of the scores at a temperature that makes them most likely right on held-out folds.
 * Equal examples in equal order give an equal classifier. Throws when there are fewer than two labels.
 */
export function trainTextClassifier(examples: readonly LabelledText[], options: TrainOptions = {}): TextClassifier {
  const labels = [...new Set(examples.map(({ label }) => label))].sort();
  if (labels.length < 2) throw new Error('A classifier needs examples of at least two labels');
  const texts = examples.map(({ text }) => cleaned(text));
  const vocabulary = learnVocabulary(texts, Math.floor(maxBytes / (4 * labels.length + 8)));
  const rows = toRows(texts, createRowReader(vocabulary));
  const labelIndex = new Map(labels.map((label, index) => [label, index]));
  const targets = Uint32Array.from(examples, ({ label }) => labelIndex.get(label)!);
  const { cost = 2, epochs = epochsFor(examples.length) } = options;
  const train = (picked: Uint32Array) =>
    trainLinear(rows, targets, picked, { columns: vocabulary.hashes.length, labels: labels.length, cost, epochs });

  const calibrated = () => {
    const heldOut = heldOutScores(rows, targets, train);
    return temperatureOf(heldOut.scores, heldOut.targets);
  };
  const temperature = options.temperature ?? calibrated();
  return toClassifier({ labels, temperature, vocabulary, model: train(targets.map((_, row) => row)) });
}

/** Twelve passes settle two thousand examples; more examples bring more steps a pass and settle in fewer. */
function epochsFor(examples: number): number {
  return Math.min(12, Math.max(5, Math.round(24_000 / examples)));
}

/** The classifier that `toJSON` wrote down. */
export function toClassifier(trained: TrainedText): TextClassifier {
  const { labels, temperature, vocabulary, model } = trained;
  const reader = createRowReader(vocabulary);
  return {
    labels,
    predict(text) {
      const probabilities = toProbabilities(scoresOf(model, reader.read(cleaned(text))), temperature);
      return labels.map((label, index) => ({ label, p: probabilities[index]! })).sort((a, b) => b.p - a.p);
    },
    explain: (text, label) => explain(trained, reader, text, labels.indexOf(label)),
    toJSON: () => trained,
  };
}

/** Scores of examples by models that have not seen them, with the right label of each. */
function heldOutScores(
  rows: SparseRows,
  targets: Uint32Array,
  train: (picked: Uint32Array) => LinearModel,
): { scores: Float64Array[]; targets: Uint32Array } {
  const scores: Float64Array[] = [];
  const right: number[] = [];
  const foldOf = stratified(targets);
  for (let fold = 0; fold < folds && scores.length < enoughHeldOut; fold++) {
    const all = targets.map((_, row) => row);
    const model = train(all.filter((row) => foldOf[row] !== fold));
    for (const row of all.filter((row) => foldOf[row] === fold)) {
      scores.push(scoresOf(model, { ...rows, from: rows.starts[row]!, to: rows.starts[row + 1]!, scale: 1 }));
      right.push(targets[row]!);
    }
  }
  return { scores, targets: Uint32Array.from(right) };
}

/** Deals the examples of each label out to the folds in turn. */
function stratified(targets: Uint32Array): number[] {
  const dealt = new Map<number, number>();
  return Array.from(targets, (target) => {
    const count = dealt.get(target) ?? 0;
    dealt.set(target, count + 1);
    return (count + target) % folds;
  });
}

/** Gives each character its share of the grams over it, and joins neighbouring characters that speak for the label. */
function explain(
  { vocabulary, model, labels }: TrainedText,
  reader: RowReader,
  text: string,
  label: number,
): { word: string; weight: number }[] {
  if (label < 0) return [];
  const clean = cleaned(text);
  const shares = new Float64Array(clean.length);
  forEachGram(clean, (hash, start, length) => {
    const column = reader.columnOf(hash);
    if (column < 0) return;
    const share = (model.weights[column * labels.length + label]! * vocabulary.idf[column]!) / length;
    for (let at = start; at < start + length; at++) shares[at]! += share;
  });
  return stretches(clean, shares).sort((a, b) => b.weight - a.weight);
}

function stretches(text: string, shares: Float64Array): { word: string; weight: number }[] {
  const total = shares.reduce((sum, share) => sum + Math.max(share, 0), 0) || 1;
  // A character counts when it speaks for the label more than the average character that does.
  const floor = total / Math.max(1, shares.filter((share) => share > 0).length) / 2;
  const found: { word: string; weight: number }[] = [];
  let start = -1;
  for (let at = 0; at <= text.length; at++) {
    const counts = at < text.length && shares[at]! > floor && /[\p{L}\p{N}]/u.test(text[at]!);
    if (counts && start < 0) start = at;
    if (counts || start < 0) continue;
    const weight = shares.subarray(start, at).reduce((sum, share) => sum + share, 0) / total;
    found.push({ word: text.slice(start, at), weight });
    start = -1;
  }
  return found;
}
