/** Turns texts into vectors in which near means alike. */
export interface Embedder {
  /** Names the model and its version: vectors of another name are not comparable, so a snapshot of them is stale. */
  name: string;
  dimensions: number;
  /** One vector a text, in order, each of length 1 (all zero where nothing of the text is known). */
  embed(texts: readonly string[]): Promise<Float32Array[]>;
}

/** Scales a vector to length 1 in place; a zero vector stays as it is. */
export function normalise(vector: Float32Array): Float32Array {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  if (length > 0) for (let position = 0; position < vector.length; position += 1) vector[position]! /= length;
  return vector;
}
