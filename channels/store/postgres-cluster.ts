import { randomBytes } from 'node:crypto';
import { readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { PostgresBinaries } from './postgres-binaries.ts';
import type { PostgresPlace } from './postgres-place.ts';
import { isAlive } from './postmaster-pid.ts';
import { diskFull, RecordError } from './record-error.ts';
import { type RunAs, runProgram } from './run-program.ts';

const majorVersion = '18';

/**
 * Who may connect is decided by the file system: the socket stands in a folder of mode 0700, so whoever reaches it can
 * read the data files too, and a password kept beside them would protect nothing more. Hence trust, and no TCP at all.
 */
const authentication = 'trust';

/** What this very process is making just now, for another desk in it. */
const inTheMaking = new Set<string>();

/**
 * Makes the cluster when there is none. It is made under another name and renamed when whole, so a process killed halfway
 * leaves only a folder to sweep away, and of two desks that make one at the same time the second uses the first's.
 */
export async function ensureCluster(place: PostgresPlace, { initdb }: PostgresBinaries, runAs: RunAs): Promise<void> {
  const version = await clusterVersion(place.cluster);
  if (version === majorVersion) return;
  if (version) throw otherVersion(place, version);

  await sweepHalfMade(place);
  const half = `${place.cluster}.new-${process.pid}-${randomBytes(4).toString('hex')}`;
  inTheMaking.add(half);
  await initialise(initdb, half, place, runAs).finally(() => inTheMaking.delete(half));
  await rename(half, place.cluster).catch(async (cause) => {
    await rm(half, { recursive: true });
    if ((await clusterVersion(place.cluster)) !== majorVersion) throw cause;
  });
}

async function initialise(initdb: string, half: string, place: PostgresPlace, runAs: RunAs): Promise<void> {
  // The built-in locale sorts alike on every system, so an upgrade of the system's libraries never spoils an index.
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--encoding=UTF8'];
  const args = ['-D', half, '-U', 'postgres', `--auth=${authentication}`, ...locale, '--no-instructions'];
  const { exitCode, output } = await runProgram(initdb, args, runAs);
  if (exitCode === 0) return;
  await rm(half, { recursive: true, force: true });
  throw toStartError(place, output);
}

async function clusterVersion(cluster: string): Promise<string | undefined> {
  const text = await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch((cause) => {
    if (cause.code === 'ENOENT') return undefined;
    throw cause;
  });
  return text?.trim();
}

async function sweepHalfMade(place: PostgresPlace): Promise<void> {
  const prefix = `${basename(place.cluster)}.new-`;
  const halves = (await readdir(dirname(place.cluster))).filter((name) => name.startsWith(prefix));
  for (const name of halves) {
    const maker = Number.parseInt(name.slice(prefix.length), 10);
    // Our own number on it means that it is older than us: process numbers come round again, in containers at once.
    const half = join(dirname(place.cluster), name);
    if (inTheMaking.has(half) || (maker !== process.pid && isAlive(maker))) continue;
    await rm(half, { recursive: true, force: true });
  }
}

/** Reads the cause out of what initdb or the server wrote (in English: they run with LC_ALL=C). */
export function toStartError(place: PostgresPlace, output: string): RecordError {
  const cause = new Error(output.trim());
  if (output.includes('No space left on device') || output.includes('Disk quota exceeded')) {
    return diskFull(place.folder, cause);
  }
  const reason = /(?:FATAL|error): +(.+)/.exec(output)?.[1] ?? output.trim().split('\n').at(-1);
  return new RecordError(
    'postgres_not_startable',
    `PostgreSQL did not start in ${place.folder}: ${reason || 'it said nothing'}. Its own words are in ${place.logFile}.`,
    { cause },
  );
}

function otherVersion(place: PostgresPlace, version: string) {
  return new RecordError(
    'postgres_other_version',
    `The record in ${place.cluster} was made by PostgreSQL ${version}, and this desk brings ${majorVersion}. ` +
      `Start it with the desk that made it and move the data by pg_dump, or name a new folder with DATA_FOLDER.`,
  );
}
