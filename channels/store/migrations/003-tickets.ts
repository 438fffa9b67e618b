import { type Kysely, sql } from 'kysely';

export const tickets = {
  async up(db: Kysely<unknown>): Promise<void> {
    // The second half of a ticket's number. It may leave gaps (a filing that was rolled back), never a double.
    await sql`create sequence ticket_number_sequence`.execute(db);
    await createTicket(db);
    await createEvents(db);
    await createNotifications(db);
  },
};

async function createTicket(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('ticket')
    .addColumn('number', 'text', (column) => column.primaryKey())
    .addColumn('source_message_id', 'text', (column) => column.unique())
    .addColumn('conversation_id', 'text')
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('purpose', 'text', (column) => column.notNull())
    .addColumn('category_code', 'text', (column) => column.notNull())
    .addColumn('category_name', 'text', (column) => column.notNull())
    .addColumn('category_group', 'text', (column) => column.notNull())
    .addColumn('urgency', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('district', 'text')
    .addColumn('street', 'text')
    .addColumn('place_detail', 'text')
    .addColumn('owner_unit', 'text')
    .addColumn('co_units', 'jsonb', (column) => column.notNull().defaultTo(sql`'[]'::jsonb`))
    .addColumn('tier', 'text')
    .addColumn('draft', 'jsonb', (column) => column.notNull())
    .addColumn('secret_hash', 'text', (column) => column.notNull())
    .addColumn('filed_at', 'timestamptz', (column) => column.notNull())
    .addColumn('first_response_due_at', 'timestamptz', (column) => column.notNull())
    .addColumn('due_at', 'timestamptz', (column) => column.notNull())
    .addColumn('closed_at', 'timestamptz')
    .addColumn('version', 'integer', (column) => column.notNull())
    .execute();
  await indexTickets(db);
}

/** One for each list the console shows: a unit's inbox, a district's, everybody's newest, and the clock. */
async function indexTickets(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('ticket_by_unit').on('ticket').columns(['owner_unit', 'status', 'due_at']).execute();
  await db.schema.createIndex('ticket_by_district').on('ticket').columns(['district', 'status', 'due_at']).execute();
  await db.schema.createIndex('ticket_by_age').on('ticket').columns(['filed_at', 'number']).execute();
  await db.schema.createIndex('ticket_by_category').on('ticket').columns(['category_code', 'filed_at']).execute();
  await db.schema.createIndex('ticket_by_conversation').on('ticket').column('conversation_id').execute();
  await sql`create index ticket_running_out on ticket (due_at) where closed_at is null`.execute(db);
}

async function createEvents(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('ticket_event')
    .addColumn('ticket_number', 'text', (column) => column.notNull().references('ticket.number'))
    .addColumn('sequence', 'integer', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('at', 'timestamptz', (column) => column.notNull())
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('payload', 'jsonb', (column) => column.notNull())
    .addPrimaryKeyConstraint('ticket_event_order', ['ticket_number', 'sequence'])
    .execute();
  // Each share of the time budget is told once a ticket, whatever happens to the job that tells it.
  await sql`create unique index ticket_event_escalated_once on ticket_event (ticket_number, (payload ->> 'percentUsed'))
    where kind = 'escalated'`.execute(db);
  // What happened to a ticket is not rewritten.
  await sql`revoke update, delete on ticket_event from yuwen_app`.execute(db);
}

async function createNotifications(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('notification')
    .addColumn('id', 'bigint', (column) => column.primaryKey().generatedAlwaysAsIdentity())
    .addColumn('unit', 'text', (column) => column.notNull())
    .addColumn('ticket_number', 'text', (column) => column.notNull().references('ticket.number'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
    .addColumn('read_at', 'timestamptz')
    .execute();
  await db.schema.createIndex('notification_inbox').on('notification').columns(['unit', 'created_at']).execute();
  await db.schema.createIndex('notification_by_ticket').on('notification').column('ticket_number').execute();
}
