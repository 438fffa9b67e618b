import { chongqingDay, docIdOf, toMatterDocument } from '../../knowledge/index.ts';
import type {
  CardDetail,
  CardStanding,
  CardSummary,
  CardVersionDetail,
  CardVersionSummary,
} from '../http/card-types.ts';
import type { CardBody } from './card-body.ts';
import { bodyOf, createCardDrafts, current, inForceOn, titleOf } from './card-drafts.ts';
import { canUndo, createCardPublication } from './card-publication.ts';
import type { CardQuestions, QuestionCounts } from './card-questions.ts';
import { joinVersions, pick, revisionOf, type UpkeepNeeds, type Version, versionsOf } from './card-record.ts';
import { diffCards } from './diff-cards.ts';
import { readCard } from './read-card.ts';
import { UpkeepError } from './upkeep-error.ts';

/** A card is looked at again after so long: fees and limits commonly change with a year's budget. */
const reviewEveryDays = 365;

export type CardStore = ReturnType<typeof createCardStore>;

/** The cards as the console shows and changes them: those of the files and those of the record, as one. */
export function createCardStore(needs: UpkeepNeeds & { questions: CardQuestions }) {
  const { db, authored, now, questions } = needs;
  const today = () => chongqingDay(now());

  async function detail(cardId: string): Promise<CardDetail> {
    const versions = await versionsOf(needs, db, cardId);
    if (versions.length === 0)
      throw new UpkeepError('card_not_found', `没有编号为 ${cardId} 的事项卡；请从事项卡列表重新打开。`);
    const events = await db
      .selectFrom('card_event')
      .selectAll()
      .where('card_id', '=', cardId)
      .orderBy('id', 'desc')
      .limit(500)
      .execute();
    const counts = (await questions.count(cardId)).get(cardId) ?? questions.none();
    return {
      ...toSummary(versions, counts, today()),
      versions: versions.map((version) => toVersionSummary(version, versions)),
      events: events.map(({ at, actor, action, version, note }) => ({
        at: at.toISOString(),
        actor,
        action,
        version,
        note,
      })),
    };
  }

  async function find(cardId: string, version: number): Promise<{ found: Version; all: Version[] }> {
    const all = await versionsOf(needs, db, cardId);
    return { found: pick(all, cardId, version), all };
  }

  return {
    drafts: createCardDrafts(needs),
    publication: createCardPublication(needs),
    detail,

    async list(): Promise<CardSummary[]> {
      const rows = await db.selectFrom('card_version').selectAll().execute();
      const counts = await questions.count();
      return [...byCard(joinVersions(authored(), rows))]
        .map(([id, versions]) => toSummary(versions, counts.get(id) ?? questions.none(), today()))
        .sort((left, right) => left.title.localeCompare(right.title, 'zh'));
    },

    async version(cardId: string, version: number): Promise<CardVersionDetail> {
      const { found, all } = await find(cardId, version);
      return toVersionDetail(found, all);
    },

    async body(cardId: string, version: number): Promise<CardBody> {
      return bodyOf((await find(cardId, version)).found);
    },

    async diff(cardId: string, from: number, to: number) {
      const all = await versionsOf(needs, db, cardId);
      return { from, to, lines: diffCards(bodyOf(pick(all, cardId, from)), bodyOf(pick(all, cardId, to))) };
    },
  };
}

function byCard(versions: readonly Version[]): Map<string, Version[]> {
  const grouped = new Map<string, Version[]>();
  for (const version of versions) grouped.set(version.cardId, [...(grouped.get(version.cardId) ?? []), version]);
  return grouped;
}

function toSummary(versions: readonly Version[], { hits, misses, weeks }: QuestionCounts, on: string): CardSummary {
  const shown = current(versions, on)!;
  const inForce = inForceOn(versions, on);
  const upcoming = versions.find(({ state, validFrom }) => state === 'published' && validFrom > on);
  const draft = versions.find(({ state }) => state === 'draft');
  const body = bodyOf(shown);
  const reviewedAt = body.reviewedAt === '' ? null : body.reviewedAt;
  return {
    id: shown.cardId,
    title: titleOf(shown),
    audience: body.audience,
    lead: body.lead,
    standing: standingOf(versions, inForce, upcoming),
    inForce: inForce ? { version: inForce.version, validFrom: inForce.validFrom, validTo: inForce.validTo } : null,
    upcoming: upcoming ? { version: upcoming.version, validFrom: upcoming.validFrom } : null,
    draft: draft?.row
      ? {
          version: draft.version,
          changedBy: draft.row.changed_by,
          changedAt: draft.row.changed_at.toISOString(),
          unread: draft.row.unread.length,
        }
      : null,
    certainty: certaintyOf(body),
    reviewedAt,
    reviewDue: reviewedAt && daysAfter(reviewedAt, reviewEveryDays),
    hits,
    misses,
    weeks,
  };
}

function standingOf(versions: readonly Version[], inForce?: Version, upcoming?: Version): CardStanding {
  if (inForce) return 'in_force';
  if (upcoming) return 'upcoming';
  if (versions.every(({ state }) => state === 'draft')) return 'draft_only';
  return versions.find(({ state }) => state !== 'draft')?.state === 'withdrawn' ? 'withdrawn' : 'ended';
}

function certaintyOf(body: CardBody): CardSummary['certainty'] {
  const facts = [
    body.summary, ...body.components, ...body.conditions, ...body.materials, ...body.steps, ...body.limits, ...body.fees,
    ...body.rules, ...body.places, ...body.results, ...body.legal, ...body.faqs.map(({ answer }) => answer),
  ]; // biome-ignore format: one glance shows which parts count
  const counts = { official: 0, memory: 0, uncertain: 0 };
  for (const { certainty } of facts) counts[certainty] += 1;
  return counts;
}

function toVersionSummary(version: Version, all: readonly Version[]): CardVersionSummary {
  const { cardId, state, validFrom, validTo, row } = version;
  return {
    cardId,
    version: version.version,
    origin: version.card ? 'authored' : 'record',
    state,
    title: titleOf(version),
    validFrom,
    validTo,
    docId: docIdOf({ id: cardId, validFrom, ...(version.version > 0 ? { version: version.version } : {}) }),
    sourceDocument: row?.source_document ?? null,
    baseVersion: row?.base_version ?? null,
    revision: revisionOf(version),
    createdBy: row?.created_by ?? null,
    createdAt: row?.created_at.toISOString() ?? null,
    changedBy: row?.changed_by ?? null,
    changedAt: row?.changed_at.toISOString() ?? null,
    publishedBy: row?.published_by ?? null,
    publishedAt: row?.published_at?.toISOString() ?? null,
    reviewedBy: row?.reviewed_by ?? null,
    note: row?.note ?? '',
    reason: row?.reason ?? null,
    canUndo: canUndo(version, all),
  };
}

function toVersionDetail(version: Version, all: readonly Version[]): CardVersionDetail {
  const body = bodyOf(version);
  const { card, problems } = readCard(body, Math.max(1, version.version));
  const shown = version.card ?? card;
  return {
    ...toVersionSummary(version, all),
    body,
    document: shown && documentOf(toMatterDocument(shown)),
    unread: version.row?.unread ?? [],
    problems,
  };
}

function documentOf({ id, title, text, fields }: ReturnType<typeof toMatterDocument>) {
  const places = fields.map(({ path, facet, passage: { start, end } }) => ({ path, facet, start, end }));
  return { docId: id, title, text, fields: places };
}

function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
