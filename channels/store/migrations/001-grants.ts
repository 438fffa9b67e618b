import { type Kysely, sql } from 'kysely';

/**
 * What the roles may do to every table that the owner makes from here on. A migration that wants less for one table
 * (rows that are only ever added) takes it away again where it makes the table.
 */
export const grants = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`grant usage on schema yuwen to yuwen_app`.execute(db);
    await sql`grant usage on schema data_platform to yuwen_app, yuwen_reader`.execute(db);
    for (const schema of [sql`yuwen`, sql`data_platform`]) {
      await sql`alter default privileges in schema ${schema} grant select, insert, update, delete on tables to yuwen_app`.execute(
        db,
      );
      await sql`alter default privileges in schema ${schema} grant usage, select on sequences to yuwen_app`.execute(db);
    }
    await sql`alter default privileges in schema data_platform grant select on tables to yuwen_reader`.execute(db);
  },
};
