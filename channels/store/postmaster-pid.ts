import { readdir, readFile, readlink, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { PostgresPlace } from './postgres-place.ts';

export interface PostmasterPid {
  readonly pid: number;
  readonly socketFolder: string;
}

/** What a running server (or one that was killed) wrote about itself: line 1 is its number, line 5 its socket folder. */
export async function readPostmasterPid(cluster: string): Promise<PostmasterPid | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = text.split('\n');
  const pid = Number.parseInt(lines[0] ?? '', 10);
  return pid > 0 ? { pid, socketFolder: lines[4]?.trim() ?? '' } : undefined;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM'; // alive, but another user's
  }
}

/**
 * Removes the lock files of a dead server whose process number has been given to something else since. PostgreSQL sees
 * that number alive and would refuse to start for ever; where the number is simply dead it tidies up by itself.
 */
export async function removeStalePid(place: PostgresPlace): Promise<void> {
  const written = await readPostmasterPid(place.cluster);
  if (!written || !isAlive(written.pid) || (await anyServerIn(place.cluster))) return;
  await rm(join(place.cluster, 'postmaster.pid'), { force: true });
  await rm(join(written.socketFolder || place.socketFolder, '.s.PGSQL.5432.lock'), { force: true });
}

/**
 * Every process of a PostgreSQL server works in its data folder, so on Linux the kernel can be asked; a pid file must
 * never be taken from a server that lives. Elsewhere we do not know, and leave the file to PostgreSQL.
 */
async function anyServerIn(cluster: string): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  const processes = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  // A process that ended meanwhile, or one of another user's, is none of ours.
  const folders = await Promise.all(processes.map((pid) => readlink(`/proc/${pid}/cwd`).catch(() => '')));
  return folders.includes(cluster);
}
