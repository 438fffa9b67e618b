import { spawn } from 'node:child_process';
import { open, readFile, stat } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { PostgresBinaries } from './postgres-binaries.ts';
import type { PostgresPlace } from './postgres-place.ts';
import { isAlive, readPostmasterPid, removeStalePid } from './postmaster-pid.ts';
import { bareEnvironment, type RunAs } from './run-program.ts';

/** Modest on purpose: desk and server together stay under 450 MB at rest. Durability (fsync, synchronous_commit) is left on. */
const settings = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  port: '5432',
  max_connections: '60',
  shared_buffers: '64MB',
  // The defaults, written down because the promise "a ticket with a number is in the record" rests on them.
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  // Compiling a query costs more than any of ours takes, and keeps LLVM in memory.
  jit: 'off',
  // Three reader processes fewer at rest; our data fits the cache.
  io_method: 'sync',
  autovacuum_max_workers: '2',
  max_worker_processes: '4',
  max_wal_size: '256MB',
  timezone: 'Asia/Shanghai',
  log_timezone: 'Asia/Shanghai',
  log_line_prefix: '%m [%p] %u ',
};

export interface StartAttempt {
  /** Whether the server we started has ended, and what was written to the log since. */
  ended(): Promise<string | undefined>;
}

/**
 * Starts the server as a child in a session of its own: Ctrl-C at the terminal reaches us alone, and we stop it in order.
 * Started twice by two desks, PostgreSQL's own lock lets one through.
 */
export async function startServer(
  place: PostgresPlace,
  { postgres }: PostgresBinaries,
  runAs: RunAs,
): Promise<StartAttempt> {
  await removeStalePid(place);
  const log = await open(place.logFile, 'a', 0o600);
  const { size: logStart } = await log.stat();
  const flags = Object.entries({ ...settings, unix_socket_directories: place.socketFolder });
  const args = ['-D', place.cluster, ...flags.flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  const child = spawn(postgres, args, {
    ...runAs,
    cwd: '/',
    env: bareEnvironment(),
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  });
  let hasEnded = false;
  child.once('error', () => {
    hasEnded = true;
  });
  child.once('exit', () => {
    hasEnded = true;
  });
  child.unref();
  await log.close();
  return { ended: async () => (hasEnded ? readFrom(place.logFile, logStart) : undefined) };
}

async function readFrom(file: string, start: number): Promise<string> {
  const text = await readFile(file);
  return text.subarray(start).toString('utf8');
}

/** Both are over by themselves in a moment: another desk is starting it, or the last processes of a killed one are leaving. */
export function isPassing(log: string): boolean {
  return log.includes('lock file "postmaster.pid" already exists') || log.includes('pre-existing shared memory block');
}

/** A fast shutdown: sessions are ended, everything is written, nothing has to be recovered at the next start. */
export async function stopServer(place: PostgresPlace): Promise<void> {
  const written = await readPostmasterPid(place.cluster);
  if (!written || !isAlive(written.pid)) return;
  process.kill(written.pid, 'SIGINT');
  const deadline = Date.now() + stopPatienceMs;
  while (isAlive(written.pid) && (await pidFileStands(place)) && Date.now() < deadline) await pause(10);
}

/** Longer than any checkpoint of ours; whoever waits is shutting down and may as well leave the rest to the server. */
const stopPatienceMs = 30_000;

const pidFileStands = (place: PostgresPlace) =>
  stat(`${place.cluster}/postmaster.pid`).then(
    () => true,
    () => false,
  );
