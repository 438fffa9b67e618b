import { Redis } from 'ioredis';
import { createOutage } from './outage.ts';

/** A connection for chat fan-out. Without Redis each process still serves its own sockets, and the record replays the rest. */
export function openRedis(url: string, notice: (text: string) => void): Redis {
  const redis = new Redis(url, { maxRetriesPerRequest: null });
  const outage = createOutage(notice, {
    began: 'Redis cannot be reached; chat goes on within this process.',
    ended: 'Redis can be reached again.',
  });
  redis.on('error', (error: Error) => outage.began(error));
  redis.on('ready', () => outage.ended());
  return redis;
}

/** Says which Redis answers; throws a sentence when none does. */
export async function pingRedis(url: string): Promise<string> {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null, connectTimeout: 3000 });
  try {
    await redis.connect();
    const version = /redis_version:(\S+)/u.exec(await redis.info('server'))?.[1];
    return `Redis ${version ?? ''} 可以连接`;
  } catch (cause) {
    throw new Error('REDIS_URL 指的 Redis 连不上，请检查地址或先启动它。', { cause });
  } finally {
    redis.disconnect();
  }
}
