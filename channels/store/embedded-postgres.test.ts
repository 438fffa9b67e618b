import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { patience } from '../testing/queue-contract.ts';
import { type EmbeddedPostgres, openEmbeddedPostgres } from './embedded-postgres.ts';
import { findServerAccount } from './postgres-account.ts';
import { toStartError } from './postgres-cluster.ts';
import { isAlive, readPostmasterPid } from './postmaster-pid.ts';

const undo: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

async function freshFolder(mode = 0o755) {
  const folder = await mkdtemp(join(tmpdir(), 'yuwen-pg-'));
  await chmod(folder, mode);
  undo.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function openIn(folder: string) {
  const notices: string[] = [];
  const postgres = await openEmbeddedPostgres({ folder, notice: (text) => notices.push(text) });
  undo.push(() => postgres.close());
  return { ...postgres, notices };
}

async function ask({ connection }: Pick<EmbeddedPostgres, 'connection'>, text: string) {
  const client = new pg.Client({ ...connection, user: 'postgres', database: 'postgres' });
  client.on('error', () => {});
  try {
    await client.connect();
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

const clusterOf = (folder: string) => join(folder, 'postgres', 'cluster');
const startOf = (postgres: EmbeddedPostgres) => ask(postgres, 'select pg_postmaster_start_time()::text as started');

async function serverPid(folder: string): Promise<number> {
  const written = await readPostmasterPid(clusterOf(folder));
  expect(written).toBeDefined();
  return written!.pid;
}

describe('the embedded PostgreSQL', () => {
  it('is a PostgreSQL 18 that writes through to the disk and listens on a socket alone', async () => {
    const postgres = await openIn(await freshFolder());
    const [row] = await ask(
      postgres,
      `select current_setting('server_version_num')::int / 10000 as major, current_setting('listen_addresses') as listens,
        current_setting('fsync') as fsync, current_setting('synchronous_commit') as synchronous`,
    );
    expect(row).toEqual({ major: 18, listens: '', fsync: 'on', synchronous: 'on' });
  });

  it('is shared by two desks that open a new folder at the same moment, and stops with the last', async () => {
    const folder = await freshFolder();
    const [one, two] = await Promise.all([openIn(folder), openIn(folder)]);
    expect(await startOf(one)).toEqual(await startOf(two));

    await one.close();
    expect(await ask(two, 'select 1 as alive')).toEqual([{ alive: 1 }]);
    await two.close();
    await expect(ask(two, 'select 1')).rejects.toThrow();
  });

  it('serves a desk that opens it while the last one closes', async () => {
    const folder = await freshFolder();
    for (let round = 0; round < 5; round++) {
      const leaving = await openIn(folder);
      const [coming] = await Promise.all([openIn(folder), leaving.close()]);
      expect(await ask(coming, 'select 1 as alive')).toEqual([{ alive: 1 }]);
      await coming.close();
    }
  });

  it('is started again for the desks that use it when it is killed', async () => {
    const folder = await freshFolder();
    const desk = await openIn(folder);
    process.kill(await serverPid(folder), 'SIGKILL');
    await vi.waitFor(async () => expect(await ask(desk, 'select 1 as alive')).toHaveLength(1), patience);
    expect(desk.notices).toEqual(['PostgreSQL went away; starting it again.']);
  });
});

describe('what a crash leaves behind', () => {
  it('loses no committed row when the desk is killed, and the next desk joins the server that lived on', async () => {
    const folder = await freshFolder();
    const child = spawn(process.execPath, ['channels/testing/run-ts.mjs', 'channels/testing/writing-desk.ts', folder]);
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
    });
    await vi.waitFor(() => expect(said.split('\n').length).toBeGreaterThan(50), patience);
    const pid = await serverPid(folder);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const committed = said.split('\n').filter((line, index, lines) => line && index < lines.length - 1);

    const next = await openIn(folder);
    expect(await serverPid(folder)).toBe(pid);
    const client = new pg.Client({ ...next.connection, user: 'yuwen_app', database: 'yuwen' });
    await client.connect();
    const { rows } = await client.query("select subject from audit where action = 'write'");
    await client.end();
    const kept = new Set(rows.map(({ subject }) => subject));
    expect(committed.filter((number) => !kept.has(number))).toEqual([]);
    expect(committed.length).toBeGreaterThan(49);
  });

  it('is recovered from when the server itself was killed', async () => {
    const folder = await freshFolder();
    const desk = await openIn(folder);
    await ask(desk, 'create table kept (n int); insert into kept values (7)');
    const pid = await serverPid(folder);
    await killBoth(desk, pid);
    expect(await ask(await openIn(folder), 'select n from kept')).toEqual([{ n: 7 }]);
  });

  it('is recovered from when the number of the dead server was given to another process', async () => {
    const folder = await freshFolder();
    await (await openIn(folder)).close();
    // Of the server's own account: of another's PostgreSQL itself sees that it cannot be its own.
    const stranger = spawn('sleep', ['60'], { ...(await findServerAccount(() => {})) });
    undo.push(async () => stranger.kill());
    const lines = [stranger.pid, clusterOf(folder), 0, 5432, join(folder, 'postgres', 'socket'), '', '0 0', 'ready'];
    await writeFile(join(clusterOf(folder), 'postmaster.pid'), `${lines.join('\n')}\n`);
    expect(await ask(await openIn(folder), 'select 1 as alive')).toEqual([{ alive: 1 }]);
  });

  it('is swept away when it is a cluster that was never finished', async () => {
    const folder = await freshFolder();
    const halfMade = join(folder, 'postgres', `cluster.new-${process.pid}-0a0b0c0d`);
    await mkdir(halfMade, { recursive: true });
    await writeFile(join(halfMade, 'PG_VERSION'), '18\n');
    await openIn(folder);
    expect((await readdir(join(folder, 'postgres'))).filter((name) => name.startsWith('cluster'))).toEqual(['cluster']);
  });
});

/** As a power cut does: the desk cannot start the server again, since it is gone with it. */
async function killBoth(desk: EmbeddedPostgres, pid: number): Promise<void> {
  const closing = desk.close();
  process.kill(pid, 'SIGKILL');
  await closing;
}

describe('places that are not as one would wish', () => {
  it('puts the socket into a short folder when the data folder has a long path', async () => {
    const folder = join(await freshFolder(), '长'.repeat(30));
    const { connection } = await openIn(folder);
    undo.push(() => rm(connection.host, { recursive: true, force: true }));
    expect(Buffer.byteLength(connection.host)).toBeLessThan(60);
  });

  it.runIf(process.getuid?.() === 0)(
    'keeps the record elsewhere, and says so, where its account cannot enter',
    async () => {
      const folder = await freshFolder(0o700);
      const desk = await openIn(folder);
      await ask(desk, 'create table kept (n int)');
      await desk.close();
      const elsewhere = (await readFile(join(folder, 'postgres', 'kept-elsewhere.txt'), 'utf8')).trim();
      undo.push(() => rm(elsewhere, { recursive: true, force: true }));
      expect(desk.notices).toEqual([expect.stringContaining(`the record is kept in ${elsewhere}.`)]);

      const again = await openIn(folder);
      expect(await ask(again, 'select * from kept')).toEqual([]);
      expect(again.notices).toEqual([]);
    },
  );

  it('says what to do about a folder that it cannot write to', async () => {
    const file = join(await freshFolder(), 'a-file');
    await writeFile(file, '');
    await expect(openIn(file)).rejects.toMatchObject({
      code: 'folder_not_writable',
      message: expect.stringContaining('DATA_FOLDER'),
    });
  });

  it('does not touch a record that another PostgreSQL made', async () => {
    const folder = await freshFolder();
    await mkdir(clusterOf(folder), { recursive: true });
    await writeFile(join(clusterOf(folder), 'PG_VERSION'), '15\n');
    await expect(openIn(folder)).rejects.toMatchObject({ code: 'postgres_other_version' });
    expect(await readdir(clusterOf(folder))).toEqual(['PG_VERSION']);
  });

  it('tells a full disk from other reasons not to start', () => {
    const place = { folder: '/f', cluster: '/f/cluster', socketFolder: '/f/socket', logFile: '/f/server.log' };
    const full = 'initdb: error: could not write to file "x": No space left on device';
    expect(toStartError(place, full)).toMatchObject({ code: 'disk_full' });
    expect(toStartError(place, '12:00 [7] FATAL:  could not map anonymous shared memory: x')).toMatchObject({
      code: 'postgres_not_startable',
      message: expect.stringContaining('could not map anonymous shared memory'),
    });
  });
});

it('knows a process that lives from one that does not', async () => {
  const child = spawn('true');
  await once(child, 'exit');
  expect([isAlive(process.pid), isAlive(child.pid!)]).toEqual([true, false]);
});
