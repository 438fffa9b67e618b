import { type Kysely, sql } from 'kysely';

/**
 * Cards as they are kept up in the record. The authored ones stay in their files; a row of version 0 or below says only
 * what became of such a one here, and has no text of its own.
 */
export const cards = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('card_version')
      .addColumn('card_id', 'text', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('state', 'text', (column) =>
        column.notNull().check(sql`state in ('draft', 'published', 'superseded', 'withdrawn')`),
      )
      .addColumn('title', 'text', (column) => column.notNull())
      .addColumn('body', 'jsonb')
      .addColumn('valid_from', 'text', (column) => column.notNull())
      .addColumn('valid_to', 'text')
      .addColumn('source_document', 'text')
      .addColumn('base_version', 'integer')
      .addColumn('unread', 'jsonb', (column) => column.notNull().defaultTo(sql`'[]'::jsonb`))
      .addColumn('revision', 'integer', (column) => column.notNull().defaultTo(1))
      .addColumn('note', 'text', (column) => column.notNull().defaultTo(''))
      .addColumn('created_by', 'text', (column) => column.notNull())
      .addColumn('created_at', 'timestamptz', (column) => column.notNull())
      .addColumn('changed_by', 'text', (column) => column.notNull())
      .addColumn('changed_at', 'timestamptz', (column) => column.notNull())
      .addColumn('published_by', 'text')
      .addColumn('published_at', 'timestamptz')
      .addColumn('reviewed_by', 'text')
      .addColumn('reason', 'text')
      .addColumn('closed', 'jsonb', (column) => column.notNull().defaultTo(sql`'[]'::jsonb`))
      .addPrimaryKeyConstraint('card_version_id', ['card_id', 'version'])
      .addCheckConstraint('card_version_has_text', sql`(version > 0) = (body is not null)`)
      .execute();
    // Two drafts of one matter would be two truths to merge; the second editor is shown the first draft instead.
    await sql`create unique index card_version_one_draft on card_version (card_id) where state = 'draft'`.execute(db);
    await createHistory(db);
    await createGeneration(db);
    await createQuestions(db);
  },
};

async function createHistory(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('card_event')
    .addColumn('id', 'bigint', (column) => column.primaryKey().generatedAlwaysAsIdentity())
    .addColumn('card_id', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('at', 'timestamptz', (column) => column.notNull())
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('note', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('card_event_of_card').on('card_event').columns(['card_id', 'id']).execute();
  await sql`revoke update, delete on card_event from yuwen_app`.execute(db);
}

/**
 * One number that every change of what is answered from raises, in the transaction of the change. Desks are woken by it and
 * look at it by themselves, so that none goes on with an old state because a notification was lost.
 */
async function createGeneration(db: Kysely<unknown>): Promise<void> {
  await sql`create table knowledge_generation (is_only boolean primary key default true check (is_only), number bigint not null)`.execute(
    db,
  );
  await sql`insert into knowledge_generation (number) values (0)`.execute(db);
  await sql`create function raise_knowledge_generation() returns trigger language plpgsql set search_path = yuwen as $$
    begin
      update knowledge_generation set number = number + 1;
      perform pg_notify('yuwen_knowledge', '');
      return null;
    end $$`.execute(db);
  // A draft is nobody's answer: only what is, was or becomes more than a draft counts.
  await sql`create trigger card_version_raises after update on card_version
    for each row when (old.state <> 'draft' or new.state <> 'draft') execute function raise_knowledge_generation()`.execute(
    db,
  );
  await sql`create trigger card_version_adds after insert on card_version
    for each row when (new.state <> 'draft') execute function raise_knowledge_generation()`.execute(db);
}

/** Which turns a card answered, and which near it did not; filled by the job that looks at every reply. */
async function createQuestions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('card_question')
    .addColumn('message_id', 'text', (column) => column.notNull().references('message.id').onDelete('cascade'))
    .addColumn('card_id', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('at', 'timestamptz', (column) => column.notNull())
    .addPrimaryKeyConstraint('card_question_once', ['message_id', 'card_id'])
    .execute();
  await db.schema.createIndex('card_question_of_card').on('card_question').columns(['card_id', 'at']).execute();
  await db.schema.createIndex('card_question_by_age').on('card_question').column('at').execute();
}
