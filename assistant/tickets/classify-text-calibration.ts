/** Softmax of the scores divided by the temperature. */
export function toProbabilities(scores: Float64Array, temperature: number): Float64Array {
  const powers = new Float64Array(scores.length);
  let highest = -Infinity;
  for (const score of scores) if (score > highest) highest = score;
  let sum = 0;
  for (let at = 0; at < scores.length; at++) {
    powers[at] = Math.exp((scores[at]! - highest) / temperature);
    sum += powers[at]!;
  }
  for (let at = 0; at < scores.length; at++) powers[at]! /= sum;
  return powers;
}

/**
 * The temperature at which the true labels are likeliest (Guo and others, "On Calibration of Modern Neural Networks",
 * ICML 2017), found by a golden-section search over its logarithm; the likelihood has one maximum.
 */
export function temperatureOf(scores: readonly Float64Array[], targets: Uint32Array): number {
  const loss = (logTemperature: number) => {
    const temperature = Math.exp(logTemperature);
    return scores.reduce((sum, row, at) => sum - Math.log(toProbabilities(row, temperature)[targets[at]!]! + 1e-12), 0);
  };
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [Math.log(0.01), Math.log(10)];
  while (high - low > 0.02) {
    const left = high - golden * (high - low);
    const right = low + golden * (high - low);
    if (loss(left) < loss(right)) high = right;
    else low = left;
  }
  return Math.exp((low + high) / 2);
}
