import { type Kysely, sql } from 'kysely';

export const evalRuns = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('eval_run')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('suite', 'text', (column) => column.notNull())
      .addColumn('data', 'text', (column) => column.notNull())
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('identity', 'jsonb', (column) => column.notNull())
      .addColumn('n', 'integer', (column) => column.notNull())
      .addColumn('errors', 'integer', (column) => column.notNull())
      .addColumn('metrics', 'jsonb', (column) => column.notNull())
      .addColumn('slices', 'jsonb', (column) => column.notNull())
      .addColumn('started_at', 'timestamptz', (column) => column.notNull())
      .addColumn('finished_at', 'timestamptz')
      .execute();
    // The dashboard: the newest runs, and the history of one suite over one data set.
    await db.schema.createIndex('eval_run_by_age').on('eval_run').column('started_at').execute();
    await db.schema.createIndex('eval_run_by_suite').on('eval_run').columns(['suite', 'data', 'started_at']).execute();

    await db.schema
      .createTable('eval_case')
      .addColumn('run_id', 'text', (column) => column.notNull().references('eval_run.id').onDelete('cascade'))
      .addColumn('case_id', 'text', (column) => column.notNull())
      .addColumn('input', 'jsonb', (column) => column.notNull())
      .addColumn('output', 'jsonb', (column) => column.notNull())
      .addColumn('scores', 'jsonb', (column) => column.notNull().defaultTo(sql`'{}'::jsonb`))
      .addColumn('error', 'text')
      .addColumn('elapsed_ms', 'double precision', (column) => column.notNull())
      .addPrimaryKeyConstraint('eval_case_once', ['run_id', 'case_id'])
      .execute();
  },
};
