import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';

export interface TestRedis {
  /** For REDIS_URL: a socket in a folder of its own, so no port is taken. */
  readonly url: string;
  /** Forgets everything, as a Redis without persistence does when it is restarted. */
  flush(): Promise<void>;
  /** kill -9. */
  kill(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

/** A real redis-server without persistence, ready to be killed. */
export async function openTestRedis(program: string): Promise<TestRedis> {
  const folder = await mkdtemp(join(tmpdir(), 'yuwen-redis-'));
  const socket = join(folder, 'redis.sock');
  let server: ChildProcess | undefined;

  async function start(): Promise<void> {
    const args = [
      '--port',
      '0',
      '--unixsocket',
      socket,
      '--dir',
      folder,
      '--save',
      '',
      '--maxmemory-policy',
      'noeviction',
    ];
    server = spawn(program, args, { stdio: 'ignore' });
    await withClient(socket, (client) => client.ping());
  }

  async function kill(): Promise<void> {
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    server.kill('SIGKILL');
    await once(server, 'exit');
  }

  await start();
  return {
    url: socket,
    flush: () => withClient(socket, (client) => client.flushall()),
    kill,
    start,
    async close() {
      await kill();
      await rm(folder, { recursive: true });
    },
  };
}

async function withClient(socket: string, work: (client: Redis) => Promise<unknown>): Promise<void> {
  const client = new Redis(socket, { maxRetriesPerRequest: null, retryStrategy: () => 20 });
  client.on('error', () => {}); // not up yet; it tries again
  try {
    await work(client);
  } finally {
    client.disconnect();
  }
}
