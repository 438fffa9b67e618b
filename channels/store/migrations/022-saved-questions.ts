import { type Kysely, sql } from 'kysely';

/** Data questions that an office keeps under a name, and those that were checked for everybody. */
export const savedQuestions = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('saved_question')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('question', 'text', (column) => column.notNull())
      .addColumn('plan', 'jsonb', (column) => column.notNull())
      .addColumn('unit', 'text')
      .addColumn('district', 'text')
      .addColumn('created_by', 'text', (column) => column.notNull())
      .addColumn('created_at', 'timestamptz', (column) => column.notNull())
      .addColumn('verified_by', 'text')
      .addColumn('verified_at', 'timestamptz')
      .execute();
    // A name means one thing within an office. The city's office and one without a unit have no value to compare.
    await sql`create unique index saved_question_name
      on saved_question (coalesce(unit, ''), coalesce(district, ''), name)`.execute(db);
  },
};
