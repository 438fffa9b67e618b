import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { type EmbeddedPostgres, openEmbeddedPostgres } from '../store/embedded-postgres.ts';
import { closeToStrangers, prepareDatabase } from '../store/embedded-server.ts';
import { migrate } from '../store/migrate.ts';
import { connect, type DeskRecord } from '../store/open-record.ts';
import type { DatabaseRole } from '../store/roles.ts';

const template = 'yuwen_template';

/** Any number; the first test file to come makes the template, the others wait. */
const templateLock = 1_236_009;

let server: Promise<EmbeddedPostgres> | undefined;

/**
 * An empty record of one's own, migrated, on the run's one PostgreSQL server: a copy of a template, so it takes some
 * 50 ms. `close` drops it. The server stays for the next test file; the run's global setup stops it.
 */
export async function openTestRecord(): Promise<DeskRecord> {
  server ??= openEmbeddedPostgres({ folder: inject('testPostgresFolder'), notice: () => {} });
  const { connection } = await server;
  const database = `test_${randomBytes(6).toString('hex')}`;
  await asAdmin(connection, async (admin) => {
    await ensureTemplate(admin, connection);
    await admin.query(`create database ${database} template ${template}`);
    await admin.query(closeToStrangers(database)); // the one thing that a copy does not take from its template
  });
  const connectionOf = (user: DatabaseRole) => ({ ...connection, user, database });
  const close = () =>
    asAdmin(connection, async (admin) => {
      await admin.query(`drop database ${database} with (force)`);
    });
  return connect({ connectionOf, description: 'PostgreSQL of this test run', close }, () => {});
}

async function ensureTemplate(admin: pg.Client, connection: EmbeddedPostgres['connection']): Promise<void> {
  await admin.query('select pg_advisory_lock($1)', [templateLock]);
  const { rowCount } = await admin.query('select from pg_database where datname = $1', [template]);
  if (rowCount === 0) {
    await prepareDatabase(connection, template);
    await migrate({ ...connection, user: 'yuwen_owner', database: template });
  }
  await admin.query('select pg_advisory_unlock($1)', [templateLock]);
}

async function asAdmin(connection: EmbeddedPostgres['connection'], work: (admin: pg.Client) => Promise<void>) {
  const admin = new pg.Client({ ...connection, user: 'postgres', database: 'postgres' });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}
