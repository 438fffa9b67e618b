/** Rows of few non-zero numbers: those of row r stand from `starts[r]` to `starts[r + 1]`. */
export interface SparseMatrix {
  rows: number;
  columns: number;
  starts: Uint32Array;
  columnOf: Uint32Array;
  values: Float32Array;
}

/** Dense, row after row. */
export interface DenseMatrix {
  rows: number;
  columns: number;
  values: Float32Array;
}

export const denseMatrix = (rows: number, columns: number): DenseMatrix => ({
  rows,
  columns,
  values: new Float32Array(rows * columns),
});

/** Lays rows of (column, value) pairs into one matrix. */
export function toSparseMatrix(rows: readonly ReadonlyMap<number, number>[], columns: number): SparseMatrix {
  const starts = new Uint32Array(rows.length + 1);
  for (const [row, cells] of rows.entries()) starts[row + 1] = starts[row]! + cells.size;
  const columnOf = new Uint32Array(starts[rows.length]!);
  const values = new Float32Array(starts[rows.length]!);
  let slot = 0;
  for (const cells of rows)
    for (const [column, value] of cells) {
      columnOf[slot] = column;
      values[slot++] = value;
    }
  return { rows: rows.length, columns, starts, columnOf, values };
}

/** `matrix × dense`, of shape matrix.rows × dense.columns. */
export function multiply(matrix: SparseMatrix, dense: DenseMatrix): DenseMatrix {
  const width = dense.columns;
  const product = denseMatrix(matrix.rows, width);
  for (let row = 0; row < matrix.rows; row += 1)
    for (let slot = matrix.starts[row]!; slot < matrix.starts[row + 1]!; slot += 1)
      addScaled(product.values, row * width, dense.values, matrix.columnOf[slot]! * width, width, matrix.values[slot]!);
  return product;
}

/** `transpose(matrix) × dense`, of shape matrix.columns × dense.columns, without laying out the transpose. */
export function multiplyTransposed(matrix: SparseMatrix, dense: DenseMatrix): DenseMatrix {
  const width = dense.columns;
  const product = denseMatrix(matrix.columns, width);
  for (let row = 0; row < matrix.rows; row += 1)
    for (let slot = matrix.starts[row]!; slot < matrix.starts[row + 1]!; slot += 1)
      addScaled(product.values, matrix.columnOf[slot]! * width, dense.values, row * width, width, matrix.values[slot]!);
  return product;
}

function addScaled(
  to: Float32Array,
  toStart: number,
  from: Float32Array,
  fromStart: number,
  width: number,
  scale: number,
): void {
  // biome-ignore format: the innermost loop of the whole build
  for (let position = 0; position < width; position += 1) to[toStart + position]! += scale * from[fromStart + position]!;
}
