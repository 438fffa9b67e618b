import { createExactVectorIndex } from './exact-vector-index.ts';
import { createHnswVectorIndex, loadHnswlib, readHnswVectorIndex, toGraphBytes } from './hnsw-vector-index.ts';
import type { VectorIndex, VectorTable } from './vector-index.ts';

export interface OpenVectorIndexOptions {
  table: VectorTable;
  /** The graph as it was saved, when it was. */
  graph?: Uint8Array | undefined;
  notice?: ((text: string) => void) | undefined;
  load?: typeof loadHnswlib;
}

/**
 * The graph index where its library could be compiled, else the exact one, with one notice. `graph` is what to save so
 * that the next opening need not build it again; empty where there is none.
 */
export async function openVectorIndex({ table, graph, notice, load = loadHnswlib }: OpenVectorIndexOptions): Promise<{
  index: VectorIndex;
  graph: Uint8Array;
}> {
  const hnswlib = await load().catch((error: unknown) => {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    notice?.(`向量检索改用逐条比对：hnswlib-node 不可用（${reason}）。结果不受影响，语料很大时会慢一些。`);
    return null;
  });
  if (hnswlib === null) return { index: createExactVectorIndex(table), graph: new Uint8Array() };
  if (graph !== undefined && graph.byteLength > 0) {
    // A machine that cannot put the graph into a file for the library to read builds it, and tells so below.
    const read = await readHnswVectorIndex(hnswlib, graph, table).catch(() => null);
    if (read !== null) return { index: read, graph };
  }
  const built = createHnswVectorIndex(hnswlib, table);
  const bytes = await toGraphBytes(built).catch((error: Error) => {
    notice?.(`向量图无法保存（${error.message}），下次启动需重新计算。`);
    return new Uint8Array();
  });
  return { index: built, graph: bytes };
}
