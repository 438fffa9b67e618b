import { type Kysely, sql } from 'kysely';

export const calls = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('call')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('started_at', 'timestamptz', (column) => column.notNull())
      .addColumn('ended_at', 'timestamptz')
      .addColumn('state', 'jsonb', (column) => column.notNull())
      .addColumn('ticket_number', 'text', (column) => column.references('ticket.number'))
      .execute();
    await db.schema.createIndex('call_by_age').on('call').column('started_at').execute();

    await db.schema
      .createTable('utterance')
      .addColumn('call_id', 'text', (column) => column.notNull().references('call.id').onDelete('cascade'))
      .addColumn('sequence', 'integer', (column) => column.notNull())
      .addColumn('speaker', 'text', (column) => column.notNull().check(sql`speaker in ('citizen', 'operator')`))
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('at', 'timestamptz', (column) => column.notNull())
      .addPrimaryKeyConstraint('utterance_once', ['call_id', 'sequence'])
      .execute();
  },
};
