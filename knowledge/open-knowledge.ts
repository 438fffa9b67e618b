import { createHash } from 'node:crypto';
import path from 'node:path';
import type { MatterCard } from './catalogue/matter-card.ts';
import { type MatterDocument, toMatterDocument } from './catalogue/matter-document.ts';
import { type Catalogue, readCatalogue } from './catalogue/read-catalogue.ts';
import { matterInForce, readMatters } from './catalogue/read-matters.ts';
import { readDocuments, readWholeDocuments } from './ingest/read-documents.ts';
import { KnowledgeError } from './knowledge-error.ts';
import { openMatterSearch } from './open-matter-search.ts';
import type { Embedder } from './search/embedder.ts';
import type { OpenSearchOptions } from './search/open-search.ts';
import type { Document, Search } from './search/passage.ts';
import { isInForce } from './search/passages-in-force.ts';

export interface OpenKnowledgeOptions {
  /** The authored corpus: `matters/`, `complaints/`, `divisions/`, `lexicon/`; documents that are no cards in `documents/`. */
  corpusFolder: string;
  /** Documents taken in by `yuwen ingest`, beside those of the corpus; a damaged one is left out with a notice. */
  documentsFolder?: string | undefined;
  snapshotFile?: string | undefined;
  /** An outside model of meaning; without one, vectors are learnt from the corpus. */
  embed?: Embedder | undefined;
  /** Takes plain sentences about what runs differently than hoped: a rebuilt snapshot, a missing library. */
  notice?: ((text: string) => void) | undefined;
  now?: (() => Date) | undefined;
}

export interface Knowledge {
  search: Search;
  documents: { find(docId: string): Document | null };
  /** Cards as they stand on a day, `2026-01-31`. */
  matters: { inForce(on: string): MatterCard[]; find(id: string, on: string): MatterCard | null };
  /** The document of a card with the passage of each field; the same value every time. */
  matterDocument(card: MatterCard): MatterDocument;
  catalogue: Catalogue;
  /** What it was assembled from, so that it can be assembled anew with something else. */
  parts: KnowledgeParts;
  /** The vectors of meaning that its search learnt, for another state of it to take over; empty with an outside model. */
  learntVectors: Uint8Array;
  /** SHA-256, in hex, of what the desk knows: two desks with the same digest answer from the same text. */
  digest: string;
  close(): Promise<void>;
}

/** Reads the corpus and makes it searchable. Throws `corpus_invalid` naming the file and the field. */
export async function openKnowledge(options: OpenKnowledgeOptions): Promise<Knowledge> {
  return assembleKnowledge(await readKnowledgeParts(options), options);
}

/** What a desk knows, as plain values. Cards with other days, further documents: another whole is assembled of them. */
export interface KnowledgeParts {
  cards: readonly MatterCard[];
  catalogue: Catalogue;
  /** Documents that are no cards. */
  others: readonly Document[];
  /** Documents that are no longer answered from: what old citations open. */
  past?: readonly Document[] | undefined;
}

/** Everything that is written down in folders. Throws `corpus_invalid` naming the file and the field. */
export async function readKnowledgeParts({
  corpusFolder,
  documentsFolder,
  notice,
}: Pick<OpenKnowledgeOptions, 'corpusFolder' | 'documentsFolder' | 'notice'>): Promise<KnowledgeParts> {
  const [cards, catalogue, authored, ingested] = await Promise.all([
    readMatters(path.join(corpusFolder, 'matters')),
    readCatalogue(corpusFolder),
    readDocuments(path.join(corpusFolder, 'documents')),
    documentsFolder === undefined ? [] : readWholeDocuments(documentsFolder, notice),
  ]);
  return { cards, catalogue, others: [...authored, ...ingested] };
}

export type AssembleKnowledgeOptions = Pick<
  OpenSearchOptions,
  'snapshotFile' | 'notice' | 'now' | 'buildIndex' | 'learntVectors'
> &
  Pick<OpenKnowledgeOptions, 'embed'>;

/** Makes the parts searchable. What it gives never changes: another state of knowledge is another value. */
export async function assembleKnowledge(
  parts: KnowledgeParts,
  { embed, ...options }: AssembleKnowledgeOptions = {},
): Promise<Knowledge> {
  const { cards, others, catalogue } = parts;
  const { lexicon } = catalogue;
  const { search, learntVectors } = await openMatterSearch({ cards, others, lexicon, embedder: embed, ...options });
  let isOpen = true;
  return {
    ...arrangeKnowledge(parts),
    learntVectors,
    search: async (query, searchOptions) => {
      if (!isOpen) throw new KnowledgeError('index_missing', '知识库已关闭');
      return search(query, searchOptions);
    },
    close: async () => {
      isOpen = false;
    },
  };
}

export type ArrangedKnowledge = Omit<Knowledge, 'search' | 'learntVectors' | 'close'>;

/** All of it but the search, which takes seconds where it has to be computed. */
export function arrangeKnowledge(parts: KnowledgeParts): ArrangedKnowledge {
  const { cards, catalogue, others, past = [] } = parts;
  const documentOf = new Map(cards.map((card) => [card, toMatterDocument(card)]));
  const documents: Document[] = [...past, ...documentOf.values(), ...others];
  const byId = new Map(documents.map((document) => [document.id, document]));
  return {
    documents: { find: (docId) => byId.get(docId) ?? null },
    matters: {
      inForce: (on) => cards.filter((card) => isInForce(card, on)),
      find: (id, on) => matterInForce(cards, id, on) ?? null,
    },
    matterDocument: (card) => documentOf.get(card) ?? toMatterDocument(card),
    catalogue,
    parts,
    digest: createHash('sha256')
      .update(JSON.stringify([cards, catalogue, others]))
      .digest('hex'),
  };
}
