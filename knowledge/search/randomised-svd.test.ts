import { expect, it } from 'vitest';
import { createNormal } from './random-numbers.ts';
import { randomisedSvd } from './randomised-svd.ts';
import { toSparseMatrix } from './sparse-matrix.ts';

/** A 60 × 40 matrix that is exactly the sum of three parts of strengths 50, 20 and 5. */
function ofRankThree() {
  const normal = createNormal(5);
  const unit = (length: number, besides: Float64Array[]) => {
    const vector = Float64Array.from({ length }, normal);
    for (const other of besides) {
      const share = vector.reduce((sum, value, at) => sum + value * other[at]!, 0);
      for (const at of vector.keys()) vector[at]! -= share * other[at]!;
    }
    const size = Math.hypot(...vector);
    return vector.map((value) => value / size);
  };
  const [left, right]: [Float64Array[], Float64Array[]] = [[], []];
  for (let part = 0; part < 3; part += 1) {
    left.push(unit(60, left));
    right.push(unit(40, right));
  }
  const cell = (row: number, column: number) =>
    [50, 20, 5].reduce((sum, strength, part) => sum + strength * left[part]![row]! * right[part]![column]!, 0);
  const rows = Array.from(
    { length: 60 },
    (_, row) => new Map(Array.from({ length: 40 }, (_, column) => [column, cell(row, column)])),
  );
  return { matrix: toSparseMatrix(rows, 40), right };
}

it('finds the strengths and directions a matrix was made of, and no more', () => {
  const { matrix, right } = ofRankThree();
  const { vectors, singularValues } = randomisedSvd(matrix, 10, 1);
  expect([...singularValues].map((value) => Math.round(value * 100) / 100)).toEqual([50, 20, 5]);
  for (const [part, direction] of right.entries()) {
    const along = direction.reduce((sum, value, at) => sum + value * vectors.values[at * vectors.columns + part]!, 0);
    expect(Math.abs(along)).toBeCloseTo(1, 3);
  }
});

it('gives the same numbers for the same seed', () => {
  const { matrix } = ofRankThree();
  expect(randomisedSvd(matrix, 3, 9)).toEqual(randomisedSvd(matrix, 3, 9));
});

it('has nothing to say of a matrix without rows', () => {
  expect(randomisedSvd(toSparseMatrix([], 0), 8, 1).singularValues).toHaveLength(0);
});
