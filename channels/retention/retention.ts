import { type Kysely, sql } from 'kysely';
import { addAuditLine } from '../access/audit-line.ts';
import type { Database } from '../store/schema.ts';
import { type KeptKind, type KeptKindName, keptKindNames, keptKinds } from './kept-kinds.ts';

export interface RetentionSetting {
  kind: KeptKindName;
  days: number;
  defaultDays: number;
  changed: { at: Date; by: string; reason: string } | null;
}

/** How much would go today if it were kept for so many days. */
export interface RetentionPreview {
  rows: number;
  oldest: Date | null;
}

export type Retention = ReturnType<typeof createRetention>;

const dayMs = 86_400_000;

/** Rows that go in one transaction: few enough that nobody waits for it. */
const batchRows = 500;

/** How long things are kept, and what deletes them afterwards. */
export function createRetention(db: Kysely<Database>, now: () => Date) {
  const cutoff = (days: number) => new Date(now().getTime() - days * dayMs);

  async function settings(): Promise<RetentionSetting[]> {
    const rows = await db.selectFrom('retention_setting').selectAll().execute();
    return keptKindNames.map((kind) => {
      const row = rows.find((row) => row.kind === kind);
      const { defaultDays } = keptKinds[kind];
      const changed = row ? { at: row.changed_at, by: row.changed_by, reason: row.reason } : null;
      return { kind, days: row?.days ?? defaultDays, defaultDays, changed };
    });
  }

  return {
    settings,

    async preview(kind: KeptKindName, days: number): Promise<RetentionPreview> {
      const { table, age, isOver } = keptKinds[kind];
      const { rows } = await sql<{ rows: string; oldest: Date | null }>`
        select count(*) as rows, min(${age}) as oldest from ${sql.table(table)} kept where ${isOver(cutoff(days))}
      `.execute(db);
      return { rows: Number(rows[0]?.rows ?? 0), oldest: rows[0]?.oldest ?? null };
    },

    async set(kind: KeptKindName, days: number, { actor, reason }: { actor: string; reason: string }): Promise<void> {
      const before = (await settings()).find((setting) => setting.kind === kind)?.days;
      const row = { days, changed_at: now(), changed_by: actor, reason };
      await db.transaction().execute(async (trx) => {
        await trx
          .insertInto('retention_setting')
          .values({ kind, ...row })
          .onConflict((conflict) => conflict.column('kind').doUpdateSet(row))
          .execute();
        const detail = { before, days, reason };
        await addAuditLine(trx, { at: now(), actor, action: 'retention-set', subject: kind, detail });
      });
    },

    /**
     * Deletes what is past its time and gives how many rows went, by kind; each kind that lost some is audited.
     * @throws AggregateError after all kinds had their turn: what is wrong with one must not keep the others for ever
     */
    async sweep(): Promise<Partial<Record<KeptKindName, number>>> {
      const gone: Partial<Record<KeptKindName, number>> = {};
      const errors: unknown[] = [];
      for (const { kind, days } of await settings()) {
        const rows = await deleteOver(db, kind, cutoff(days)).catch((error: unknown) => {
          errors.push(error);
          return 0;
        });
        if (rows === 0) continue;
        gone[kind] = rows;
        const detail = { rows, days };
        await addAuditLine(db, { at: now(), actor: 'desk', action: 'retention-deleted', subject: kind, detail });
      }
      if (errors.length > 0) throw new AggregateError(errors, 'Some of what is past its time could not be deleted.');
      return gone;
    },
  };
}

async function deleteOver(db: Kysely<Database>, kind: KeptKindName, before: Date): Promise<number> {
  const { table, isOver, key = 'id' }: KeptKind = keptKinds[kind];
  for (let total = 0; ; ) {
    const gone = await db.transaction().execute(async (trx) => {
      // What somebody is writing to just now is passed over and looked at again tomorrow.
      const { rows } = await sql<{ id: string }>`delete from ${sql.table(table)} where ${sql.ref(key)} in (
        select kept.${sql.ref(key)} from ${sql.table(table)} kept where ${isOver(before)} limit ${batchRows} for update skip locked
      ) returning ${sql.ref(key)} as id`.execute(trx);
      // A ticket outlives the conversation it came from, and must not post into one that is gone.
      const ids = rows.map(({ id }) => id);
      if (table === 'conversation' && ids.length > 0)
        await trx.updateTable('ticket').set({ conversation_id: null }).where('conversation_id', 'in', ids).execute();
      return ids.length;
    });
    total += gone;
    if (gone < batchRows) return total;
  }
}
