import { type Kysely, sql } from 'kysely';

/** A conversation counts its messages itself: numbering one is a single update instead of a lock and a look. */
export const messageCount = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .alterTable('conversation')
      .addColumn('last_sequence', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
    await sql`update conversation set last_sequence = coalesce(
      (select max(sequence) from message where conversation_id = conversation.id), 0)`.execute(db);
  },
};
