import { chongqingDay } from '../../knowledge/index.ts';
import { bodyOf } from './card-drafts.ts';
import {
  pick,
  refuseStale,
  type Trx,
  type UpkeepNeeds,
  type Version,
  versionsOf,
  withCard,
  writeEvent,
} from './card-record.ts';
import { closedBy } from './cards-in-service.ts';
import { readCard } from './read-card.ts';
import { UpkeepError } from './upkeep-error.ts';

export type CardPublication = ReturnType<typeof createCardPublication>;

interface By {
  revision: number;
  actor: string;
}

/** What takes a version into the answers and out of them. Each is one transaction with its history and its audit. */
export function createCardPublication(needs: UpkeepNeeds) {
  const { now } = needs;
  return {
    /** @throws UpkeepError `card_incomplete` with what is missing, `second_person_needed`, `version_conflict` */
    async publish(
      cardId: string,
      version: number,
      { revision, validFrom, note, actor }: By & { validFrom: string; note: string },
    ) {
      const at = now();
      await withCard(needs, cardId, async (trx) => {
        const versions = await versionsOf(needs, trx, cardId);
        const draft = draftOf(pick(versions, cardId, version));
        refuseStale(draft, revision);
        if (needs.needsTwoPeople && draft.row.changed_by === actor)
          throw new UpkeepError('second_person_needed', '这份草稿是您自己改的；按本台的规矩要由另一位同事核对后发布。');
        const body = { ...bodyOf(draft), validFrom, reviewedAt: chongqingDay(at) };
        const { problems } = readCard(body, version);
        if (problems.length > 0)
          throw new UpkeepError('card_incomplete', `还有 ${problems.length} 处没有填对，改好后再发布。`, { problems });
        const closed = closedBy(
          versions.filter((one) => one.version !== version),
          validFrom,
        );
        for (const one of closed) await close(trx, one, { actor, at, by: version });
        await trx
          .updateTable('card_version')
          .set({
            state: 'published',
            body: JSON.stringify(body),
            valid_from: validFrom,
            note,
            revision: draft.row.revision + 1,
            changed_by: actor,
            changed_at: at,
            published_by: actor,
            published_at: at,
            reviewed_by: actor,
            closed: JSON.stringify(
              closed.map(({ version, state, validFrom, validTo }) => ({ version, state, validFrom, validTo })),
            ),
          })
          .where('card_id', '=', cardId)
          .where('version', '=', version)
          .execute();
        await writeEvent(trx, { cardId, version, action: 'published', actor, note, at });
      });
    },

    /** Takes a publication back as if it had never been: the version is a draft again, what it closed is open again. */
    async undo(cardId: string, version: number, { revision, actor }: By) {
      await withCard(needs, cardId, async (trx) => {
        const versions = await versionsOf(needs, trx, cardId);
        const published = pick(versions, cardId, version);
        refuseStale(published, revision);
        if (!canUndo(published, versions) || !published.row)
          throw new UpkeepError(
            'undo_too_late',
            '发布之后这张卡又有改动，不能直接撤销；请撤下这一版，或用旧版新建草稿。',
          );
        for (const one of published.row.closed) await reopen(trx, cardId, one, { actor, at: now() });
        await setState(trx, published, { state: 'draft', actor, at: now() });
        await writeEvent(trx, { cardId, version, action: 'publish_undone', actor, at: now() });
      });
    },

    /** At once and for good: what it had closed stays closed, as nobody said that the old rules hold again. */
    async withdraw(cardId: string, version: number, { revision, reason, actor }: By & { reason: string }) {
      await withCard(needs, cardId, async (trx) => {
        const found = pick(await versionsOf(needs, trx, cardId), cardId, version);
        refuseStale(found, revision);
        if (found.state === 'draft' || found.state === 'withdrawn')
          throw new UpkeepError('card_move_refused', `第 ${version} 版没有发布着，不用撤下。`);
        await setState(trx, found, { state: 'withdrawn', reason, actor, at: now() });
        await writeEvent(trx, { cardId, version, action: 'withdrawn', actor, note: reason, at: now() });
      });
    },
  };
}

/** Only the last thing that happened to a card can be taken back, and only while nobody builds upon it. */
export function canUndo({ row, version, state }: Version, versions: readonly Version[]): boolean {
  if (state !== 'published' || !row?.published_at) return false;
  const at = row.published_at.getTime();
  const isOlder = (other: Version) => other.version < version && (!other.row || other.row.changed_at.getTime() <= at);
  return versions.every((other) => other.version === version || isOlder(other));
}

function draftOf(version: Version): Version & { row: NonNullable<Version['row']> } {
  if (version.state !== 'draft' || !version.row)
    throw new UpkeepError('card_move_refused', `第 ${version.version} 版不是草稿；请用它新建一份草稿再发布。`);
  return { ...version, row: version.row };
}

interface Change {
  state: 'draft' | 'published' | 'superseded' | 'withdrawn';
  validTo?: string | null;
  reason?: string;
  actor: string;
  at: Date;
}

/** Authored versions get a row when something becomes of them here. */
async function setState(trx: Trx, version: Version, { state, validTo = version.validTo, reason, actor, at }: Change) {
  const { cardId, row, card, validFrom } = version;
  const changed = { state, valid_to: validTo, reason: reason ?? null, changed_by: actor, changed_at: at };
  if (row) {
    await trx
      .updateTable('card_version')
      .set({ ...changed, revision: row.revision + 1 })
      .where('card_id', '=', cardId)
      .where('version', '=', version.version)
      .execute();
    return;
  }
  const authored = { card_id: cardId, version: version.version, title: card!.title, body: null, valid_from: validFrom };
  const never = {
    source_document: null,
    base_version: null,
    published_by: null,
    published_at: null,
    reviewed_by: null,
  };
  await trx
    .insertInto('card_version')
    .values({ ...authored, ...never, ...changed, created_by: actor, created_at: at })
    // A row that speaks of an older edition of the file gives way to this one.
    .onConflict((conflict) =>
      conflict.columns(['card_id', 'version']).doUpdateSet({ ...changed, valid_from: validFrom, title: card!.title }),
    )
    .execute();
}

async function close(
  trx: Trx,
  version: Version & { lastDay: string },
  { actor, at, by }: { actor: string; at: Date; by: number },
) {
  await setState(trx, version, { state: 'superseded', validTo: version.lastDay, actor, at });
  const note = `第 ${by} 版生效，本版到 ${version.lastDay} 为止`;
  await writeEvent(trx, { cardId: version.cardId, version: version.version, action: 'superseded', actor, note, at });
}

async function reopen(
  trx: Trx,
  cardId: string,
  { version, state, validTo }: { version: number; state: Change['state']; validTo: string | null },
  { actor, at }: { actor: string; at: Date },
) {
  await trx
    .updateTable('card_version')
    .set(({ eb }) => ({
      state,
      valid_to: validTo,
      changed_by: actor,
      changed_at: at,
      revision: eb('revision', '+', 1),
    }))
    .where('card_id', '=', cardId)
    .where('version', '=', version)
    .execute();
}
