/** What a classifier said of one text, with what is true. */
export interface Prediction {
  gold: string;
  predicted: string;
  /** The probability it gave to what it predicted. */
  confidence: number;
}

export interface ClassScore {
  label: string;
  precision: number;
  recall: number;
  f1: number;
  /** How many texts truly are of this class. */
  support: number;
}

/**
 * Precision, recall and F1 of each class that is true or was predicted somewhere, in label order. A ratio whose
 * denominator is zero counts as 0, as in scikit-learn's default (`zero_division=0`).
 */
export function classScores(predictions: readonly Pick<Prediction, 'gold' | 'predicted'>[]): ClassScore[] {
  const labels = [...new Set(predictions.flatMap(({ gold, predicted }) => [gold, predicted]))].sort();
  const count = (test: (prediction: Pick<Prediction, 'gold' | 'predicted'>) => boolean) =>
    predictions.filter(test).length;
  return labels.map((label) => {
    const right = count(({ gold, predicted }) => gold === label && predicted === label);
    const support = count(({ gold }) => gold === label);
    const said = count(({ predicted }) => predicted === label);
    const precision = said === 0 ? 0 : right / said;
    const recall = support === 0 ? 0 : right / support;
    const f1 = right === 0 ? 0 : (2 * right) / (said + support);
    return { label, precision, recall, f1, support };
  });
}

/** The plain mean of the classes' F1, so that a rare class weighs as much as a common one. Null without predictions. */
export function macroF1(predictions: readonly Pick<Prediction, 'gold' | 'predicted'>[]): number | null {
  const scores = classScores(predictions);
  return scores.length === 0 ? null : scores.reduce((sum, { f1 }) => sum + f1, 0) / scores.length;
}
