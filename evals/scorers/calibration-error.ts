import type { Prediction } from './class-scores.ts';

/** Ten bins of equal width: with fewer the error hides in a bin, with more small data sets leave bins to chance. */
const bins = 10;

/**
 * Expected calibration error: how far confidence and accuracy are apart, averaged over bins of confidence weighted by
 * their share of the predictions (Guo, Pleiss, Sun, Weinberger: On Calibration of Modern Neural Networks, ICML 2017,
 * equation 3). 0 is perfectly calibrated. A bin holds its upper edge, as in the paper: ((m−1)/M, m/M].
 */
export function calibrationError(predictions: readonly Prediction[]): number | null {
  if (predictions.length === 0) return null;
  const sums = Array.from({ length: bins }, () => ({ confidence: 0, right: 0 }));
  for (const { gold, predicted, confidence } of predictions) {
    const bin = sums[Math.min(bins - 1, Math.max(0, Math.ceil(confidence * bins) - 1))]!;
    bin.confidence += confidence;
    bin.right += gold === predicted ? 1 : 0;
  }
  // |accuracy − confidence| × share of a bin is |right − confidence summed| ÷ n: the bin's size cancels out.
  return sums.reduce((error, { confidence, right }) => error + Math.abs(right - confidence), 0) / predictions.length;
}
