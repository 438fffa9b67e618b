import type { Accept } from './lexical-index.ts';
import type { Hit } from './top-hits.ts';

/** Vectors of one width laid end to end; each has length 1, or is all zero where a text held nothing known. */
export interface VectorTable {
  dimensions: number;
  values: Float32Array;
}

/** Finds the vectors that point the same way. */
export interface VectorIndex {
  readonly size: number;
  /** Best first; scores are cosines, -1 to 1. At most `limit`, only those passing `accept`. */
  nearest(vector: Float32Array, limit: number, accept?: Accept): Hit[];
}

export const vectorCount = ({ dimensions, values }: VectorTable): number => values.length / Math.max(1, dimensions);

/** Lays vectors end to end. */
export function toVectorTable(vectors: readonly Float32Array[], dimensions: number): VectorTable {
  const values = new Float32Array(vectors.length * dimensions);
  for (const [index, vector] of vectors.entries()) values.set(vector, index * dimensions);
  return { dimensions, values };
}
