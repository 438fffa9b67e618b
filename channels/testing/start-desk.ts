import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { projectRoot } from '../cli/project-root.ts';

export interface StartedDesk {
  address: string;
  /** Passwords by account name; only the first start on a folder makes them. */
  passwords: Record<string, string>;
  /** kill -9, as a machine that fails. */
  kill(): Promise<void>;
  /** SIGTERM, and the exit code. */
  stop(): Promise<number | null>;
}

/** A folder for a desk, gone with `dispose`. Run as root, the record belongs to another account, which has to pass. */
export async function openDeskFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'yuwen-desk-'));
  await chmod(folder, 0o755);
  return { folder, dispose: () => rm(folder, { recursive: true, force: true }) };
}

/** Starts the desk as its users do, in a process of its own, on a port of its own. */
export async function startDesk(dataFolder: string, settings: Record<string, string> = {}): Promise<StartedDesk> {
  const root = projectRoot();
  const env = { ...process.env, PORT: '0', DATA_FOLDER: dataFolder, LOG_LEVEL: 'error', ...settings };
  const desk = spawn(process.execPath, [join(root, 'scripts/yuwen.mjs'), 'start', '--json'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  desk.stderr!.on('data', (piece: Buffer) => said.push(piece.toString()));
  const { address, accounts } = await greetingOf(desk, said);
  return {
    address,
    passwords: Object.fromEntries(accounts.map(({ name, password }) => [name, password])),
    kill: () => ended(desk, 'SIGKILL').then(() => {}),
    stop: () => ended(desk, 'SIGTERM'),
  };
}

interface Greeting {
  address: string;
  accounts: { name: string; password: string }[];
}

async function greetingOf(desk: ChildProcess, said: string[]): Promise<Greeting> {
  const lines = createInterface({ input: desk.stdout! });
  for await (const line of lines) if (line.startsWith('{"address"')) return JSON.parse(line) as Greeting;
  throw new Error(`The desk ended before it was up:\n${said.join('')}`);
}

async function ended(desk: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (desk.exitCode !== null || desk.signalCode !== null) return desk.exitCode;
  const exit = once(desk, 'exit') as Promise<[number | null]>;
  desk.kill(signal);
  const [code] = await exit;
  return code;
}
