import { type Kysely, sql } from 'kysely';

export const evalUpkeep = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .alterTable('eval_run')
      // When it last wrote: a run that says it is running and has been silent for long was killed.
      .addColumn('touched_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
      // When its cases were last read by the scorers, if that was after it was run.
      .addColumn('scored_at', 'timestamptz')
      .execute();
  },
};
