import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { enqueue } from '../jobs/outbox.ts';
import type { Queue, QueueOptions } from '../jobs/queue.ts';
import { defineJob, type JobHandlers } from '../jobs/run-job.ts';
import type { DeskRecord } from '../store/open-record.ts';
import { openTestRecord } from './open-test-record.ts';

/** For what comes in a fraction of it, on a machine that may be busy with much else. */
export const patience = { timeout: 45_000, interval: 20 };

const retryAtOnce = { delayMs: () => 0 };

/** What every queue must do, whoever carries the jobs about. */
export function itBehavesLikeAQueue(openQueue: (options: QueueOptions) => Queue): void {
  let record: DeskRecord;
  let queues: Queue[];
  beforeEach(async () => {
    record = await openTestRecord();
    queues = [];
  });
  afterEach(async () => {
    await Promise.all(queues.map((queue) => queue.close()));
    await record.close();
  });

  const open = (handlers: JobHandlers) => {
    queues.push(openQueue({ record, handlers, retry: retryAtOnce, notice: () => {} }));
  };
  const owe = (kind: string, more: { uniqueKey?: string; runAt?: Date } = {}) =>
    record.db.transaction().execute((trx) => enqueue(trx, { kind, payload: { ticket: 'T1' }, ...more }));
  const jobs = () => record.db.selectFrom('outbox_job').selectAll().orderBy('id').execute();
  const allDone = () =>
    vi.waitFor(async () => {
      const rows = await jobs();
      expect(rows.filter(({ done_at }) => done_at === null)).toEqual([]);
    }, patience);

  /** A job whose work is a row in the record, written together with its being done. */
  const writeAudit = () =>
    defineJob({
      payload: z.object({ ticket: z.string() }),
      run: ({ ticket }, { finish }) =>
        record.db.transaction().execute(async (trx) => {
          await finish(trx);
          const row = { at: new Date(), actor: 'desk', action: 'work', subject: ticket, detail: '{}' };
          await trx.insertInto('audit').values(row).execute();
        }),
    });
  const workDone = () => record.db.selectFrom('audit').select('subject').execute();

  it('does what is owed, with its payload, and writes down that it is done', async () => {
    const run = vi.fn(async () => {});
    open({ work: defineJob({ payload: z.object({ ticket: z.string() }), run }) });
    await owe('work');
    await allDone();
    expect(run).toHaveBeenCalledExactlyOnceWith({ ticket: 'T1' }, expect.anything());
  });

  it('does what was owed before it was opened', async () => {
    await owe('work');
    open({ work: writeAudit() });
    await allDone();
    expect(await workDone()).toHaveLength(1);
  });

  it('does the work of each job once, however many desks look for work', async () => {
    for (let desk = 0; desk < 3; desk++) open({ work: writeAudit() });
    await Promise.all(Array.from({ length: 40 }, () => owe('work')));
    await allDone();
    expect(await workDone()).toHaveLength(40);
  });

  it('knows nothing of a job whose transaction was rolled back', async () => {
    open({ work: writeAudit() });
    const rolledBack = record.db.transaction().execute(async (trx) => {
      await enqueue(trx, { kind: 'work', payload: { ticket: 'T0' } });
      throw new Error('the cause did not happen');
    });
    await expect(rolledBack).rejects.toThrow('the cause did not happen');
    await owe('work');
    await allDone();
    expect(await workDone()).toEqual([{ subject: 'T1' }]);
  });

  it('tries again what failed, and rolls back what it had half done', async () => {
    const run = vi.fn().mockRejectedValueOnce(new Error('the first try fails'));
    const halfDone = defineJob({
      payload: z.object({}),
      run: (_, { finish }) =>
        record.db.transaction().execute(async (trx) => {
          await finish(trx);
          await run();
        }),
    });
    open({ work: halfDone });
    await owe('work');
    await allDone();
    expect(await jobs()).toMatchObject([{ attempts: 2, last_error: null }]);
  });

  it('lays a job aside that fails every time, and keeps the reason', async () => {
    const fails = defineJob({ payload: z.object({}), maxAttempts: 3, run: () => Promise.reject(new Error('no way')) });
    open({ work: fails });
    await owe('work');
    await vi.waitFor(async () => expect((await jobs())[0]?.dead_at).not.toBeNull(), patience);
    expect(await jobs()).toMatchObject([{ attempts: 3, last_error: 'Error: no way', done_at: null }]);
  });

  it('lays a job aside at once whose payload is wrong', async () => {
    const run = vi.fn(async () => {});
    open({ work: defineJob({ payload: z.object({ ticket: z.number() }), run }) });
    await owe('work');
    await vi.waitFor(async () => expect((await jobs())[0]?.dead_at).not.toBeNull(), patience);
    expect(run).not.toHaveBeenCalled();
  });

  it('leaves a job alone until its time, and kinds it does not know to others', async () => {
    open({ work: writeAudit() });
    await owe('work', { runAt: new Date(Date.now() + 3_600_000) });
    await owe('strange');
    await owe('work');
    await vi.waitFor(async () => expect(await workDone()).toHaveLength(1), patience);
    expect((await jobs()).map(({ attempts }) => attempts)).toEqual([0, 0, 1]);
  });

  it('owes a job with a key once, until it is done', async () => {
    const uniqueKey = 'only-one';
    await Promise.all([owe('work', { uniqueKey }), owe('work', { uniqueKey })]);
    expect(await jobs()).toHaveLength(1);
    open({ work: writeAudit() });
    await allDone();
    await owe('work', { uniqueKey });
    await allDone();
    expect(await workDone()).toHaveLength(2);
  });

  it('takes over from a worker that died with a job in its hands', async () => {
    await owe('work');
    const gone = { leased_until: sql<Date>`now() - interval '1 second'`, leased_by: randomUUID(), attempts: 1 };
    await record.db.updateTable('outbox_job').set(gone).execute();
    open({ work: writeAudit() });
    await allDone();
    expect(await jobs()).toMatchObject([{ attempts: 2 }]);
  });

  it('undoes the work of a worker whose job has passed to another meanwhile', async () => {
    let tries = 0;
    const slow = defineJob({
      payload: z.object({ ticket: z.string() }),
      run: ({ ticket }, { finish }) =>
        record.db.transaction().execute(async (trx) => {
          const row = { at: new Date(), actor: `try ${++tries}`, action: 'work', subject: ticket, detail: '{}' };
          await trx.insertInto('audit').values(row).execute();
          if (tries === 1) await passToAnother(record);
          await finish(trx);
        }),
    });
    open({ work: slow });
    await owe('work');
    await allDone();
    expect(await record.db.selectFrom('audit').select('actor').execute()).toEqual([{ actor: 'try 2' }]);
  });
}

/** As if the first worker had slept past the end of its lease and the job was free again. */
async function passToAnother({ db }: DeskRecord): Promise<void> {
  await db.updateTable('outbox_job').set({ leased_by: null, leased_until: null }).execute();
}
