import { createHash, randomBytes } from 'node:crypto';
import { access, chmod, chown, lstat, mkdir, readFile, realpath, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RecordError, toFolderError } from './record-error.ts';
import { type RunAs, runProgram } from './run-program.ts';

/** Where one embedded server keeps its things. The folder is open to its account alone (0700). */
export interface PostgresPlace {
  readonly folder: string;
  /** PGDATA. */
  readonly cluster: string;
  readonly socketFolder: string;
  readonly logFile: string;
}

/** Used only when root starts the desk in a folder that the `postgres` account cannot enter. */
const sharedFolder = '/var/lib/yuwen';

/** The kernel's limit for the whole path is 108 bytes on Linux and 104 on macOS; the file name in it takes 20. */
const longestSocketFolderBytes = 80;

export async function findPlace(
  dataFolder: string,
  runAs: RunAs,
  notice: (text: string) => void,
): Promise<PostgresPlace> {
  const own = join(dataFolder, 'postgres');
  try {
    await mkdir(own, { recursive: true });
    const folder = await chooseFolder(await realpath(own), runAs, notice);
    const socketFolder = await makeSocketFolder(folder, runAs);
    return { folder, cluster: join(folder, 'cluster'), socketFolder, logFile: join(folder, 'server.log') };
  } catch (cause) {
    throw toFolderError(own, cause);
  }
}

async function chooseFolder(own: string, runAs: RunAs, notice: (text: string) => void): Promise<string> {
  const pointer = join(own, 'kept-elsewhere.txt');
  const elsewhere = await readFile(pointer, 'utf8').catch(() => undefined);
  if (elsewhere) return elsewhere.trim();

  await giveTo(own, runAs);
  if (!runAs || (await canEnter(own, runAs))) return own;
  if (await exists(join(own, 'cluster'))) throw closedFolder(own);
  return moveElsewhere(pointer, runAs, notice);
}

/**
 * The name is random and written down in the data folder, not derived from its path: a moved folder keeps its record,
 * and a folder that was deleted and made again does not wake up with the old one.
 */
async function moveElsewhere(pointer: string, runAs: RunAs, notice: (text: string) => void): Promise<string> {
  const fresh = join(sharedFolder, randomBytes(8).toString('hex'));
  // Of two desks that get here together the first to write decides.
  await writeFile(pointer, `${fresh}\n`, { flag: 'wx' }).catch((cause) => {
    if (cause.code !== 'EEXIST') throw cause;
  });
  const folder = (await readFile(pointer, 'utf8')).trim();
  await mkdir(folder, { recursive: true });
  await giveTo(folder, runAs);
  notice(`The account that runs PostgreSQL cannot enter the data folder, so the record is kept in ${folder}.`);
  return folder;
}

async function giveTo(folder: string, runAs: RunAs): Promise<void> {
  if (runAs) await chown(folder, runAs.uid, runAs.gid);
  await chmod(folder, 0o700);
}

/** Asked of the system itself, by trying: access lists and mount options decide too, not the mode bits alone. */
async function canEnter(folder: string, runAs: RunAs): Promise<boolean> {
  const tried = await runProgram('/bin/sh', ['-c', 'cd "$1" && test -w .', 'sh', folder], runAs);
  return tried.exitCode === 0;
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

function closedFolder(folder: string) {
  return new RecordError(
    'folder_not_writable',
    `The record in ${folder} can no longer be entered by the account "postgres" that owns it. Make the folders above it passable (chmod o+x) again.`,
  );
}

async function makeSocketFolder(folder: string, runAs: RunAs): Promise<string> {
  const inside = join(folder, 'socket');
  const isShort = Buffer.byteLength(inside) <= longestSocketFolderBytes;
  const socketFolder = isShort ? inside : shortSocketFolder(folder);
  await mkdir(socketFolder, { mode: 0o700, recursive: true });
  await refuseSomebodyElses(socketFolder, runAs);
  await giveTo(socketFolder, runAs);
  return socketFolder;
}

function shortSocketFolder(folder: string): string {
  const digest = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  return join(tmpdir(), `yuwen-${digest}`);
}

/** Anybody may make a folder of that name under the shared temporary folder and wait for us in it. */
async function refuseSomebodyElses(folder: string, runAs: RunAs): Promise<void> {
  const found = await lstat(folder);
  const ours = [process.getuid?.(), runAs?.uid].includes(found.uid);
  if (found.isDirectory() && ours) return;
  throw new RecordError(
    'folder_not_writable',
    `${folder}, needed for the database socket, belongs to somebody else. Remove it, or set TMPDIR to a folder of your own.`,
  );
}
