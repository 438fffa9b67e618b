import pg from 'pg';
import { openEmbeddedPostgres } from './embedded-postgres.ts';
import type { ReadyServer } from './ready-server.ts';
import { provision, provisioningStatements } from './roles.ts';

export async function openEmbeddedServer(folder: string, notice: (text: string) => void): Promise<ReadyServer> {
  const postgres = await openEmbeddedPostgres({ folder, notice });
  try {
    await prepareDatabase(postgres.connection, 'yuwen');
  } catch (cause) {
    await postgres.close();
    throw cause;
  }
  return {
    connectionOf: (user) => ({ ...postgres.connection, user, database: 'yuwen' }),
    description: `PostgreSQL 18 in ${postgres.folder}, socket ${postgres.connection.host}`,
    close: () => postgres.close(),
  };
}

/** As the superuser of the embedded server: roles, the database and its schemas, where they are missing. */
export async function prepareDatabase(connection: pg.ClientConfig, database: string): Promise<void> {
  await asAdmin({ ...connection, user: 'postgres', database: 'postgres' }, async (admin) => {
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [database]);
    if (rowCount === 0) await createDatabase(admin, database);
  });
  await asAdmin({ ...connection, user: 'postgres', database }, async (admin) => {
    await provision(admin, [...provisioningStatements(), closeToStrangers(database)]);
  });
}

/** Only where the database is ours alone: in a shared one this would take something from its other users. */
export const closeToStrangers = (database: string) => `revoke temporary on database ${database} from public`;

async function createDatabase(admin: pg.Client, database: string): Promise<void> {
  await admin.query(`create database ${database}`).catch((cause) => {
    if (cause.code !== '42P04' && cause.code !== '23505') throw cause; // another desk was quicker
  });
}

async function asAdmin<T>(config: pg.ClientConfig, work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client(config);
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}
