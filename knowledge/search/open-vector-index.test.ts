import { expect, it } from 'vitest';
import { openVectorIndex } from './open-vector-index.ts';
import { toVectorTable } from './vector-index.ts';

const table = toVectorTable([Float32Array.of(1, 0), Float32Array.of(0, 1)], 2);

it('takes the exact index where the library is missing, and says so once and plainly', async () => {
  const notices: string[] = [];
  const load = async () => {
    throw new Error('Could not locate the bindings file.\nTried:\n a\n b');
  };
  const { index, graph } = await openVectorIndex({ table, notice: (text) => notices.push(text), load });
  expect(index.nearest(Float32Array.of(0, 1), 1).map((hit) => hit.index)).toEqual([1]);
  expect(graph.byteLength).toBe(0);
  expect(notices).toHaveLength(1);
  expect(notices[0]).toContain('hnswlib-node 不可用（Could not locate the bindings file.）');
});
