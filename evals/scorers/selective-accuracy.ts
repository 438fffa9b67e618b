import type { Prediction } from './class-scores.ts';

/**
 * Accuracy over the most confident part of the predictions, the point of a risk–coverage curve at `coverage` (El-Yaniv
 * and Wiener: On the Foundations of Noise-free Selective Classification, JMLR 2010). The part is ⌈coverage × n⌉ of them.
 * Where the cut falls among equal confidences, those enter with their mean, so that the order of the data set, which
 * says nothing about the classifier, cannot move the result.
 */
export function selectiveAccuracy(predictions: readonly Prediction[], coverage: number): number | null {
  const kept = Math.ceil(coverage * predictions.length);
  if (kept === 0) return null;
  const byConfidence = predictions.toSorted((a, b) => b.confidence - a.confidence);
  const cut = byConfidence[kept - 1]!.confidence;
  const surer = byConfidence.filter(({ confidence }) => confidence > cut);
  const tied = byConfidence.filter(({ confidence }) => confidence === cut);
  return (rightIn(surer) + (rightIn(tied) / tied.length) * (kept - surer.length)) / kept;
}

const rightIn = (predictions: readonly Prediction[]) =>
  predictions.filter(({ gold, predicted }) => gold === predicted).length;
