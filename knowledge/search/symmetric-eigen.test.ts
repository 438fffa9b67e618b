import { expect, it } from 'vitest';
import { symmetricEigen } from './symmetric-eigen.ts';

it('finds eigenvalues and eigenvectors known by hand', () => {
  // [[2, 1], [1, 2]] has 3 along (1, 1) and 1 along (1, -1).
  const { values, vectors } = symmetricEigen(Float64Array.of(2, 1, 1, 2), 2);
  expect([...values].map((value) => Math.round(value * 1e9) / 1e9)).toEqual([3, 1]);
  expect(vectors[0]! / vectors[2]!).toBeCloseTo(1);
  expect(vectors[1]! / vectors[3]!).toBeCloseTo(-1);
});

it('leaves a diagonal matrix as it is, largest first', () => {
  const { values } = symmetricEigen(Float64Array.of(1, 0, 0, 0, 5, 0, 0, 0, 3), 3);
  expect([...values]).toEqual([5, 3, 1]);
});
