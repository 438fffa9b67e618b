import type { ColumnType, JSONColumnType, Kysely } from 'kysely';

/** A handler's own filters of the ticket list, by name. */
export interface SavedViewTable {
  account: string;
  name: string;
  query: JSONColumnType<Record<string, unknown>>;
  created_at: ColumnType<Date, Date, never>;
}

export interface SavedViewTables {
  saved_view: SavedViewTable;
}

export interface SavedViews {
  list(account: string): Promise<{ name: string; query: Record<string, unknown> }[]>;
  /** Keeps a view; one of the same name is replaced. */
  keep(account: string, name: string, query: Record<string, unknown>): Promise<void>;
  forget(account: string, name: string): Promise<void>;
}

export function createSavedViews(db: Kysely<SavedViewTables>, now: () => Date): SavedViews {
  return {
    list: (account) =>
      db
        .selectFrom('saved_view')
        .select(['name', 'query'])
        .where('account', '=', account)
        .orderBy('created_at')
        .orderBy('name')
        .execute(),
    async keep(account, name, query) {
      const kept = JSON.stringify(query);
      await db
        .insertInto('saved_view')
        .values({ account, name, query: kept, created_at: now() })
        .onConflict((conflict) => conflict.columns(['account', 'name']).doUpdateSet({ query: kept }))
        .execute();
    },
    async forget(account, name) {
      await db.deleteFrom('saved_view').where('account', '=', account).where('name', '=', name).execute();
    },
  };
}
