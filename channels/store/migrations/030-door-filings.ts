import { type Kysely, sql } from 'kysely';

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
    // Open311 clients list what came by their own door, by time.
    await sql`create index ticket_of_open311 on ticket (filed_at, number) where channel = 'open311'`.execute(db);
  },
};
