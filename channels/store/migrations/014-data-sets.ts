import { type Kysely, sql } from 'kysely';

/** Data sets made in the product: what reviews and imports add to the suites' own. Versions are only ever added. */
export const dataSets = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('data_set_version')
      .addColumn('suite', 'text', (column) => column.notNull())
      .addColumn('data_set', 'text', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('cases', 'integer', (column) => column.notNull())
      .addColumn('digest', 'text', (column) => column.notNull())
      .addColumn('note', 'text', (column) => column.notNull())
      .addColumn('actor', 'text', (column) => column.notNull())
      .addColumn('at', 'timestamptz', (column) => column.notNull())
      .addPrimaryKeyConstraint('data_set_version_once', ['suite', 'data_set', 'version'])
      .execute();

    await db.schema
      .createTable('data_set_case')
      .addColumn('suite', 'text', (column) => column.notNull())
      .addColumn('data_set', 'text', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('case_id', 'text', (column) => column.notNull())
      .addColumn('split', 'text', (column) => column.notNull())
      // Null takes the case out of this version and those that follow.
      .addColumn('body', 'jsonb')
      .addColumn('review_item_id', 'text', (column) => column.references('review_item.id'))
      .addPrimaryKeyConstraint('data_set_case_once', ['suite', 'data_set', 'case_id', 'version'])
      .addForeignKeyConstraint('data_set_case_version', ['suite', 'data_set', 'version'], 'data_set_version', [
        'suite',
        'data_set',
        'version',
      ])
      // What reviewers have seen must never judge a release as if it were unseen.
      .addCheckConstraint(
        'reviewed_cases_are_regressions',
        sql`review_item_id is null or (data_set = 'regression' and split = 'regression')`,
      )
      .addCheckConstraint('known_split', sql`split in ('train', 'dev', 'test', 'regression')`)
      .execute();
    await sql`revoke update, delete on data_set_version, data_set_case from yuwen_app`.execute(db);
  },
};
