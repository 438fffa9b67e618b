import { type Kysely, sql } from 'kysely';

export const ratings = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('rating')
      .addColumn('message_id', 'text', (column) => column.primaryKey().references('message.id').onDelete('cascade'))
      .addColumn('good', 'boolean', (column) => column.notNull())
      .addColumn('reason', 'text')
      .addColumn('at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
      .execute();
  },
};
