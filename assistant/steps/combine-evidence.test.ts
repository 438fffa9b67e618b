import { expect, it } from 'vitest';
import { learnCombination, type Observation } from './combine-evidence.ts';

const observed = (kind: number, ...rows: number[][]): Observation[] => rows.map((features) => ({ features, kind }));
const likeliest = (probabilities: number[]) => probabilities.indexOf(Math.max(...probabilities));

it('learns which feature speaks for which kind, and that one is beside the point', () => {
  const combine = learnCombination(
    [
      ...observed(0, [1, 0, 1], [1, 0, 0], [1, 0, 1], [1, 0, 0]),
      ...observed(1, [0, 1, 1], [0, 1, 0], [0, 1, 1], [0, 1, 0]),
    ],
    [0.5, 0.5],
  );
  expect(combine([1, 0, 0])[0]).toBeGreaterThan(0.8);
  expect(combine([0, 1, 0])[1]).toBeGreaterThan(0.8);
  expect(combine([0, 0, 1])[0]).toBeCloseTo(0.5, 2);
});

it('gives a kind the say it is given, however rare it is among the observations', () => {
  const many = Array.from({ length: 60 }, () => [0]);
  const combine = learnCombination([...observed(0, ...many, [1]), ...observed(1, [1], [1])], [0.5, 0.5]);
  expect(likeliest(combine([1]))).toBe(1);
  expect(likeliest(combine([0]))).toBe(0);
});

it('gives probabilities that sum to 1', () => {
  const combine = learnCombination([...observed(0, [1]), ...observed(1, [0]), ...observed(2, [-1])], [0.4, 0.3, 0.3]);
  expect(combine([0.3]).reduce((sum, p) => sum + p, 0)).toBeCloseTo(1);
});
