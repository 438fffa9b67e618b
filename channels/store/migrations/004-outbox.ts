import { type Kysely, sql } from 'kysely';

export const outbox = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('outbox_job')
      .addColumn('id', 'bigint', (column) => column.primaryKey().generatedAlwaysAsIdentity())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('payload', 'jsonb', (column) => column.notNull())
      .addColumn('unique_key', 'text')
      .addColumn('run_at', 'timestamptz', (column) => column.notNull())
      .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('leased_until', 'timestamptz')
      .addColumn('leased_by', 'text')
      .addColumn('done_at', 'timestamptz')
      .addColumn('dead_at', 'timestamptz')
      .addColumn('last_error', 'text')
      .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
      .execute();

    // Only what is still owed is looked for, so the indexes stay small however many jobs were ever done.
    await sql`create index outbox_job_owed on outbox_job (run_at, id) where done_at is null and dead_at is null`.execute(
      db,
    );
    await sql`create unique index outbox_job_open_key_once on outbox_job (unique_key)
      where done_at is null and dead_at is null`.execute(db);
    await sql`create index outbox_job_done on outbox_job (done_at) where done_at is not null`.execute(db);
  },
};
