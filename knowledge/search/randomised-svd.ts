import { createNormal } from './random-numbers.ts';
import { type DenseMatrix, denseMatrix, multiply, multiplyTransposed, type SparseMatrix } from './sparse-matrix.ts';
import { symmetricEigen } from './symmetric-eigen.ts';

export interface RightSingular {
  /** columns-of-the-matrix × rank; column k is the k-th right singular vector. */
  vectors: DenseMatrix;
  /** Descending. */
  singularValues: Float64Array;
}

/** More columns than asked for make the last ones asked for reliable (Halko et al. advise 5 to 10). */
const oversampling = 10;
/** Each sharpens the spectrum, which falls off slowly in text; after two the measured rankings no longer changed. */
const powerIterations = 2;

/**
 * The leading right singular vectors of a sparse matrix A by randomised subspace iteration (Halko, Martinsson and Tropp,
 * 2011, algorithm 4.4): Q = orth(A transpose(A) ... A Ω) spans the leading left vectors, and the small problem
 * (transpose(Q) A)(transpose(A) Q) = W Λ transpose(W) gives V = transpose(A) Q W / sqrt(Λ), singular values sqrt(Λ).
 * Vectors are made orthonormal only on the side of the rows: texts are far fewer than terms.
 */
export function randomisedSvd(matrix: SparseMatrix, rank: number, seed: number): RightSingular {
  const width = Math.min(rank + oversampling, matrix.rows, matrix.columns);
  const normal = createNormal(seed);
  const start = denseMatrix(matrix.columns, width);
  for (let position = 0; position < start.values.length; position += 1) start.values[position] = normal();
  let basis = multiply(matrix, start);
  orthonormalise(basis);
  for (let iteration = 0; iteration < powerIterations; iteration += 1) {
    basis = multiply(matrix, multiplyTransposed(matrix, basis));
    orthonormalise(basis);
  }
  const projected = multiplyTransposed(matrix, basis);
  const { vectors, values } = symmetricEigen(gram(projected), width);
  const singularValues = values.map((value) => Math.sqrt(Math.max(0, value)));
  const kept = Math.min(rank, singularValues.filter((value) => value > singularValues[0]! * smallestShare).length);
  return {
    vectors: rotateAndScale(projected, vectors, singularValues, kept),
    singularValues: singularValues.slice(0, kept),
  };
}

/** Directions weaker than this share of the first are rounding noise of 32 bits. */
const smallestShare = 1e-4;

/**
 * Makes the columns orthonormal by modified Gram–Schmidt, in 64 bits. A column that depends on those before it becomes
 * zero.
 */
export function orthonormalise({ rows, columns, values }: DenseMatrix): void {
  const transposed = Array.from({ length: columns }, (_, column) =>
    Float64Array.from({ length: rows }, (_, row) => values[row * columns + column]!),
  );
  for (const [index, column] of transposed.entries()) {
    const before = dot(column, column);
    for (const earlier of transposed.slice(0, index)) subtractShare(column, earlier);
    const left = dot(column, column);
    const scale = left > before * 1e-12 && left > 0 ? 1 / Math.sqrt(left) : 0;
    for (let row = 0; row < rows; row += 1) values[row * columns + index] = column[row]! *= scale;
  }
}

function subtractShare(column: Float64Array, direction: Float64Array): void {
  const share = dot(column, direction);
  for (let row = 0; row < column.length; row += 1) column[row]! -= share * direction[row]!;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let position = 0; position < a.length; position += 1) sum += a[position]! * b[position]!;
  return sum;
}

/** transpose(M) × M, row after row. */
function gram({ rows, columns, values }: DenseMatrix): Float64Array {
  const product = new Float64Array(columns * columns);
  for (let row = 0; row < rows; row += 1)
    for (let i = 0; i < columns; i += 1) {
      const scale = values[row * columns + i]!;
      for (let j = i; j < columns; j += 1) product[i * columns + j]! += scale * values[row * columns + j]!;
    }
  for (let i = 0; i < columns; i += 1)
    for (let j = 0; j < i; j += 1) product[i * columns + j] = product[j * columns + i]!;
  return product;
}

/** The first `kept` columns of matrix × rotation, each divided by its singular value. */
function rotateAndScale(
  { rows, columns, values }: DenseMatrix,
  rotation: Float64Array,
  singularValues: Float64Array,
  kept: number,
): DenseMatrix {
  const turned = denseMatrix(rows, kept);
  for (let row = 0; row < rows; row += 1)
    for (let inner = 0; inner < columns; inner += 1) {
      const scale = values[row * columns + inner]!;
      for (let column = 0; column < kept; column += 1)
        turned.values[row * kept + column]! += (scale * rotation[inner * columns + column]!) / singularValues[column]!;
    }
  return turned;
}
