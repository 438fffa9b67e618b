import path from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
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

afterEach(() => vi.unstubAllEnvs());

it('keeps its graph in memory where no temporary file can be written', async () => {
  vi.stubEnv('TMPDIR', path.join(import.meta.dirname, 'no-such-folder'));
  const notices: string[] = [];
  const saved = Uint8Array.of(1);
  const { index, graph } = await openVectorIndex({ table, graph: saved, notice: (text) => notices.push(text) });
  expect(index.nearest(Float32Array.of(0, 1), 1).map((hit) => hit.index)).toEqual([1]);
  expect(graph.byteLength).toBe(0);
  // One notice in either case: of the file that cannot be written, or of the library that is not there.
  expect(notices).toHaveLength(1);
});
