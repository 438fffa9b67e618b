import { chongqingDay } from '../../knowledge/index.ts';
import type { CardBody, UnreadPart } from './card-body.ts';
import {
  type CardRow,
  pick,
  refuseStale,
  type Trx,
  type UpkeepNeeds,
  type Version,
  versionsOf,
  withCard,
  writeEvent,
} from './card-record.ts';
import { diffCards } from './diff-cards.ts';
import { toCardBody } from './read-card.ts';
import { UpkeepError } from './upkeep-error.ts';

/** A draft to be; `baseVersion` is the version whose text it starts from. */
export interface NewCardDraft {
  body: CardBody;
  actor: string;
  baseVersion: number | null;
  sourceDocument?: string | null;
  unread?: readonly UnreadPart[];
  note?: string;
}

export type CardDrafts = ReturnType<typeof createCardDrafts>;

/** Drafts: begun from nothing, from a version or from a document; edited; discarded. */
export function createCardDrafts(needs: UpkeepNeeds) {
  const { db, now } = needs;

  async function add(draft: NewCardDraft, action: 'drafted' | 'restored' = 'drafted'): Promise<CardRow> {
    const { id } = draft.body;
    return withCard(needs, id, async (trx) => {
      const versions = await versionsOf(needs, trx, id);
      refuseSecondDraft(versions);
      const version = await nextVersion(trx, id);
      const row = await insertDraft(trx, { ...draft, version, at: now() });
      await writeEvent(trx, { cardId: id, version, action, actor: draft.actor, note: draft.note ?? '', at: now() });
      return row;
    });
  }

  return {
    add,

    /** @throws UpkeepError `card_exists`, `draft_exists` */
    async begin({ id, title, audience, actor }: Pick<CardBody, 'id' | 'title' | 'audience'> & { actor: string }) {
      const known = await versionsOf(needs, db, id);
      if (known.some(({ state }) => state !== 'draft'))
        throw new UpkeepError(
          'card_exists',
          `编号 ${id} 已经是“${titleOf(known[0]!)}”；请换一个编号，或打开那张卡修改。`,
        );
      return add({ body: { ...emptyBody, ...datesOf(now()), id, title, audience }, actor, baseVersion: null });
    },

    /** A draft with the text of a version: `restored` when it is to come back as it was. */
    async fromVersion(
      cardId: string,
      version: number | undefined,
      actor: string,
      action?: 'restored',
    ): Promise<CardRow> {
      const versions = await versionsOf(needs, db, cardId);
      const base = version === undefined ? current(versions, chongqingDay(now())) : pick(versions, cardId, version);
      if (!base) throw new UpkeepError('card_not_found', `没有编号为 ${cardId} 的事项卡；请从事项卡列表重新打开。`);
      const body = { ...bodyOf(base), ...datesOf(now()) };
      return add({ body, actor, baseVersion: base.version, sourceDocument: base.row?.source_document ?? null }, action);
    },

    /** @throws UpkeepError `version_conflict` with what the draft and the other's text differ in */
    async save(cardId: string, version: number, { body, revision, note, actor }: SavedDraft): Promise<CardRow> {
      return withCard(needs, cardId, async (trx) => {
        const draft = await draftToChange(trx, cardId, version, revision, body);
        const kept = { ...body, id: cardId };
        const row = await trx
          .updateTable('card_version')
          .set({
            body: JSON.stringify(kept),
            title: kept.title,
            valid_from: kept.validFrom,
            valid_to: kept.validTo,
            note,
            revision: draft.revision + 1,
            changed_by: actor,
            changed_at: now(),
          })
          .where('card_id', '=', cardId)
          .where('version', '=', version)
          .returningAll()
          .executeTakeFirstOrThrow();
        // Every save of an editor who types would drown the history: a line for each person who takes the draft over.
        if (draft.changed_by !== actor || draft.revision === 1)
          await writeEvent(trx, { cardId, version, action: 'edited', actor, note, at: now() });
        return row;
      });
    },

    async discard(cardId: string, version: number, { revision, actor }: { revision: number; actor: string }) {
      await withCard(needs, cardId, async (trx) => {
        await draftToChange(trx, cardId, version, revision);
        await trx.deleteFrom('card_version').where('card_id', '=', cardId).where('version', '=', version).execute();
        await writeEvent(trx, { cardId, version, action: 'discarded', actor, at: now() });
      });
    },
  };

  async function draftToChange(trx: Trx, cardId: string, version: number, revision: number, body?: CardBody) {
    const found = pick(await versionsOf(needs, trx, cardId), cardId, version);
    if (found.state !== 'draft' || !found.row)
      throw new UpkeepError('card_move_refused', `第 ${version} 版不是草稿，不能改；请用它新建一份草稿。`);
    const changes = body && { lines: diffCards(bodyOf(found), body).filter(({ kind }) => kind !== 'same') };
    refuseStale(found, revision, changes);
    return found.row;
  }
}

interface SavedDraft {
  body: CardBody;
  revision: number;
  note: string;
  actor: string;
}

/** The text of a version; the row of an authored one has none of its own. */
export function bodyOf({ row, card }: Version): CardBody {
  return row?.body ?? toCardBody(card!);
}

export const titleOf = (version: Version): string => version.row?.title ?? version.card!.title;

/** The version in force on a day, else the newest that is no draft, else the newest. */
export function current(versions: readonly Version[], on: string): Version | undefined {
  return inForceOn(versions, on) ?? versions.find(({ state }) => state !== 'draft') ?? versions[0];
}

export function inForceOn(versions: readonly Version[], on: string): Version | undefined {
  return versions.find(
    ({ state, validFrom, validTo }) =>
      (state === 'published' || state === 'superseded') && validFrom <= on && (validTo === null || on <= validTo),
  );
}

function refuseSecondDraft(versions: readonly Version[]): void {
  const draft = versions.find(({ state }) => state === 'draft');
  if (!draft?.row) return;
  const { changed_by, version } = draft.row;
  const message = `“${titleOf(draft)}”已有一份草稿（第 ${version} 版，${changed_by}）；请接着改那一份，或先丢弃它。`;
  throw new UpkeepError('draft_exists', message, { cardId: draft.cardId, version });
}

/** One more than any version the card ever had, discarded drafts included: a number in the history means one text. */
async function nextVersion(trx: Trx, cardId: string): Promise<number> {
  const { last } = await trx
    .selectFrom('card_event')
    .select(({ fn }) => fn.max('version').as('last'))
    .where('card_id', '=', cardId)
    .executeTakeFirstOrThrow();
  return Math.max(0, last ?? 0) + 1;
}

function insertDraft(trx: Trx, draft: NewCardDraft & { version: number; at: Date }): Promise<CardRow> {
  const { body, version, actor, at, baseVersion, sourceDocument = null, unread = [], note = '' } = draft;
  return trx
    .insertInto('card_version')
    .values({
      card_id: body.id,
      version,
      state: 'draft',
      title: body.title,
      body: JSON.stringify(body),
      valid_from: body.validFrom,
      valid_to: body.validTo,
      source_document: sourceDocument,
      base_version: baseVersion,
      unread: JSON.stringify(unread),
      note,
      created_by: actor,
      created_at: at,
      changed_by: actor,
      changed_at: at,
      published_by: null,
      published_at: null,
      reviewed_by: null,
      reason: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** A draft begins today and ends on no day, whatever the version before it did. */
export const datesOf = (now: Date) => ({ validFrom: chongqingDay(now), validTo: null, reviewedAt: chongqingDay(now) });

export const emptyBody: CardBody = {
  id: '', title: '', aliases: [], audience: 'personal', summary: { text: '', certainty: 'memory' }, lead: '',
  participants: [], components: [], conditions: [], questions: [], materials: [], steps: [], limits: [], fees: [],
  rules: [], places: [], results: [], faqs: [], legal: [], validFrom: '', validTo: null, reviewedAt: '', source: '',
}; // biome-ignore format: every part of a card at a glance
