import { type Kysely, sql } from 'kysely';

/** How far each account has read its inbox: lines belong to units, and two colleagues of one read at their own pace. */
export const inboxSeen = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('inbox_seen')
      .addColumn('account', 'text', (column) => column.primaryKey())
      .addColumn('last_id', 'bigint', (column) => column.notNull())
      .addColumn('at', 'timestamptz', (column) => column.notNull())
      .execute();
    await sql`create index notification_newest on notification (unit, id desc)`.execute(db);
  },
};
