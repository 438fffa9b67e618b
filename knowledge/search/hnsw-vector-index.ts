import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { HierarchicalNSW } from 'hnswlib-node';
import { type VectorIndex, type VectorTable, vectorCount } from './vector-index.ts';

type Hnswlib = Pick<typeof import('hnswlib-node'), 'HierarchicalNSW'>;

/** Neighbours kept per vector, candidates looked at when one is added, and the seed that makes graphs repeat. */
const links = 16;
const buildBreadth = 200;
const seed = 20_260_101;
/** Candidates looked at by a query; at least as many as are asked for. 128 finds over 95 % of the true first ten. */
const searchBreadth = 128;

/** Compiled at installation, so it may be missing: then this rejects, and `openVectorIndex` knows what to do. */
export async function loadHnswlib(): Promise<Hnswlib> {
  const loaded = await import('hnswlib-node');
  return loaded.default ?? loaded;
}

/** Builds the graph (Malkov and Yashunin, 2018); some 10,000 vectors of 128 dimensions a second on one core. */
export function createHnswVectorIndex(hnswlib: Hnswlib, table: VectorTable): VectorIndex & { graph: HierarchicalNSW } {
  const size = vectorCount(table);
  const graph = new hnswlib.HierarchicalNSW('ip', table.dimensions);
  graph.initIndex({ maxElements: Math.max(1, size), m: links, efConstruction: buildBreadth, randomSeed: seed });
  for (let index = 0; index < size; index += 1) {
    const start = index * table.dimensions;
    graph.addPoint(Array.from(table.values.subarray(start, start + table.dimensions)), index);
  }
  return openGraph(graph, size);
}

function openGraph(graph: HierarchicalNSW, size: number): VectorIndex & { graph: HierarchicalNSW } {
  return {
    graph,
    size,
    nearest(vector, limit, accept) {
      const wanted = Math.min(limit, size);
      if (wanted === 0) return [];
      graph.setEf(Math.max(searchBreadth, wanted));
      const { neighbors, distances } = graph.searchKnn(Array.from(vector), wanted, accept);
      return neighbors
        .map((index, rank) => ({ index, score: 1 - distances[rank]! }))
        .sort((a, b) => b.score - a.score || a.index - b.index);
    },
  };
}

/** hnswlib reads and writes only files, so its bytes go by way of a folder that lives as long as the call. */
async function inTemporaryFile<T>(use: (file: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'yuwen-graph-'));
  try {
    return await use(path.join(folder, 'graph.bin'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export const toGraphBytes = ({ graph }: { graph: HierarchicalNSW }): Promise<Uint8Array> =>
  inTemporaryFile(async (file) => {
    await graph.writeIndex(file);
    return readFile(file);
  });

/** hnswlib takes damaged bytes without a word: call this only with bytes whose digest was checked. */
export const readHnswVectorIndex = (hnswlib: Hnswlib, bytes: Uint8Array, { dimensions }: VectorTable) =>
  inTemporaryFile(async (file) => {
    await writeFile(file, bytes);
    const graph = new hnswlib.HierarchicalNSW('ip', dimensions);
    await graph.readIndex(file);
    return openGraph(graph, graph.getCurrentCount());
  });
