import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import type { MatterCard } from '../../knowledge/index.ts';
import type { AccountTables } from '../accounts/account-tables.ts';
import type { CardEventAction } from './card-body.ts';
import { type KnownVersion, numberAuthored } from './cards-in-service.ts';
import { UpkeepError } from './upkeep-error.ts';
import type { CardVersionTable, UpkeepTables } from './upkeep-tables.ts';

export type Tables = UpkeepTables & AccountTables;
export type CardRow = Selectable<CardVersionTable>;
export type Trx = Transaction<Tables>;

export interface UpkeepNeeds {
  db: Kysely<Tables>;
  now: () => Date;
  /** Every authored version of every matter. */
  authored: () => readonly MatterCard[];
  /** Whoever edited a draft last may not publish it. */
  needsTwoPeople: boolean;
}

/** A version as it stands: its row in the record, the authored card, or both. */
export interface Version extends KnownVersion {
  row: CardRow | null;
  card: MatterCard | null;
}

/** Every version of a card, authored ones included, the newest first. */
export async function versionsOf(
  { authored }: Pick<UpkeepNeeds, 'authored'>,
  db: Kysely<Tables>,
  cardId: string,
): Promise<Version[]> {
  const rows = await db.selectFrom('card_version').selectAll().where('card_id', '=', cardId).execute();
  return joinVersions(
    authored().filter(({ id }) => id === cardId),
    rows,
  );
}

/** Authored cards and rows as versions, the newest of each card first. */
export function joinVersions(authored: readonly MatterCard[], rows: readonly CardRow[]): Version[] {
  const rowOf = new Map(rows.map((row) => [`${row.card_id} ${row.version}`, row]));
  const ofFiles = numberAuthored(authored).map(({ version, card }): Version => {
    const known = rowOf.get(`${card.id} ${version}`);
    const row = known?.valid_from === card.validFrom ? known : null;
    const { validFrom, validTo } = row ? { validFrom: row.valid_from, validTo: row.valid_to } : card;
    return { cardId: card.id, version, state: row?.state ?? 'published', validFrom, validTo, row, card };
  });
  const ofRecord = rows
    .filter(({ version }) => version > 0)
    .map((row): Version => {
      const { card_id: cardId, version, state, valid_from: validFrom, valid_to: validTo } = row;
      return { cardId, version, state, validFrom, validTo, row, card: null };
    });
  return [...ofRecord, ...ofFiles].sort((left, right) => right.version - left.version);
}

/** Does one thing to one card at a time: two publications at the same moment would each close what the other opened. */
export async function withCard<Result>(
  { db }: Pick<UpkeepNeeds, 'db'>,
  cardId: string,
  work: (trx: Trx) => Promise<Result>,
): Promise<Result> {
  return db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext(${`card ${cardId}`}))`.execute(trx);
    return work(trx);
  });
}

/** What was done, in the card's history and in the audit, in the transaction that does it. */
export async function writeEvent(
  trx: Trx,
  { cardId, version, action, actor, note = '', at }: CardEventToWrite,
): Promise<void> {
  await trx.insertInto('card_event').values({ card_id: cardId, version, at, actor, action, note }).execute();
  await trx
    .insertInto('audit')
    .values({ at, actor, action: `card-${action}`, subject: `${cardId}#${version}`, detail: JSON.stringify({ note }) })
    .execute();
}

export interface CardEventToWrite {
  cardId: string;
  version: number;
  action: CardEventAction;
  actor: string;
  note?: string;
  at: Date;
}

/** @throws UpkeepError `card_not_found` */
export function pick(versions: readonly Version[], cardId: string, version: number): Version {
  const found = versions.find((one) => one.version === version);
  if (found) return found;
  throw versions.length === 0
    ? new UpkeepError('card_not_found', `没有编号为 ${cardId} 的事项卡；请从事项卡列表重新打开。`)
    : new UpkeepError('card_not_found', `事项卡 ${cardId} 没有第 ${version} 版；它可能已被丢弃，请重新打开这张卡。`);
}

/** The last change of what is authored and was never touched has the number 0. */
export const revisionOf = ({ row }: Version): number => row?.revision ?? 0;

/** @throws UpkeepError `version_conflict` when somebody changed the version since it was seen */
export function refuseStale(version: Version, revision: number, details: Record<string, unknown> = {}): void {
  if (revisionOf(version) === revision) return;
  const { row } = version;
  const who = row ? `${row.changed_by}在您打开之后改过` : '在您打开之后有人改过';
  throw new UpkeepError('version_conflict', `${who}这一版；请看过改动后，再决定怎么合并。`, {
    revision: revisionOf(version),
    changedBy: row?.changed_by ?? null,
    changedAt: row?.changed_at.toISOString() ?? null,
    ...details,
  });
}
