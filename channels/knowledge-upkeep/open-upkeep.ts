import path from 'node:path';
import type { Kysely } from 'kysely';
import type { Assistant, ConversationTables } from '../../assistant/index.ts';
import {
  assembleKnowledge,
  chongqingDay,
  createBuildBeside,
  type Document,
  type Knowledge,
  type KnowledgeParts,
  type MatterCard,
} from '../../knowledge/index.ts';
import type { Config } from '../config.ts';
import { documentsFolderOf } from '../desk-knowledge.ts';
import type { CardTrial, DraftsMade } from '../http/card-types.ts';
import type { DeskRecord } from '../store/open-record.ts';
import { createCardQuestions } from './card-questions.ts';
import type { Tables } from './card-record.ts';
import { type CardStore, createCardStore } from './card-store.ts';
import { draftsOfGuide } from './drafts-of-guide.ts';
import { type FollowedKnowledge, followKnowledge } from './follow-knowledge.ts';
import { createKeptDocuments, type KeptDocuments } from './kept-documents.ts';
import { createServedParts } from './served-parts.ts';
import { mostTried, tryCard } from './try-card.ts';
import { UpkeepError } from './upkeep-error.ts';

export interface KnowledgeUpkeep {
  /** What is answered from now, in this desk. */
  followed: FollowedKnowledge;
  cards: CardStore;
  questions: ReturnType<typeof createCardQuestions>;
  documents: KeptDocuments;
  /** How questions to a card are answered today, and how they would be with a version of it. @throws UpkeepError `card_incomplete` */
  trial(cardId: string, version: number): Promise<CardTrial>;
  /** Drafts of the matters that a document describes; `matters` names some of them by their place in it. */
  draftFrom(document: Document, actor: string, matters?: readonly number[]): Promise<DraftsMade>;
}

interface Needs {
  config: Config;
  record: DeskRecord;
  /** The product as it comes, with the documents of the data folder. */
  base: Knowledge;
  notice: (text: string) => void;
  now: () => Date;
  /** Whether this process stays long enough to follow what others publish. */
  follows: boolean;
  /** Answers over a state of knowledge; nothing is filed or kept. */
  assistantOver: (knowledge: Knowledge) => Assistant;
}

/** The desk's knowledge with its upkeep: what answers, and what changes it. */
export async function openKnowledgeUpkeep({
  config,
  record,
  base,
  notice,
  now,
  follows,
  assistantOver,
}: Needs): Promise<KnowledgeUpkeep> {
  const db = record.db as unknown as Kysely<Tables & ConversationTables>;
  const documentsFolder = documentsFolderOf(config);
  const others = base.parts.others.filter(({ id }) => !isOfFolder(id));
  const served = createServedParts({
    db: record.db as never,
    authored: { ...base.parts, others },
    documentsFolder,
    notice,
  });
  const snapshotFile = path.join(config.record.dataFolder, 'knowledge-served.snapshot');
  // The product's vectors serve every state of it: most of an index's seconds go into learning them.
  const learntVectors = base.learntVectors.byteLength > 0 ? base.learntVectors : undefined;
  const built = { learntVectors, buildIndex: createBuildBeside(), notice, now };
  const followed = await followKnowledge({
    stateNow: served.state,
    partsNow: served.parts,
    // Nothing was ever published or withdrawn here: the product's own index does.
    assemble: async (parts) =>
      holdsTheSame(parts, base.parts) ? base : assembleKnowledge(parts, { ...built, snapshotFile }),
    listen: follows ? record.listen : null,
    notice,
  });
  const questions = createCardQuestions(db as never, now);
  const cards = createCardStore({
    db: db as never,
    now,
    authored: () => base.parts.cards,
    needsTwoPeople: config.cards.needTwoPeople,
    questions,
  });
  const ofCorpus = new Set(others.map(({ id }) => id));

  return {
    followed,
    cards,
    questions,
    documents: createKeptDocuments({
      db: db as never,
      now,
      knowledge: followed.handle,
      isOfCorpus: (docId) => ofCorpus.has(docId),
    }),

    async trial(cardId, version) {
      const body = await cards.body(cardId, version);
      const asked = await questions.wordings(cardId, mostTried / 2);
      const trying = { body, version: Math.max(1, version), on: chongqingDay(now()), asked };
      const assemble = (parts: KnowledgeParts) => assembleKnowledge(parts, built);
      return tryCard(trying, { current: followed.current, assemble, assistantOver, now });
    },

    async draftFrom(document, actor, matters) {
      const drafts = draftsOfGuide(document, newestOf(followed.current().parts.cards), now());
      if (drafts.length === 0)
        throw new UpkeepError(
          'document_no_guide',
          `“${document.title}”里没有认出办事指南的栏目（受理条件、申请材料、办理流程……）；可以新建空白卡片后手工填写。`,
        );
      const made: DraftsMade = { drafts: [], skipped: [] };
      for (const [at, { body, unread, known }] of drafts.entries()) {
        if (matters && !matters.includes(at)) continue;
        try {
          const row = await cards.drafts.add({
            body,
            unread,
            actor,
            baseVersion: known ? (known.version ?? 0) : null,
            sourceDocument: document.id,
          });
          made.drafts.push(await cards.version(row.card_id, row.version));
        } catch (error) {
          if (!(error instanceof UpkeepError) || error.code !== 'draft_exists') throw error;
          made.skipped.push({ title: body.title, cardId: body.id, code: error.code, message: error.message });
        }
      }
      return made;
    },
  };
}

/** Documents of the data folder are named by two digests; those of the corpus by words. */
const isOfFolder = (docId: string) => /^document\/[0-9a-f]{12}-[0-9a-f]{16}@/u.test(docId);

/** The parts of a state that nobody changed here are the very ones that the files hold. */
function holdsTheSame(parts: Knowledge['parts'], base: Knowledge['parts']): boolean {
  const ids = (documents: readonly Document[]) => documents.map(({ id, validTo }) => `${id} ${validTo}`).join('\n');
  return (
    (parts.past ?? []).length === 0 &&
    parts.cards.length === base.cards.length &&
    parts.cards.every((card) => base.cards.includes(card)) &&
    ids(parts.others) === ids(base.others)
  );
}

/** Each card by its newest version. */
function newestOf(cards: readonly MatterCard[]): MatterCard[] {
  const newest = new Map<string, MatterCard>();
  for (const card of cards) {
    const known = newest.get(card.id);
    if (!known || known.validFrom <= card.validFrom) newest.set(card.id, card);
  }
  return [...newest.values()];
}
