import { describe, expect, it } from 'vitest';
import { classScores, macroF1 } from './class-scores.ts';

const pairs = (written: string) =>
  written.split(' ').map((pair) => ({ gold: pair.charAt(0), predicted: pair.charAt(1) }));

describe('scores of a classifier, computed by hand', () => {
  it('counts precision, recall and F1 of each class', () => {
    // a: 2 of 3 found, 2 of 3 said. b: 1 of 2 found, 1 of 2 said.
    expect(classScores(pairs('aa aa ab ba bb'))).toEqual([
      { label: 'a', precision: 2 / 3, recall: 2 / 3, f1: 2 / 3, support: 3 },
      { label: 'b', precision: 1 / 2, recall: 1 / 2, f1: 1 / 2, support: 2 },
    ]);
    expect(macroF1(pairs('aa aa ab ba bb'))).toBeCloseTo((2 / 3 + 1 / 2) / 2, 12);
  });

  it('gives 0 to a class that is never found, and to one that is said but never true', () => {
    // a: found 1 of 1, said 2 times: F1 = 2/3. b: never found. c: never true.
    expect(macroF1(pairs('aa ba bc'))).toBeCloseTo((2 / 3 + 0 + 0) / 3, 12);
  });

  it('is 1 when everything is right and nothing without predictions', () => {
    expect(macroF1(pairs('aa bb'))).toBe(1);
    expect(macroF1([])).toBeNull();
  });
});
