import { type Kysely, sql } from 'kysely';

/**
 * Photographs of a complaint. They lie in the record: several processes serve them, a backup holds them, and they come and
 * go in the transactions of what they belong to. Stored is only what the desk has drawn anew, some hundred kilobytes each.
 */
export const photographs = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('photograph')
      .addColumn('id', 'text', (column) => column.primaryKey())
      // A ticket's photographs outlive the conversation that they came by.
      .addColumn('conversation_id', 'text', (column) => column.references('conversation.id').onDelete('set null'))
      .addColumn('client_photo_id', 'text', (column) => column.notNull())
      .addColumn('image', 'bytea', (column) => column.notNull())
      .addColumn('preview', 'bytea', (column) => column.notNull())
      .addColumn('width', 'integer', (column) => column.notNull())
      .addColumn('height', 'integer', (column) => column.notNull())
      .addColumn('created_at', 'timestamptz', (column) => column.notNull())
      .addUniqueConstraint('photograph_client_id_once', ['conversation_id', 'client_photo_id'])
      .execute();
    // A picture does not get smaller by being compressed a second time.
    await sql`alter table photograph alter column image set storage external, alter column preview set storage external`.execute(
      db,
    );
    await db.schema.createIndex('photograph_created_at').on('photograph').column('created_at').execute();

    await db.schema
      .createTable('photograph_of_ticket')
      .addColumn('ticket_number', 'text', (column) => column.notNull().references('ticket.number').onDelete('cascade'))
      .addColumn('photograph_id', 'text', (column) => column.notNull().references('photograph.id').onDelete('cascade'))
      // Two complaints in one message share its photographs; a later message has its own.
      .addColumn('message_id', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('photograph_of_ticket_once', ['ticket_number', 'photograph_id'])
      .execute();
    await db.schema.createIndex('ticket_of_photograph').on('photograph_of_ticket').column('photograph_id').execute();
  },
};
