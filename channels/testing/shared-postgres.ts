import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openEmbeddedPostgres } from '../store/embedded-postgres.ts';
import { isAlive, readPostmasterPid } from '../store/postmaster-pid.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where this run's one PostgreSQL server stands, once a test file has started it. */
    testPostgresFolder: string;
  }
}

const prefix = 'yuwen-tests-';

/** Vitest's global setup: names a folder for the run's server, and stops the server and sweeps up after the last file. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweepUpAfterKilledRuns();
  const folder = await mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`));
  await chmod(folder, 0o755); // run by root, the server belongs to another account, which has to pass
  project.provide('testPostgresFolder', folder);
  return async () => {
    await stop(folder);
    await rm(folder, { recursive: true, force: true });
  };
}

/** A run that was killed leaves its server running and its folder behind; both carry the number of its process. */
async function sweepUpAfterKilledRuns(): Promise<void> {
  const folders = (await readdir(tmpdir())).filter((name) => name.startsWith(prefix));
  for (const name of folders) {
    if (isAlive(Number.parseInt(name.slice(prefix.length), 10))) continue;
    await stop(join(tmpdir(), name));
    await rm(join(tmpdir(), name), { recursive: true, force: true });
  }
}

async function stop(folder: string): Promise<void> {
  const running = await readPostmasterPid(join(folder, 'postgres', 'cluster'));
  if (!running || !isAlive(running.pid)) return;
  const postgres = await openEmbeddedPostgres({ folder, notice: () => {} });
  await postgres.close();
}
