import { readdir } from 'node:fs/promises';
import type { Kysely, Selectable } from 'kysely';
import {
  type Document,
  type KnowledgeParts,
  type MatterCard,
  readWholeDocuments,
  toDocument,
  toMatterDocument,
} from '../../knowledge/index.ts';
import type { CardRow } from './card-record.ts';
import { cardsInService } from './cards-in-service.ts';
import { readCard } from './read-card.ts';
import type { KeptDocumentTable, UpkeepTables } from './upkeep-tables.ts';

export type KeptDocumentRow = Selectable<KeptDocumentTable>;

interface Needs {
  db: Kysely<UpkeepTables>;
  /** What is written in the files of the product. */
  authored: Pick<KnowledgeParts, 'cards' | 'catalogue' | 'others'>;
  /** Where the command line puts documents. */
  documentsFolder: string;
  notice: (text: string) => void;
}

/** What a desk answers from: the files of the product and of the data folder, with what the record says of them and adds. */
export function createServedParts({ db, authored, documentsFolder, notice }: Needs) {
  const read = new Map<string, MatterCard | null>();
  /** A version's text is read once: everything derived of a card is kept by its identity. */
  const cardOf = (row: CardRow): MatterCard | null => {
    const key = `${row.card_id} ${row.version} ${row.published_at?.getTime()}`;
    if (!read.has(key) && row.body) {
      const { card, problems } = readCard(row.body, row.version);
      if (!card) notice(`事项卡 ${row.card_id} 第 ${row.version} 版读不出来，没有用它：${problems[0]?.path}。`);
      read.set(key, card);
    }
    return read.get(key) ?? null;
  };

  return {
    /** Differs whenever the parts may: the record's number, and the names of the files, which change with their content. */
    async state(): Promise<string> {
      const [{ number }, files] = await Promise.all([
        db.selectFrom('knowledge_generation').select('number').executeTakeFirstOrThrow(),
        readdir(documentsFolder).catch(() => []),
      ]);
      return JSON.stringify([number, files.filter((file) => file.endsWith('.md')).sort()]);
    },

    async parts(): Promise<KnowledgeParts> {
      const [versions, kept, folder] = await Promise.all([
        db.selectFrom('card_version').selectAll().where('state', '<>', 'draft').execute(),
        db.selectFrom('kept_document').selectAll().where('state', 'in', ['ready', 'withdrawn']).execute(),
        readWholeDocuments(documentsFolder, notice),
      ]);
      const rows = versions.map((row) => ({
        ...row,
        cardId: row.card_id,
        validFrom: row.valid_from,
        validTo: row.valid_to,
      }));
      const { cards, past } = cardsInService(authored.cards, rows, cardOf);
      const documents = documentsInService([...authored.others, ...folder], kept);
      return {
        cards,
        catalogue: authored.catalogue,
        others: documents.served,
        past: [...past.map(toMatterDocument), ...documents.past],
      };
    },
  };
}

/** Documents as they are answered from, and those that are only opened by citations. */
export function documentsInService(
  ofFiles: readonly Document[],
  rows: readonly KeptDocumentRow[],
): { served: Document[]; past: Document[] } {
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const uploaded = rows.flatMap((row) => {
    const { id, title, text, valid_from, valid_to, pages } = row;
    if (row.origin !== 'upload' || text === null || valid_from === null) return [];
    return [toDocument({ id, title, text, validFrom: valid_from, validTo: valid_to, pages: pages ?? undefined })];
  });
  const served: Document[] = [];
  const past: Document[] = [];
  for (const document of [...ofFiles, ...uploaded]) {
    const row = rowOf.get(document.id);
    const days = row?.valid_from ? { validFrom: row.valid_from, validTo: row.valid_to } : {};
    const isServed = !row || (row.state === 'ready' && row.serves);
    (isServed ? served : past).push({ ...document, ...days });
  }
  return { served, past };
}
