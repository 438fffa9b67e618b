import type { Kysely } from 'kysely';
import type { Database } from '../store/schema.ts';
import { openLoop } from './loop.ts';
import { createOutage, recordOutage } from './outage.ts';
import { claimDue, type OwedJob } from './outbox.ts';
import { type JobHandlers, type RetryRule, runJob } from './run-job.ts';

export interface DrainOptions {
  readonly db: Kysely<Database>;
  readonly handlers: JobHandlers;
  readonly retry: RetryRule;
  notice(text: string): void;
}

export interface Drain {
  /** Looks at once whether there is work. */
  wake(): void;
  /** Takes nothing new, and waits for what is being done. */
  close(): Promise<void>;
}

/** Jobs of one process at a time; more would only queue for the same few database connections. */
export const concurrency = 4;

/** A wake-up may be lost (a broken connection) and a job may be due later, so the outbox is looked at this often anyway. */
export const pollMs = 1000;

/** Does the jobs owed in this process, a few at a time. */
export function openDrain({ db, handlers, retry, notice }: DrainOptions): Drain {
  const kinds = Object.keys(handlers);
  const running = new Set<Promise<void>>();
  const outage = createOutage(notice, recordOutage);

  const loop = openLoop(pollMs, async () => {
    const free = concurrency - running.size;
    if (free === 0) return; // a job that ends looks again
    try {
      const jobs = await claimDue(db, kinds, free);
      outage.ended();
      for (const job of jobs) start(job);
    } catch (cause) {
      outage.began(cause as Error);
    }
  });

  function start(job: OwedJob): void {
    const work = runJob(db, handlers, job, retry)
      .catch(outage.began)
      .finally(() => {
        running.delete(work);
        loop.now();
      });
    running.add(work);
  }

  return {
    wake: loop.now,
    async close() {
      await loop.close();
      await Promise.all(running);
    },
  };
}
