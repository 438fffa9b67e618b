import { describe, expect, it } from 'vitest';
import { calibrationError } from './calibration-error.ts';

const at = (confidence: number, right: boolean) => ({ gold: 'a', predicted: right ? 'a' : 'b', confidence });

describe('expected calibration error', () => {
  it('is 0 when four in five of what is said with .8 is right', () => {
    expect(calibrationError([true, true, true, true, false].map((right) => at(0.8, right)))).toBeCloseTo(0, 12);
  });

  it('weighs the bins by their share', () => {
    // Bin (.9, 1]: .95 said, half right: off by .45, half of all. Bin (.5, .6]: .55 said, all right: off by .45.
    expect(calibrationError([at(0.95, true), at(0.95, false), at(0.55, true), at(0.55, true)])).toBeCloseTo(0.45, 12);
    // One bin of three with .6 said and none right, one of one with 1 said and right: .75 × .6.
    expect(calibrationError([at(0.6, false), at(0.6, false), at(0.6, false), at(1, true)])).toBeCloseTo(0.45, 12);
  });

  it('lets over- and underconfidence of different bins not cancel each other out', () => {
    expect(calibrationError([at(1, false), at(0, true)])).toBe(1);
  });

  it('has nothing to say about nothing', () => {
    expect(calibrationError([])).toBeNull();
  });
});
