import { segment } from '../../../knowledge/index.ts';

/** Messages whose TF-IDF vectors have at least this cosine are joined: the best of eight values on the authored dev half. */
const plainThreshold = 0.16;

/**
 * Plain clustering to be measured against: TF-IDF of characters, pairs of characters and numbers over the collection
 * alone, cosine, one threshold, connected components. Gives each text the position of its group.
 */
export function plainClusters(texts: readonly string[], threshold = plainThreshold): number[] {
  const vectors = toVectors(texts.map(segment));
  const groupOf = texts.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (groupOf[root] !== root) root = groupOf[root]!;
    return root;
  };
  for (let a = 0; a < vectors.length; a++)
    for (let b = a + 1; b < vectors.length; b++)
      if (cosine(vectors[a]!, vectors[b]!) >= threshold) groupOf[rootOf(b)] = rootOf(a);
  return texts.map((_, index) => rootOf(index));
}

function toVectors(tokens: readonly string[][]): Map<string, number>[] {
  const spread = new Map<string, number>();
  for (const own of tokens) for (const token of new Set(own)) spread.set(token, (spread.get(token) ?? 0) + 1);
  return tokens.map((own) => {
    const weights = new Map<string, number>();
    for (const token of own)
      weights.set(token, (weights.get(token) ?? 0) + Math.log((1 + tokens.length) / spread.get(token)!));
    const length = Math.hypot(...weights.values()) || 1;
    return new Map([...weights].map(([token, weight]) => [token, weight / length]));
  });
}

function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const [short, long] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [token, weight] of short) sum += weight * (long.get(token) ?? 0);
  return sum;
}
