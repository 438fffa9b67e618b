import type { Kysely } from 'kysely';
import type { z } from 'zod';
import type { Database } from '../store/schema.ts';
import { leaseMs, markDone, markFailed, type OwedJob, renewLease } from './outbox.ts';

export interface JobContext {
  /**
   * Marks the job done inside the caller's own transaction, so that its work and its being done are committed together and
   * a job that comes twice does its work once. Throws, and so rolls the work back, when another worker has the job by now.
   */
  finish<Tables>(trx: Kysely<Tables>): Promise<void>;
}

export interface JobHandler {
  readonly payload: z.ZodType;
  /** How often it is tried before it is laid aside. */
  readonly maxAttempts?: number;
  run(payload: unknown, context: JobContext): Promise<void>;
}

/** Every job the desk knows, by kind. */
export type JobHandlers = Readonly<Record<string, JobHandler>>;

/** Ties the type of `run`'s payload to the schema. A handler that does not call `finish` is done when it returns. */
export function defineJob<Schema extends z.ZodType>(job: {
  payload: Schema;
  maxAttempts?: number;
  run(payload: z.output<Schema>, context: JobContext): Promise<void>;
}): JobHandler {
  return job as JobHandler;
}

/** Eight tries, the last after some two minutes of waiting altogether: an outage of a minute passes unnoticed. */
const defaultMaxAttempts = 8;

export interface RetryRule {
  /** The wait before the next try, after so many tries that failed (1, 2, 3 …). */
  delayMs(attempts: number): number;
}

/** Doubles from one second to at most an hour. */
export const exponentialBackoff: RetryRule = { delayMs: (attempts) => Math.min(1000 * 2 ** (attempts - 1), 3_600_000) };

export class LeaseLost extends Error {
  readonly code = 'lease_lost';
}

/** Carries out one leased job and writes down how it ended. Throws only when the record itself cannot be reached. */
export async function runJob(
  db: Kysely<Database>,
  handlers: JobHandlers,
  job: OwedJob,
  retry: RetryRule,
): Promise<void> {
  const handler = handlers[job.kind];
  if (!handler) throw new Error(`No handler for jobs of kind ${job.kind}, yet one was claimed.`);
  const payload = handler.payload.safeParse(job.payload);
  if (!payload.success) return markFailed(db, job, `The payload is wrong: ${payload.error.message}`, null);

  const renewing = setInterval(() => renewLease(db, job).catch(() => {}), leaseMs / 3); // the next renewal tries again
  try {
    await carryOut(db, handler, payload.data, job);
  } catch (cause) {
    if (cause instanceof LeaseLost) return;
    const isLast = job.attempts >= (handler.maxAttempts ?? defaultMaxAttempts);
    await markFailed(db, job, reasonOf(cause), isLast ? null : retry.delayMs(job.attempts));
  } finally {
    clearInterval(renewing);
  }
}

async function carryOut(db: Kysely<Database>, handler: JobHandler, payload: unknown, job: OwedJob): Promise<void> {
  let hasFinished = false;
  await handler.run(payload, {
    async finish(trx) {
      hasFinished = true;
      if (!(await markDone(trx, job))) throw new LeaseLost();
    },
  });
  if (!hasFinished) await markDone(db, job);
}

/** Kept with the row for whoever looks after it; cut, as a message may quote what failed. */
const reasonOf = (cause: unknown) =>
  (cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause)).slice(0, 500);
