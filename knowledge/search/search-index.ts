import { createHash } from 'node:crypto';
import { type BuiltInEmbedder, createBuiltInEmbedder, readBuiltInEmbedder } from './built-in-embedder.ts';
import type { Embedder } from './embedder.ts';
import { createLexicalIndex, type LexicalIndex, readLexicalIndex } from './lexical-index.ts';
import { lexicalSettings } from './lexical-settings.ts';
import { openVectorIndex } from './open-vector-index.ts';
import type { Passage } from './passage.ts';
import { openSnapshot } from './snapshot.ts';
import { toVectorTable, type VectorIndex, type VectorTable } from './vector-index.ts';
import { createWordTable, readWordTable, type WordTable } from './word-table.ts';

/** Both indexes over the same passages, which they name by position, and what a closer look at a few of them reads. */
export interface SearchIndex {
  words: LexicalIndex;
  meaning: VectorIndex;
  embedder: Embedder;
  closer: { words: WordTable; vectors: VectorTable };
  /** The built-in embedder as bytes; empty with an outside model. */
  learntVectors: Uint8Array;
}

export interface OpenSearchIndexOptions {
  passages: readonly Passage[];
  embedder?: Embedder | undefined;
  snapshotFile?: string | undefined;
  notice?: ((text: string) => void) | undefined;
  buildIndex?: BuildIndex | undefined;
  /** An embedder that was learnt already, from nearly the same texts: learning is most of the work. */
  learntVectors?: Uint8Array | undefined;
}

/** Computes the sections of an index with built-in vectors; an outside model is asked from this thread. */
export type BuildIndex = (
  passages: readonly Passage[],
  learntVectors: Uint8Array | undefined,
) => Promise<Record<string, Uint8Array>>;

/** Raised when segmentation, features or the layout of a section change, so that older snapshots count as stale. */
const indexVersion = 4;
/** Passages handed to an outside embedder in one call; endpoints commonly refuse much more. */
const embedBatch = 64;

/** Opens the index with the embedder handed in; when that one fails, with the built-in one and a notice. */
export async function openSearchIndex(options: OpenSearchIndexOptions): Promise<SearchIndex> {
  if (options.embedder === undefined) return openWith(options, null);
  try {
    return await openWith(options, options.embedder);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    options.notice?.(`外部向量模型不可用（${reason}），改用内置向量。`);
    return openWith(options, null);
  }
}

async function openWith(options: OpenSearchIndexOptions, outside: Embedder | null): Promise<SearchIndex> {
  const { passages, snapshotFile, notice, buildIndex, learntVectors: learnt } = options;
  const sections = await openSnapshot({
    file: snapshotFile,
    inputs: digestOf(passages, outside?.name ?? nameOfLearnt(learnt)),
    build: () =>
      buildIndex && outside === null ? buildIndex(passages, learnt) : buildSections(passages, outside, learnt),
    notice,
  });
  const embedder = outside ?? readBuiltInEmbedder(sections.embedder!);
  const values = toFloats(sections.vectors!);
  const table = { dimensions: embedder.dimensions, values };
  const { index } = await openVectorIndex({ table, graph: sections.graph, notice });
  return {
    words: readLexicalIndex(sections.words!),
    meaning: index,
    embedder,
    closer: { words: readWordTable(sections.closer!), vectors: table },
    learntVectors: sections.embedder!,
  };
}

export async function buildSections(
  passages: readonly Passage[],
  outside: Embedder | null,
  learnt?: Uint8Array,
): Promise<Record<string, Uint8Array>> {
  const texts = passages.map(textToEmbed);
  const embedder = outside ?? (learnt ? readBuiltInEmbedder(learnt) : createBuiltInEmbedder(texts));
  const table = toVectorTable(await embedAll(embedder, texts), embedder.dimensions);
  // A missing library is told of when the index is opened, once.
  const { graph } = await openVectorIndex({ table });
  return {
    words: createLexicalIndex(passages.map(toLexicalDocument)).toBytes(),
    embedder: outside === null ? (embedder as BuiltInEmbedder).toBytes() : new Uint8Array(),
    closer: createWordTable(passages).toBytes(),
    vectors: new Uint8Array(table.values.buffer),
    graph,
  };
}

async function embedAll(embedder: Embedder, texts: readonly string[]): Promise<Float32Array[]> {
  const vectors: Float32Array[] = [];
  for (let start = 0; start < texts.length; start += embedBatch)
    vectors.push(...(await embedder.embed(texts.slice(start, start + embedBatch))));
  return vectors;
}

/** Headings say what a passage is about in few words, so they are read three times. */
const textToEmbed = ({ heading, text, indexedAlso }: Passage) =>
  [heading, heading, heading, text, indexedAlso].join('\n');

const toLexicalDocument = ({ id, heading, text, indexedAlso }: Passage) => ({
  id,
  title: heading,
  text,
  also: indexedAlso,
});

const toFloats = (bytes: Uint8Array) => new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);

const nameOfLearnt = (learnt: Uint8Array | undefined) =>
  learnt ? `built-in ${createHash('sha256').update(learnt).digest('hex')}` : 'built-in';

/** SHA-256, in hex, of all that the sections depend on. */
function digestOf(passages: readonly Passage[], embedderName: string): string {
  const hash = createHash('sha256').update(JSON.stringify([indexVersion, lexicalSettings, embedderName]));
  for (const { id, heading, text, indexedAlso } of passages)
    hash.update(JSON.stringify([id, heading, text, indexedAlso]));
  return hash.digest('hex');
}
