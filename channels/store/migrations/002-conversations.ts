import { type Kysely, sql } from 'kysely';

export const conversations = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('conversation')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('secret_hash', 'text', (column) => column.notNull())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('state', 'jsonb', (column) => column.notNull())
      .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
      .execute();

    await db.schema
      .createTable('message')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('conversation_id', 'text', (column) =>
        column.notNull().references('conversation.id').onDelete('cascade'),
      )
      .addColumn('sequence', 'integer', (column) => column.notNull())
      .addColumn('role', 'text', (column) => column.notNull().check(sql`role in ('citizen', 'desk')`))
      .addColumn('client_message_id', 'text')
      // Checked at commit only, so that a turn may store both of its messages in any order.
      .addColumn('answers_message_id', 'text', (column) => column.references('message.id').onDelete('cascade').unique())
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('reply', 'jsonb')
      .addColumn('trace', 'jsonb')
      .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
      // Also the index by which a reconnecting client's messages are replayed in order.
      .addUniqueConstraint('message_sequence_once', ['conversation_id', 'sequence'])
      .addUniqueConstraint('message_client_id_once', ['conversation_id', 'client_message_id'])
      .execute();

    // The console's review lists look at what was said lately, over all conversations.
    await db.schema.createIndex('message_created_at').on('message').column('created_at').execute();
  },
};
