import { type Kysely, sql } from 'kysely';

/** The review queue: turns and tickets that somebody should look at, each with the verdict it got. */
export const reviews = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('review_item')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('digest', 'text', (column) => column.notNull())
      .addColumn('status', 'text', (column) => column.notNull().check(sql`status in ('open', 'judged')`))
      .addColumn('reasons', 'jsonb', (column) => column.notNull())
      .addColumn('priority', 'integer', (column) => column.notNull())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('outcome', 'text', (column) => column.notNull())
      .addColumn('content', 'jsonb', (column) => column.notNull())
      .addColumn('seen', 'integer', (column) => column.notNull().defaultTo(1))
      .addColumn('created_at', 'timestamptz', (column) => column.notNull())
      .addColumn('last_seen_at', 'timestamptz', (column) => column.notNull())
      .addColumn('locked_by', 'text')
      .addColumn('locked_until', 'timestamptz')
      .addColumn('judgement', 'jsonb')
      .addColumn('judged_by', 'text')
      .addColumn('judged_at', 'timestamptz')
      .execute();
    // The same words with the same ending are one item however often they come, as long as it is open.
    await sql`create unique index review_item_open_once on review_item (digest) where status = 'open'`.execute(db);
    await sql`create index review_item_queue on review_item (priority desc, created_at, id) where status = 'open'`.execute(
      db,
    );
    await db.schema.createIndex('review_item_judged').on('review_item').column('judged_at').execute();

    await db.schema
      .createTable('review_subject')
      .addColumn('subject', 'text', (column) => column.primaryKey())
      .addColumn('item_id', 'text', (column) => column.notNull().references('review_item.id').onDelete('cascade'))
      .execute();
    await db.schema.createIndex('review_subject_by_item').on('review_subject').column('item_id').execute();
    await oweGathering(db);
  },
};

/**
 * What may be worth a review owes the job that looks at it, in the transaction that stores it. A trigger rather than a
 * call, so that every writer of replies, thumbs and ticket events is heard, those still to be written among them. Only ids
 * are written here; the job masks what it copies.
 */
async function oweGathering(db: Kysely<unknown>): Promise<void> {
  await sql`create function owe_review(kind text, id text) returns void language sql set search_path = yuwen as $$
    insert into outbox_job (kind, payload, unique_key, run_at)
    values ('gather-review', jsonb_build_object('kind', kind, 'id', id), 'review:' || kind || ':' || id, now())
    on conflict (unique_key) where done_at is null and dead_at is null do nothing;
    select pg_notify('yuwen_outbox', '');
  $$`.execute(db);
  await trigger(db, 'message', 'after insert on message', sql`new.role = 'desk'`, sql`'turn', new.id`);
  await trigger(db, 'rating', 'after insert or update on rating', sql`not new.good`, sql`'turn', new.message_id`);
  await trigger(
    db,
    'ticket_event',
    'after insert on ticket_event',
    sql`new.kind = 'returned'`,
    sql`'ticket', new.ticket_number || '#' || new.sequence`,
  );
}

async function trigger(
  db: Kysely<unknown>,
  table: string,
  event: string,
  when: ReturnType<typeof sql>,
  subject: ReturnType<typeof sql>,
) {
  const name = sql.raw(`${table}_owes_review`);
  await sql`create function ${name}() returns trigger language plpgsql set search_path = yuwen as $$
    begin perform owe_review(${subject}); return null; end $$`.execute(db);
  await sql`create trigger ${name} ${sql.raw(event)} for each row when (${when}) execute function ${name}()`.execute(
    db,
  );
}
