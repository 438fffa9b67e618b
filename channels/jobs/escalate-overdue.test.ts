import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DeskRecord } from '../store/open-record.ts';
import { openTestRecord } from '../testing/open-test-record.ts';
import { storeTicket } from '../testing/stored-ticket.ts';
import { createEscalateOverdueJob, escalateOverdue, oweEscalation } from './escalate-overdue.ts';
import { claimDue } from './outbox.ts';
import { runJob } from './run-job.ts';

const filedAt = new Date('2026-11-02T02:00:00Z');
const tenDaysMs = 10 * 86_400_000;
const atPercent = (percent: number) => new Date(filedAt.getTime() + tenDaysMs * (percent / 100));

let record: DeskRecord;
beforeEach(async () => {
  record = await openTestRecord();
  await oweEscalation(record.db);
});
afterEach(() => record.close());

/** One run of the job at that moment; the run it owes itself for later is brought forward for the next call. */
async function runAt(now: Date): Promise<void> {
  const { db } = record;
  await db.updateTable('outbox_job').set({ run_at: filedAt }).where('done_at', 'is', null).execute();
  const [job] = await claimDue(db, [escalateOverdue], 1);
  await runJob(db, { [escalateOverdue]: createEscalateOverdueJob({ db, now: () => now }) }, job!, { delayMs: () => 0 });
}

const told = async (number: string) => {
  const events = await record.db
    .selectFrom('ticket_event')
    .select('payload')
    .where('ticket_number', '=', number)
    .where('kind', '=', 'escalated')
    .orderBy('sequence')
    .execute();
  return events.map(({ payload }) => payload.percentUsed);
};
const versionOf = (number: string) =>
  record.db.selectFrom('ticket').select('version').where('number', '=', number).executeTakeFirstOrThrow();

it('says at 80, 120 and 200 percent of the time that it runs out, once each', async () => {
  const number = await storeTicket(record);
  await runAt(atPercent(79));
  expect(await told(number)).toEqual([]);
  await runAt(atPercent(80));
  await runAt(atPercent(119));
  expect(await told(number)).toEqual([80]);
  await runAt(atPercent(120));
  await runAt(atPercent(500));
  await runAt(atPercent(900));
  expect(await told(number)).toEqual([80, 120, 200]);
});

it('writes an event, raises the version with it, and tells the unit', async () => {
  const number = await storeTicket(record);
  await runAt(atPercent(130));
  expect(await told(number)).toEqual([80, 120]);
  expect(await versionOf(number)).toEqual({ version: 3 });
  const inbox = await record.db.selectFrom('notification').select(['unit', 'kind']).orderBy('id').execute();
  expect(inbox).toEqual([
    { unit: '解放碑街道', kind: 'escalated_80' },
    { unit: '解放碑街道', kind: 'escalated_120' },
  ]);
});

it('leaves alone what was answered or closed', async () => {
  const replied = await storeTicket(record, { number: 'T1', status: 'replied' });
  const closed = await storeTicket(record, { number: 'T2', status: 'closed', closed_at: atPercent(50) });
  await runAt(atPercent(300));
  expect([await told(replied), await told(closed)]).toEqual([[], []]);
});

it('owes itself again in five minutes, and never twice', async () => {
  await runAt(atPercent(0));
  await oweEscalation(record.db);
  const owed = await record.db.selectFrom('outbox_job').select('run_at').where('done_at', 'is', null).execute();
  expect(owed).toEqual([{ run_at: new Date(filedAt.getTime() + 5 * 60_000) }]);
});
