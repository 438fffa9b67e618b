import { type Kysely, type Selectable, sql } from 'kysely';
import type { AccountTables, AuditTable } from './account-tables.ts';

export type AuditRow = Selectable<AuditTable>;

/** Each may be left out. Texts are beginnings: `ticket-` finds every action on tickets. */
export interface AuditFilter {
  actor?: string | undefined;
  action?: string | undefined;
  subject?: string | undefined;
  from?: Date | undefined;
  /** Up to but without that moment. */
  before?: Date | undefined;
}

export type AuditReader = ReturnType<typeof createAuditReader>;

export function createAuditReader(db: Kysely<AccountTables>) {
  const wanted = ({ actor, action, subject, from, before }: AuditFilter) => {
    let query = db.selectFrom('audit');
    for (const [column, start] of [
      ['actor', actor],
      ['action', action],
      ['subject', subject],
    ] as const)
      if (start) query = query.where(sql<boolean>`starts_with(${sql.ref(column)}, ${start})`);
    if (from) query = query.where('at', '>=', from);
    if (before) query = query.where('at', '<', before);
    return query;
  };
  return {
    /** The latest first. */
    lines: (filter: AuditFilter, { offset, limit }: { offset: number; limit: number }): Promise<AuditRow[]> =>
      wanted(filter).selectAll().orderBy('id', 'desc').offset(offset).limit(limit).execute(),
    async count(filter: AuditFilter): Promise<number> {
      const { total } = await wanted(filter)
        .select((of) => of.fn.countAll<string>().as('total'))
        .executeTakeFirstOrThrow();
      return Number(total);
    },
  };
}
