/** Enough for any symmetric matrix of a few hundred rows; convergence is quadratic, so 6 to 10 are used. */
const maxSweeps = 30;

/**
 * All eigenvalues, descending, and eigenvectors (columns of `vectors`, row after row) of a symmetric matrix, by cyclic
 * Jacobi rotations (Golub and Van Loan, "Matrix Computations", section 8.5). O(size³) a sweep.
 */
export function symmetricEigen(matrix: Float64Array, size: number): { values: Float64Array; vectors: Float64Array } {
  const a = matrix.slice();
  // Eigenvectors are kept as rows while rotating: neighbours in memory, several times faster than columns.
  const rows = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) rows[i * size + i] = 1;
  const enough = 1e-22 * a.reduce((sum, value) => sum + value * value, 0);
  for (let sweep = 0; sweep < maxSweeps && offDiagonal(a, size) > enough; sweep += 1)
    for (let p = 0; p < size; p += 1) for (let q = p + 1; q < size; q += 1) rotate(a, rows, size, p, q);
  return sorted(a, rows, size);
}

function offDiagonal(a: Float64Array, size: number): number {
  let sum = 0;
  for (let i = 0; i < size; i += 1) for (let j = i + 1; j < size; j += 1) sum += a[i * size + j]! ** 2;
  return sum;
}

/** Turns the plane of axes p and q so that a[p, q] becomes zero. */
function rotate(a: Float64Array, rows: Float64Array, size: number, p: number, q: number): void {
  const between = a[p * size + q]!;
  if (between === 0) return;
  const theta = (a[q * size + q]! - a[p * size + p]!) / (2 * between);
  const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const cosine = 1 / Math.hypot(tangent, 1);
  const sine = tangent * cosine;
  for (let k = 0; k < size; k += 1) turn(a, k * size + p, k * size + q, cosine, sine);
  for (let k = 0; k < size; k += 1) turn(a, p * size + k, q * size + k, cosine, sine);
  for (let k = 0; k < size; k += 1) turn(rows, p * size + k, q * size + k, cosine, sine);
}

function turn(values: Float64Array, first: number, second: number, cosine: number, sine: number): void {
  const [x, y] = [values[first]!, values[second]!];
  values[first] = cosine * x - sine * y;
  values[second] = sine * x + cosine * y;
}

function sorted(a: Float64Array, rows: Float64Array, size: number) {
  const order = Array.from({ length: size }, (_, index) => index).sort((i, j) => a[j * size + j]! - a[i * size + i]!);
  const values = Float64Array.from(order, (index) => a[index * size + index]!);
  const vectors = new Float64Array(size * size);
  for (const [column, index] of order.entries())
    for (let row = 0; row < size; row += 1) vectors[row * size + column] = rows[index * size + row]!;
  return { values, vectors };
}
