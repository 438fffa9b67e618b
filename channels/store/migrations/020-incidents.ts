import type { Kysely } from 'kysely';

/** Which tickets speak of one case, and who reported each: an incident is the tickets that share its id. */
export const incidents = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('incident_member')
      .addColumn('ticket_number', 'text', (column) => column.primaryKey().references('ticket.number'))
      // The number of the ticket that began it: it stays, whoever joins or leaves.
      .addColumn('incident_id', 'text', (column) => column.notNull().references('ticket.number'))
      .addColumn('reporter', 'text')
      .addColumn('text_hash', 'text', (column) => column.notNull())
      .addColumn('score', 'real', (column) => column.notNull())
      .addColumn('joined_by', 'text', (column) => column.notNull())
      .addColumn('joined_at', 'timestamptz', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('incident_members').on('incident_member').column('incident_id').execute();
  },
};
