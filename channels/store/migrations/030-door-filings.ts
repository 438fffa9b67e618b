import type { Kysely } from 'kysely';

/**
 * What other systems asked to have filed: the same id of theirs files one ticket, and with other words it is refused.
 * Beside it stands what a ticket has no column for, the point on the map that Open311 clients send.
 */
export const doorFilings = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('door_filing')
      .addColumn('source_id', 'text', (column) => column.primaryKey())
      .addColumn('digest', 'text', (column) => column.notNull())
      .addColumn('lat', 'double precision')
      .addColumn('long', 'double precision')
      .addColumn('at', 'timestamptz', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('door_filing_by_time').on('door_filing').column('at').execute();
  },
};
