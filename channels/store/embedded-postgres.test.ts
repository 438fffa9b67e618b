import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { openEmbeddedPostgres } from './embedded-postgres.ts';

const undo: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

async function freshFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'yuwen-pg-'));
  undo.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function openIn(folder: string) {
  const notices: string[] = [];
  const postgres = await openEmbeddedPostgres({ folder, notice: (text) => notices.push(text) });
  undo.push(() => postgres.close());
  return { ...postgres, notices };
}

async function ask(connection: { host: string; port: number }, text: string) {
  const client = new pg.Client({ ...connection, user: 'postgres', database: 'postgres' });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

describe('openEmbeddedPostgres', () => {
  it('starts a PostgreSQL 18 that answers on a socket and on no network address', async () => {
    const { connection } = await openIn(await freshFolder());
    const [row] = await ask(
      connection,
      "select current_setting('server_version_num')::int / 10000 as major, current_setting('listen_addresses') as listens, current_setting('fsync') as fsync",
    );
    expect(row).toEqual({ major: 18, listens: '', fsync: 'on' });
  });

  it('lets two desks open one new folder at the same time and stops with the last', async () => {
    const folder = await freshFolder();
    const [one, two] = await Promise.all([openIn(folder), openIn(folder)]);
    const number = 'select pg_postmaster_start_time()::text as started';
    expect(await ask(one.connection, number)).toEqual(await ask(two.connection, number));

    await one.close();
    expect(await ask(two.connection, 'select 1 as alive')).toEqual([{ alive: 1 }]);
    await two.close();
    await expect(ask(two.connection, 'select 1')).rejects.toThrow();
  });
});
