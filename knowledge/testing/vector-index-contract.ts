import { expect, it } from 'vitest';
import { normalise } from '../search/embedder.ts';
import { createNormal } from '../search/random-numbers.ts';
import { toVectorTable, type VectorIndex, type VectorTable } from '../search/vector-index.ts';

export function randomVectors(count: number, dimensions: number): Float32Array[] {
  const normal = createNormal(11);
  return Array.from({ length: count }, () => normalise(Float32Array.from({ length: dimensions }, normal)));
}

/** What every vector index keeps to; the approximate one is held to it on few vectors, where it must be exact. */
export function itBehavesLikeAVectorIndex(open: (table: VectorTable) => Promise<VectorIndex>) {
  const compass = toVectorTable([Float32Array.of(1, 0), Float32Array.of(0.6, 0.8), Float32Array.of(-1, 0)], 2);

  it('returns nothing from an empty index', async () => {
    const index = await open({ dimensions: 2, values: new Float32Array() });
    expect(index.size).toBe(0);
    expect(index.nearest(Float32Array.of(1, 0), 3)).toEqual([]);
  });

  it('ranks by cosine, best first', async () => {
    const hits = (await open(compass)).nearest(Float32Array.of(1, 0), 3);
    expect(hits.map(({ index }) => index)).toEqual([0, 1, 2]);
    for (const [rank, cosine] of [1, 0.6, -1].entries()) expect(hits[rank]!.score).toBeCloseTo(cosine, 5);
  });

  it('returns no more than asked for and than there are', async () => {
    const index = await open(compass);
    expect(index.nearest(Float32Array.of(0, 1), 1).map((hit) => hit.index)).toEqual([1]);
    expect(index.nearest(Float32Array.of(0, 1), 10)).toHaveLength(3);
  });

  it('leaves out what is not accepted and fills up with what is', async () => {
    const hits = (await open(compass)).nearest(Float32Array.of(1, 0), 2, (index) => index !== 0);
    expect(hits.map(({ index }) => index)).toEqual([1, 2]);
  });

  it('takes a text of which nothing is known as unlike everything', async () => {
    const index = await open(toVectorTable([new Float32Array(2), Float32Array.of(0, 1)], 2));
    expect(index.nearest(Float32Array.of(0, 1), 2).map((hit) => [hit.index, Math.abs(hit.score)])).toEqual([
      [1, 1],
      [0, 0],
    ]);
  });
}
