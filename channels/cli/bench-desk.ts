import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

export interface BenchDesk {
  address: string;
  accounts: { name: string; password: string }[];
  pid: number;
}

/** Works with a desk as its users start it, in a process of its own on a record of its own, and takes both away again. */
export async function withBenchDesk<T>(
  settings: Record<string, string>,
  work: (desk: BenchDesk) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'yuwen-bench-'));
  // Run as root, the record belongs to another account, which has to pass.
  await chmod(folder, 0o755);
  try {
    const { process: desk, greeting } = await startDeskOn(folder, settings);
    try {
      return await work({ ...greeting, pid: desk.pid! });
    } finally {
      const exit = once(desk, 'exit');
      desk.kill('SIGTERM');
      await exit;
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Greeting = Pick<BenchDesk, 'address' | 'accounts'>;

async function startDeskOn(
  folder: string,
  settings: Record<string, string>,
): Promise<{ process: ChildProcess; greeting: Greeting }> {
  const own = { PORT: '0', DATA_FOLDER: folder, DEMO_DATA: 'false', LOG_LEVEL: 'error', DATABASE_URL: '', ...settings };
  const desk = spawn(process.execPath, [...process.execArgv, process.argv[1]!, 'start', '--json'], {
    env: { ...process.env, ...own },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: desk.stdout! }))
    if (line.startsWith('{"address"')) return { process: desk, greeting: JSON.parse(line) as Greeting };
  throw new Error('The desk ended before it was up.');
}
