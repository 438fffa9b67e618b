import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import {
  CorpusInvalid, type Document, openMatterSearch, openSearch, type Passage, type PassageSearch,
  readLexicon, readMatters, toMatterDocument,
} from '../../../knowledge/index.ts'; // biome-ignore format: a list of names
import { EvalsError } from '../../evals-error.ts';
import { readJsonl } from '../../read-jsonl.ts';

/** What is searched in a run, with the settings of the product whatever the data. */
export interface RetrievalCorpus {
  search: PassageSearch;
  /** The id under which a passage is judged. */
  judgedAs(passage: Passage): string;
  /** How many passages to ask for so that ten different judged ids are among them. */
  limit: number;
  /** The day on which what is searched is in force. */
  on: string;
  has(judgedId: string): boolean;
}

const DocumentLine = z.object({ _id: z.string().min(1), title: z.string().default(''), text: z.string() });

/** The one line of `corpus.json`, in place of `corpus.jsonl`: search the matter cards in force on `on`, judged as `<matter>/<facet>`. */
const KnowledgeCorpus = z.strictObject({ knowledge: z.string().min(1), on: z.iso.date() });

const ranked = 10;
/** A facet of a card has up to a dozen passages, each of which may stand above the next facet. */
const passagesPerFacet = 12;

/** @throws EvalsError when neither corpus file is there or a line of it cannot be used */
export async function openRetrievalCorpus(folder: string): Promise<RetrievalCorpus> {
  const ofKnowledge = join(folder, 'corpus.json');
  return existsSync(ofKnowledge)
    ? openKnowledgeCorpus(folder, ofKnowledge)
    : openDocuments(join(folder, 'corpus.jsonl'));
}

async function openDocuments(file: string): Promise<RetrievalCorpus> {
  const lines = await readJsonl(file, DocumentLine, ({ _id }) => _id);
  const ids = new Set(lines.map(({ _id }) => _id));
  const search = await openSearch({ documents: lines.map(toDocument) });
  return { search, judgedAs: ({ docId }) => docId, limit: ranked, on: '2000-01-01', has: (id) => ids.has(id) };
}

/** A document of one passage, always in force. */
function toDocument({ _id: id, title, text }: z.infer<typeof DocumentLine>): Document {
  const passage = {
    id, docId: id, title, heading: title, text, start: 0, end: text.length, matterId: null, facet: null, indexedAlso: '',
  }; // biome-ignore format: one object
  return { id, title, text, validFrom: '2000-01-01', validTo: null, passages: [passage] };
}

async function openKnowledgeCorpus(folder: string, file: string): Promise<RetrievalCorpus> {
  const [{ knowledge, on }] = (await readJsonl(file, KnowledgeCorpus)) as [z.infer<typeof KnowledgeCorpus>];
  const corpusFolder = resolve(folder, knowledge);
  try {
    const cards = await readMatters(join(corpusFolder, 'matters'));
    const search = await openMatterSearch({ cards, lexicon: await readLexicon(join(corpusFolder, 'lexicon')) });
    const ids = new Set(cards.flatMap((card) => toMatterDocument(card).passages.map(judgedAs)));
    return { search, judgedAs, limit: ranked * passagesPerFacet, on, has: (id) => ids.has(id) };
  } catch (cause) {
    if (!(cause instanceof CorpusInvalid)) throw cause;
    throw new EvalsError('dataset_invalid', `${file}: ${cause.message}`, { cause });
  }
}

/** Cards are judged by what was asked for, not by single lines, so that an edited card keeps its judgements. */
const judgedAs = ({ matterId, facet }: Passage) => `${matterId}/${facet}`;
