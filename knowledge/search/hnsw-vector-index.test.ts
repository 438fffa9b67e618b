import { describe, expect, it } from 'vitest';
import { itBehavesLikeAVectorIndex, randomVectors } from '../testing/vector-index-contract.ts';
import { createExactVectorIndex } from './exact-vector-index.ts';
import { createHnswVectorIndex, loadHnswlib, readHnswVectorIndex, toGraphBytes } from './hnsw-vector-index.ts';
import { toVectorTable } from './vector-index.ts';

// Where the library was not compiled these are skipped by name; open-vector-index.test.ts covers that machine.
const hnswlib = await loadHnswlib().catch(() => null);

describe.skipIf(hnswlib === null)('the graph index (hnswlib-node)', () => {
  itBehavesLikeAVectorIndex(async (table) => createHnswVectorIndex(hnswlib!, table));

  it('finds what the exact index finds among 2,000 vectors, but for one in twenty', () => {
    const table = toVectorTable(randomVectors(2000, 16), 16);
    const [exact, graph] = [createExactVectorIndex(table), createHnswVectorIndex(hnswlib!, table)];
    let found = 0;
    for (const query of randomVectors(2050, 16).slice(2000)) {
      const wanted = new Set(exact.nearest(query, 10).map(({ index }) => index));
      found += graph.nearest(query, 10).filter(({ index }) => wanted.has(index)).length;
    }
    expect(found / 500).toBeGreaterThan(0.95);
  });

  it('builds the same graph from the same vectors, and comes back from its bytes', async () => {
    const table = toVectorTable(randomVectors(200, 8), 8);
    const [first, second] = [createHnswVectorIndex(hnswlib!, table), createHnswVectorIndex(hnswlib!, table)];
    const bytes = await toGraphBytes(first);
    const [query] = randomVectors(1, 8);
    const read = await readHnswVectorIndex(hnswlib!, bytes, table);
    expect(read.size).toBe(200);
    expect(read.nearest(query!, 20)).toEqual(first.nearest(query!, 20));
    expect(second.nearest(query!, 20)).toEqual(first.nearest(query!, 20));
  });
});
