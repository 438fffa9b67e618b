import { type Kysely, sql } from 'kysely';

/** A ticket's clock, items, returns and closure: what the fold over its events gives beyond status and owner. */
export const ticketLife = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .alterTable('ticket')
      .addColumn('items', 'jsonb', (column) => column.notNull().defaultTo(sql`'[]'::jsonb`))
      .addColumn('return_count', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('clock_stopped_at', 'timestamptz')
      .addColumn('next_escalation_at', 'timestamptz')
      .addColumn('first_contact_at', 'timestamptz')
      .addColumn('replied_at', 'timestamptz')
      .addColumn('answer_due_at', 'timestamptz')
      .addColumn('verdict', 'text')
      .addColumn('satisfaction', 'text')
      .addColumn('merged_into', 'text', (column) => column.references('ticket.number'))
      .addColumn('awaits_desk', 'text')
      .execute();
    await indexWhatIsLookedFor(db);
    for (const statement of completeOldEvents) await sql.raw(statement).execute(db);
    await createSavedViews(db);
  },
};

async function indexWhatIsLookedFor(db: Kysely<unknown>): Promise<void> {
  await sql`create index ticket_escalating on ticket (next_escalation_at) where next_escalation_at is not null`.execute(
    db,
  );
  await sql`create index ticket_unanswered on ticket (answer_due_at) where answer_due_at is not null`.execute(db);
  await sql`create index ticket_members on ticket (merged_into) where merged_into is not null`.execute(db);
  await sql`create index ticket_in_triage on ticket (due_at)
    where status in ('triage', 'returned', 'adjudication') or awaits_desk is not null`.execute(db);
}

/**
 * Tickets of the first version have events that say less than the fold reads: what a filing, a return and a closing lack
 * is taken from the row. Done as the record's owner, whom the rule that events are not rewritten does not bind.
 */
const completeOldEvents = [
  `update ticket_event as event set payload = jsonb_build_object(
      'status', coalesce(payload ->> 'status', 'assigned'), 'urgency', coalesce(payload ->> 'urgency', ticket.urgency),
      'purpose', ticket.purpose, 'category', jsonb_build_object(
        'code', ticket.category_code, 'name', ticket.category_name, 'group', ticket.category_group),
      'owner', ticket.draft #> '{dispatch,lead}', 'coUnits', ticket.co_units, 'tier', ticket.tier,
      'district', ticket.district, 'items', jsonb_build_array(ticket.title))
    from ticket where event.ticket_number = ticket.number and event.kind = 'filed'`,
  `update ticket_event set payload = jsonb_build_object('code', 'not_our_duty', 'clause', '未记录') || payload
    where kind = 'returned'`,
  `update ticket_event set payload = jsonb_build_object('because', 'desk', 'reason', '按旧流程办结') || payload
    where kind = 'closed'`,
  `update ticket set items = jsonb_build_array(jsonb_build_object('id', 1, 'text', title,
      'state', case when status in ('replied', 'closed') then 'answered' else 'open' end, 'answer', null, 'reopened', 0)),
    return_count = (select count(*) from ticket_event where ticket_number = number and kind = 'returned'),
    replied_at = (select min(at) from ticket_event where ticket_number = number and kind = 'replied'),
    first_contact_at = (select min(at) from ticket_event where ticket_number = number and kind = 'replied'),
    clock_stopped_at = (select min(at) from ticket_event where ticket_number = number and kind = 'replied')`,
  // The job works out each one's true moment when it first looks at it.
  `update ticket set next_escalation_at = filed_at where clock_stopped_at is null`,
];

/** A handler's own filters, by name. */
async function createSavedViews(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('saved_view')
    .addColumn('account', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('query', 'jsonb', (column) => column.notNull())
    .addColumn('created_at', 'timestamptz', (column) => column.notNull())
    .addPrimaryKeyConstraint('saved_view_name', ['account', 'name'])
    .execute();
}
