import { type Kysely, sql } from 'kysely';

/**
 * A call as a stream: partial utterances and their finals, what was suggested, what the operator made of it, and what was
 * found when the ticket was held against the transcript.
 */
export const liveCalls = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .alterTable('call')
      .addColumn('version', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('changed_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
      .addColumn('understood_version', 'integer', (column) => column.notNull().defaultTo(-1))
      .addColumn('caller_number', 'text')
      .addColumn('operator', 'text')
      .addColumn('joined', 'boolean', (column) => column.notNull().defaultTo(false))
      .addColumn('amended', 'boolean', (column) => column.notNull().defaultTo(false))
      .addColumn('closing', 'jsonb')
      .execute();
    await db.schema
      .alterTable('utterance')
      .addColumn('final', 'boolean', (column) => column.notNull().defaultTo(true))
      .addColumn('revision', 'integer')
      .addColumn('confidence', 'real')
      .addColumn('late', 'boolean', (column) => column.notNull().defaultTo(false))
      .execute();

    // What an operator was shown stays, so that a decision on it can be understood later.
    await db.schema
      .createTable('call_suggestion')
      .addColumn('call_id', 'text', (column) => column.notNull().references('call.id').onDelete('cascade'))
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('content', 'jsonb', (column) => column.notNull())
      .addColumn('shown_at', 'timestamptz', (column) => column.notNull())
      .addPrimaryKeyConstraint('call_suggestion_once', ['call_id', 'id'])
      .execute();
    await db.schema
      .createTable('call_decision')
      .addColumn('id', 'bigint', (column) => column.primaryKey().generatedAlwaysAsIdentity())
      .addColumn('call_id', 'text', (column) => column.notNull().references('call.id').onDelete('cascade'))
      // A suggestion's id; `finding:` before a finding's.
      .addColumn('subject', 'text', (column) => column.notNull())
      .addColumn('decision', 'text', (column) => column.notNull())
      .addColumn('corrected', 'jsonb')
      .addColumn('reason', 'text')
      .addColumn('actor', 'text', (column) => column.notNull())
      .addColumn('at', 'timestamptz', (column) => column.notNull())
      // The call's version with this decision in it.
      .addColumn('version', 'integer', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('call_decision_by_call').on('call_decision').columns(['call_id', 'id']).execute();
  },
};
