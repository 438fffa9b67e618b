import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { findServerAccount } from './postgres-account.ts';
import { findBinaries, type PostgresBinaries } from './postgres-binaries.ts';
import { ensureCluster, toStartError } from './postgres-cluster.ts';
import { findPlace, type PostgresPlace } from './postgres-place.ts';
import { isPassing, type StartAttempt, startServer, stopServer } from './postgres-server.ts';
import { isAlive, readPostmasterPid } from './postmaster-pid.ts';
import { toFolderError } from './record-error.ts';
import type { RunAs } from './run-program.ts';

export interface EmbeddedPostgres {
  /** For `pg`, without user and database. The superuser is `postgres`; nobody is asked for a password. */
  readonly connection: { readonly host: string; readonly port: number };
  /** Where the record really lies; not always in the data folder. */
  readonly folder: string;
  close(): Promise<void>;
}

interface Server {
  readonly place: PostgresPlace;
  readonly binaries: PostgresBinaries;
  readonly runAs: RunAs;
  readonly notice: (text: string) => void;
}

/** Any number; one per use of advisory locks in the maintenance database. */
const presenceLock = 1_236_001;

/** Crash recovery after a power cut may take minutes and must not be cut short; a failed start is noticed at once. */
const startPatienceMs = 300_000;

/**
 * A real PostgreSQL 18 in the data folder: started, or joined when it already runs, and stopped by the last desk to leave.
 *
 * Who is here is known to the server itself: every desk holds one connection with a shared advisory lock. A killed desk's
 * connection goes with it, so no list of desks can ever be stale. The last to leave gets the lock alone and stops the server.
 */
export async function openEmbeddedPostgres(options: {
  folder: string;
  notice: (text: string) => void;
}): Promise<EmbeddedPostgres> {
  const { folder, notice } = options;
  const runAs = await findServerAccount(notice);
  const place = await findPlace(folder, runAs, notice);
  const binaries = await findBinaries(place, runAs);
  const server = { place, binaries, runAs, notice };
  try {
    await ensureCluster(place, binaries, runAs);
    return await stayPresent(server);
  } catch (cause) {
    throw toFolderError(place.folder, cause);
  }
}

async function stayPresent(server: Server): Promise<EmbeddedPostgres> {
  let presence = await join(server);
  let isClosing = false;
  let rejoining: Promise<void> | undefined;
  const watch = () =>
    presence.once('end', () => {
      if (isClosing) return;
      server.notice('PostgreSQL went away; starting it again.');
      rejoining = join(server).then(
        (again) => {
          presence = again;
          watch();
        },
        (error) => server.notice(`PostgreSQL could not be started again: ${error.message}`),
      );
    });
  watch();

  return {
    connection: { host: presence.host, port: presence.port },
    folder: server.place.folder,
    async close() {
      if (isClosing) return;
      isClosing = true;
      await rejoining;
      await leave(presence, server.place);
    },
  };
}

/** Connects, starting the server when nobody has. Ends with our presence known to it. */
async function join(server: Server): Promise<pg.Client> {
  const deadline = Date.now() + startPatienceMs;
  let attempt: StartAttempt | undefined;
  for (;;) {
    const joined = await tryToEnter(server.place);
    if (joined.client) return joined.client;
    const failure = await attempt?.ended();
    if (failure !== undefined && !isPassing(failure)) throw toStartError(server.place, failure);
    if (Date.now() > deadline) throw toStartError(server.place, 'it did not answer for five minutes');
    if (joined.isNotRunning && (!attempt || failure !== undefined)) {
      attempt = await startServer(server.place, server.binaries, server.runAs);
    }
    await pause(failure === undefined ? 20 : 200);
  }
}

type Entered = { client: pg.Client } | { client?: undefined; isNotRunning: boolean };

async function tryToEnter(place: PostgresPlace): Promise<Entered> {
  const running = await readPostmasterPid(place.cluster);
  const isRunning = running !== undefined && isAlive(running.pid);
  // The desk that started it may have had another TMPDIR, so the server's own word about its socket goes first.
  const host = (isRunning && running.socketFolder) || place.socketFolder;
  const client = new pg.Client({
    host,
    port: 5432,
    user: 'postgres',
    database: 'postgres',
    application_name: 'yuwen-desk',
  });
  client.on('error', () => {}); // followed by 'end', which the watch is for
  try {
    await client.connect();
    // Waits while a last desk holds it alone; that desk then stops the server, this call fails and we start over.
    await client.query('select pg_advisory_lock_shared($1)', [presenceLock]);
    handleOf(client).unref(); // being present is no reason for a process to go on that has nothing left to do
    return { client };
  } catch (cause) {
    await client.end().catch(() => {});
    if (isComingOrGoing(cause)) return { isNotRunning: isNoServer(cause) };
    throw cause;
  }
}

/** Both methods are documented, and missing from @types/pg. */
const handleOf = (client: pg.Client) => client as unknown as { ref(): void; unref(): void };

const isNoServer = (cause: unknown) => ['ENOENT', 'ECONNREFUSED'].includes((cause as NodeJS.ErrnoException).code ?? '');

/** Starting up and shutting down (57P0x), cut off meanwhile, or not there at all. */
function isComingOrGoing(cause: unknown): boolean {
  const { code, message } = cause as NodeJS.ErrnoException;
  if (isNoServer(cause) || code === 'ECONNRESET' || code === 'EPIPE') return true;
  // The two sentences of `pg`, which gives them no code.
  return code?.startsWith('57P0') || /^(Connection terminated|Client has encountered a connection error)/.test(message);
}

async function leave(presence: pg.Client, place: PostgresPlace): Promise<void> {
  handleOf(presence).ref();
  try {
    await presence.query('select pg_advisory_unlock_shared($1)', [presenceLock]);
    const { rows } = await presence.query('select pg_try_advisory_lock($1) as alone', [presenceLock]);
    if (rows[0].alone) await stopServer(place);
  } catch (cause) {
    if (!isComingOrGoing(cause)) throw cause; // it is gone already, which is what we want
  } finally {
    await presence.end().catch(() => {});
  }
}
