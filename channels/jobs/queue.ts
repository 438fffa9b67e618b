import type { DeskRecord } from '../store/open-record.ts';
import { openBullmqQueue } from './bullmq-queue.ts';
import { openDrain } from './drain.ts';
import { outboxChannel } from './outbox.ts';
import { exponentialBackoff, type JobHandlers, type RetryRule } from './run-job.ts';

/** Whatever does the jobs that the outbox owes. Work is given to it by `enqueue` alone, never directly. */
export interface Queue {
  /** Takes nothing new, and waits for what is being done. */
  close(): Promise<void>;
}

export interface QueueOptions {
  readonly record: Pick<DeskRecord, 'db' | 'listen'>;
  readonly handlers: JobHandlers;
  readonly retry?: RetryRule;
  notice(text: string): void;
}

/** In this process, or by BullMQ workers in as many processes as there are, when a Redis is named. */
export function openQueue({ redisUrl, ...options }: QueueOptions & { redisUrl?: string | undefined }): Queue {
  return redisUrl ? openBullmqQueue({ ...options, redisUrl }) : openInProcessQueue(options);
}

export function openInProcessQueue({ record, handlers, retry = exponentialBackoff, notice }: QueueOptions): Queue {
  const drain = openDrain({ db: record.db, handlers, retry, notice });
  const listening = record.listen(outboxChannel, drain.wake);
  return {
    async close() {
      await listening.close();
      await drain.close();
    },
  };
}
