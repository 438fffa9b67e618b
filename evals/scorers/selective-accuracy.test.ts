import { describe, expect, it } from 'vitest';
import type { Prediction } from './class-scores.ts';
import { selectiveAccuracy } from './selective-accuracy.ts';

/** `+.9 -.5`: right with confidence .9, wrong with .5. */
const predictions = (written: string): Prediction[] =>
  written.split(' ').map((one) => ({
    gold: 'a',
    predicted: one.startsWith('+') ? 'a' : 'b',
    confidence: Number(one.slice(1)),
  }));

describe('accuracy over the most confident part', () => {
  it('leaves out the least confident', () => {
    // Ten predictions, wrong at .1, .2 and .8: the surest eight hold one wrong, the surest nine two.
    const ten = predictions('+.95 +.9 +.85 -.8 +.7 +.6 +.5 +.4 -.2 -.1');
    expect(selectiveAccuracy(ten, 0.8)).toBe(7 / 8);
    expect(selectiveAccuracy(ten, 0.9)).toBe(7 / 9);
    expect(selectiveAccuracy(ten, 1)).toBe(7 / 10);
  });

  it('rounds the part up', () => {
    expect(selectiveAccuracy(predictions('+.9 -.8 -.7'), 0.34)).toBe(1 / 2);
  });

  it('takes the mean of equal confidences at the cut, in whatever order they stand', () => {
    // Two of the three at .5 enter; one of the three is right: (1 + 2/3) / 3.
    for (const order of ['+.9 +.5 -.5 -.5', '-.5 -.5 +.5 +.9'])
      expect(selectiveAccuracy(predictions(order), 0.75)).toBeCloseTo((1 + 2 / 3) / 3, 12);
  });

  it('has nothing to say about nothing', () => {
    expect(selectiveAccuracy([], 0.8)).toBeNull();
  });
});
