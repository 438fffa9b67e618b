import { randomUUID } from 'node:crypto';
import { type Kysely, type Selectable, sql } from 'kysely';
import type { Database } from '../store/schema.ts';
import type { OutboxJobTable } from './outbox-tables.ts';

export type OwedJob = Selectable<OutboxJobTable>;

export interface NewJob {
  kind: string;
  /** Ids only: what a job works on is read when it runs, and a citizen's words stay in their own tables. */
  payload: Readonly<Record<string, string | number>>;
  /** Not before that moment, or so many seconds from now by the database's clock; now when left out. */
  runAt?: Date | { inSeconds: number };
  /** While a job with this key is owed, another is not added. */
  uniqueKey?: string;
}

/** On this channel PostgreSQL wakes the desks, at the commit that made the work. */
export const outboxChannel = 'yuwen_outbox';

/** Longer than any job of ours should take; a worker that still runs renews it, one that died lets it pass. */
export const leaseMs = 60_000;

/** A feature's transaction is typed by its own tables alone; it is one of the record all the same. */
const inRecord = <Tables>(trx: Kysely<Tables>) => trx as unknown as Kysely<Database>;

/**
 * Owes a job, in the transaction of what causes it: both are committed or neither is. One round trip, and nobody is woken
 * for what is due later: the desks look at the outbox by themselves often enough for that.
 */
export async function enqueue<Tables>(trx: Kysely<Tables>, { kind, payload, runAt, uniqueKey }: NewJob): Promise<void> {
  const due = inRecord(trx)
    .insertInto('outbox_job')
    .values({
      kind,
      payload: JSON.stringify(payload),
      unique_key: uniqueKey ?? null,
      run_at: momentOf(runAt),
    })
    .onConflict((conflict) =>
      conflict.column('unique_key').where('done_at', 'is', null).where('dead_at', 'is', null).doNothing(),
    )
    .returning('run_at');
  await sql`with owed as (${due}) select pg_notify(${outboxChannel}, '') from owed where run_at <= now()`.execute(trx);
}

function momentOf(runAt: NewJob['runAt']) {
  if (runAt instanceof Date) return runAt;
  return runAt ? sql<Date>`now() + ${runAt.inSeconds} * interval '1 second'` : sql<Date>`now()`;
}

/** Due, not done, and leased by nobody who still lives. Times are the database's: desks' clocks differ. */
const claimable = sql<boolean>`done_at is null and dead_at is null and run_at <= now()
  and (leased_until is null or leased_until < now())`;

/** Leases due jobs of the given kinds, the longest owed first. Those that another desk is leasing just now are passed over. */
export async function claimDue(db: Kysely<Database>, kinds: readonly string[], limit: number): Promise<OwedJob[]> {
  const due = db
    .selectFrom('outbox_job')
    .select('id')
    .where('kind', 'in', kinds)
    .where(claimable)
    .orderBy('run_at')
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .skipLocked();
  return lease(db).where('id', 'in', due).returningAll().execute();
}

/** Leases one job if it is still to be done and free. */
export function claimById(db: Kysely<Database>, id: string): Promise<OwedJob | undefined> {
  const due = db.selectFrom('outbox_job').select('id').where('id', '=', id).where(claimable).forUpdate().skipLocked();
  return lease(db).where('id', 'in', due).returningAll().executeTakeFirst();
}

const lease = (db: Kysely<Database>) =>
  db.updateTable('outbox_job').set({
    leased_until: leaseEnd(),
    // New with each claim: whoever let a lease pass must not be taken for its next holder, not even by itself.
    leased_by: randomUUID(),
    attempts: sql`attempts + 1`,
  });

const leaseEnd = () => sql<Date>`now() + ${leaseMs} * interval '1 millisecond'`;

/** Due jobs of the given kinds that nobody has leased, for a relay; at most `limit`. */
export function findDue(db: Kysely<Database>, kinds: readonly string[], limit: number) {
  return db
    .selectFrom('outbox_job')
    .select(['id', 'attempts'])
    .where('kind', 'in', kinds)
    .where(claimable)
    .orderBy('run_at')
    .orderBy('id')
    .limit(limit)
    .execute();
}

export async function renewLease(db: Kysely<Database>, job: OwedJob): Promise<void> {
  await held(db, job).set({ leased_until: leaseEnd() }).execute();
}

/** Says whether it is done now. False: the lease had passed to another worker, whose work counts. */
export async function markDone<Tables>(trx: Kysely<Tables>, job: OwedJob): Promise<boolean> {
  const { numUpdatedRows } = await held(inRecord(trx), job)
    .set({ done_at: sql<Date>`now()`, leased_until: null, last_error: null })
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Puts the job back for later, or lays it aside when `retryAfterMs` is null. */
export async function markFailed(
  db: Kysely<Database>,
  job: OwedJob,
  reason: string,
  retryAfterMs: number | null,
): Promise<void> {
  const next =
    retryAfterMs === null
      ? { dead_at: sql<Date>`now()` }
      : { run_at: sql<Date>`now() + ${retryAfterMs} * interval '1 millisecond'` };
  await held(db, job)
    .set({ ...next, leased_until: null, last_error: reason })
    .execute();
}

const held = (db: Kysely<Database>, { id, leased_by }: OwedJob) =>
  db.updateTable('outbox_job').where('id', '=', id).where('leased_by', '=', leased_by).where('done_at', 'is', null);
