import { Queue as BullQueue, Worker } from 'bullmq';
import { Redis, type RedisOptions } from 'ioredis';
import { concurrency, openDrain, pollMs } from './drain.ts';
import { openLoop } from './loop.ts';
import { createOutage, recordOutage } from './outage.ts';
import { claimById, findDue, outboxChannel } from './outbox.ts';
import type { Queue, QueueOptions } from './queue.ts';
import { exponentialBackoff, runJob } from './run-job.ts';
import { createStandIn } from './stand-in.ts';

export interface BullmqOptions extends QueueOptions {
  readonly redisUrl: string;
  /** What was pushed and is not done by then is pushed again: Redis may have lost it, or its worker died. */
  readonly pushAgainMs?: number;
  /** How long Redis may be away before the desk does the jobs itself. */
  readonly graceMs?: number;
  /** Desks with records of their own on one Redis need names of their own. */
  readonly queueName?: string;
}

const defaultQueueName = 'yuwen-outbox';

const defaultPushAgainMs = 15_000;

/** Pushed in one go; the rest follows at the next look, a moment later. */
const batchSize = 500;

/** A restart of Redis takes less. */
const defaultGraceMs = 10_000;

/**
 * A relay pushes the ids of due jobs to BullMQ, and workers in any process claim the row by its id and do it. The outbox
 * stays the only truth: who may do a job, whether it is done, when it is tried again. So Redis may lose everything at any
 * moment, deliver twice or be away; what it costs is time.
 */
export function openBullmqQueue(options: BullmqOptions): Queue {
  const { record, handlers, notice, redisUrl, graceMs = defaultGraceMs, retry = exponentialBackoff } = options;
  const { queueName = defaultQueueName } = options;
  const bullmq = connectBullmq(redisUrl, queueName, async (id) => {
    const job = await claimById(record.db, id);
    if (job) await runJob(record.db, handlers, job, retry);
  });
  const standIn = createStandIn({
    graceMs,
    notice,
    openDrain: () => openDrain({ db: record.db, handlers, retry, notice }),
  });
  const outage = createOutage(notice, recordOutage);
  const pushed = createPushedIds(options.pushAgainMs ?? defaultPushAgainMs);

  const relay = openLoop(pollMs, async () => {
    try {
      const due = await findDue(record.db, Object.keys(handlers), batchSize);
      outage.ended();
      await bullmq.push(pushed.chooseFrom(due)).then(standIn.redisAnswered, (error) => {
        pushed.forget();
        standIn.redisFailed(error);
      });
    } catch (cause) {
      outage.began(cause as Error);
    }
  });
  const listening = record.listen(outboxChannel, relay.now);
  return {
    async close() {
      await listening.close();
      await relay.close();
      await standIn.close();
      await bullmq.close();
    },
  };
}

interface DueId {
  id: string;
  attempts: number;
}

function connectBullmq(url: string, name: string, work: (id: string) => Promise<void>) {
  // A push must fail at once when Redis is away, while a worker waits for work as long as it takes.
  const pushing = connect(url, { maxRetriesPerRequest: 0, enableOfflineQueue: false, commandTimeout: 5000 });
  const working = connect(url, { maxRetriesPerRequest: null });
  const queue = new BullQueue(name, { connection: pushing, skipVersionCheck: true, skipWaitingForReady: true });
  const worker = new Worker(name, ({ data }) => work(data.id), {
    connection: working,
    concurrency,
    skipVersionCheck: true,
  });
  // A failed job is written down in the outbox; that Redis is away is seen by the relay, and said once there.
  queue.on('error', () => {});
  worker.on('error', () => {});
  return {
    async push(due: readonly DueId[]): Promise<void> {
      if (due.length === 0) await pushing.ping();
      else await queue.addBulk(due.map(toBullJob));
    },
    async close() {
      // Waits for jobs under way, unless Redis is away: then BullMQ would wait for it, and the outbox leases run out.
      await worker.close(working.status !== 'ready');
      await queue.close();
      for (const redis of [pushing, working]) redis.disconnect();
    },
  };
}

function connect(url: string, options: RedisOptions): Redis {
  const redis = new Redis(url, { ...options, retryStrategy: (times) => Math.min(times * 100, 2000) });
  redis.on('error', () => {}); // it tries again by itself; whether it answers is asked by every push
  return redis;
}

/** One try of a job. The name makes a second push of it a no-op while Redis still has the first. */
const nameOf = ({ id, attempts }: DueId) => `job-${id}-${attempts}`;

const toBullJob = (job: DueId) => ({
  name: 'outbox',
  data: { id: job.id },
  opts: { jobId: nameOf(job), removeOnComplete: true, removeOnFail: true },
});

function createPushedIds(pushAgainMs: number) {
  let pushedAt = new Map<string, number>();
  return {
    /** Those that were not pushed yet, or so long ago that they are taken for lost. They count as pushed from here on. */
    chooseFrom(due: readonly DueId[]): DueId[] {
      const now = Date.now();
      const chosen = due.filter((job) => now - (pushedAt.get(nameOf(job)) ?? 0) >= pushAgainMs);
      const kept = due.map(nameOf).map((name) => [name, pushedAt.get(name) ?? now] as const);
      pushedAt = new Map([...kept, ...chosen.map((job) => [nameOf(job), now] as const)]);
      return chosen;
    },
    forget() {
      pushedAt = new Map();
    },
  };
}
