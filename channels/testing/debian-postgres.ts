import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import pg from 'pg';
import { findServerAccount } from '../store/postgres-account.ts';
import { runProgram } from '../store/run-program.ts';

export interface DebianPostgres {
  readonly port: number;
  /** As the superuser, for what an administrator would do. */
  administer(...statements: string[]): Promise<void>;
  close(): Promise<void>;
}

/** The system's own PostgreSQL on a free port, asking for passwords: what a city's server looks like from here. */
export async function openDebianPostgres(program: string): Promise<DebianPostgres> {
  const runAs = await findServerAccount(() => {});
  const folder = await mkdtemp(join(tmpdir(), 'yuwen-city-'));
  const passwordFile = join(folder, 'password');
  await writeFile(passwordFile, 'superuser-password');
  if (runAs) for (const path of [folder, passwordFile]) await chown(path, runAs.uid, runAs.gid);
  const cluster = join(folder, 'cluster');
  const options = [
    '-D',
    cluster,
    '-U',
    'postgres',
    '--auth=scram-sha-256',
    '--pwfile',
    passwordFile,
    '-E',
    'UTF8',
    '--no-sync',
  ];
  const made = await runProgram(join(dirname(program), 'initdb'), options, runAs);
  if (made.exitCode !== 0) throw new Error(made.output);

  const port = await freePort();
  const flags = ['-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=${folder}`];
  const server = spawn(program, ['-D', cluster, ...flags], { ...runAs, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] });
  await readyToAccept(server.stderr);

  return {
    port,
    async administer(...statements) {
      const admin = new pg.Client({
        host: '127.0.0.1',
        port,
        user: 'postgres',
        password: 'superuser-password',
        database: 'postgres',
      });
      await admin.connect();
      for (const statement of statements) await admin.query(statement);
      await admin.end();
    },
    async close() {
      server.kill('SIGINT');
      await once(server, 'exit');
      await rm(folder, { recursive: true });
    },
  };
}

async function readyToAccept(log: Readable): Promise<void> {
  let said = '';
  for await (const chunk of log.iterator({ destroyOnReturn: false })) {
    said += chunk;
    if (said.includes('ready to accept connections')) return void log.resume();
  }
  throw new Error(`PostgreSQL did not start: ${said}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return address.port;
}
