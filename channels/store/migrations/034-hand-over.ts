import { type Kysely, sql } from 'kysely';

/** Conversations in which a citizen asked for a person, and which operators are there to take one. */
export const handOver = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('hand_over')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('conversation_id', 'text', (column) =>
        column.notNull().references('conversation.id').onDelete('cascade'),
      )
      .addColumn('asked_at', 'timestamptz', (column) => column.notNull())
      // When the citizen's page was last heard of; an operator sees whether anybody is still there.
      .addColumn('citizen_seen_at', 'timestamptz', (column) => column.notNull())
      .addColumn('taken_by', 'text')
      .addColumn('taken_at', 'timestamptz')
      .addColumn('ended_at', 'timestamptz')
      .addColumn('ended_by', 'text')
      .addCheckConstraint('hand_over_taken_whole', sql`(taken_by is null) = (taken_at is null)`)
      .addCheckConstraint('hand_over_ended_whole', sql`(ended_by is null) = (ended_at is null)`)
      .execute();
    await sql`create unique index hand_over_one_open on hand_over (conversation_id) where ended_at is null`.execute(db);
    await sql`create index hand_over_queue on hand_over (asked_at) where ended_at is null`.execute(db);
    await sql`create index hand_over_of_conversation on hand_over (conversation_id)`.execute(db);
    await db.schema
      .createTable('operator_presence')
      .addColumn('account', 'text', (column) => column.primaryKey())
      .addColumn('seen_at', 'timestamptz', (column) => column.notNull())
      .addColumn('receives', 'boolean', (column) => column.notNull())
      .execute();
  },
};
