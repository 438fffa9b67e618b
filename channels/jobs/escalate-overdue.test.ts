import { afterEach, beforeEach, expect, it } from 'vitest';
import { createTicketStore, type TicketStore } from '../../assistant/index.ts';
import { ticketDraft } from '../../assistant/testing/builders.ts';
import { everyNeed } from '../../assistant/testing/ticket-life.ts';
import { ticketRules } from '../../assistant/testing/ticket-rules.ts';
import type { DeskRecord } from '../store/open-record.ts';
import { openTestRecord } from '../testing/open-test-record.ts';
import { createEscalateOverdueJob, escalateOverdue, oweEscalation } from './escalate-overdue.ts';
import { claimDue } from './outbox.ts';
import { runJob } from './run-job.ts';

/** A Monday. Three working days from the next day on: 27 business hours, from Tuesday 9:00 to Thursday 18:00. */
const filedAt = new Date('2026-11-02T02:00:00Z');
const question = { urgency: 'U3', purpose: '咨询' } as const;
const china = (time: string) => new Date(`2026-11-${time}:00+08:00`);

let record: DeskRecord;
let tickets: TicketStore;
beforeEach(async () => {
  record = await openTestRecord();
  tickets = createTicketStore({
    db: record.db as never,
    ...ticketRules,
    progressSecretOf: (number) => number,
    notifyOwner: async () => {},
    tellReporter: async () => {},
  });
  await oweEscalation(record.db);
});
afterEach(() => record.close());

let next = 0;
const file = async (changes = {}) =>
  (
    await tickets.file(ticketDraft({ ...question, ...changes }), {
      sourceId: `m${next++}`,
      conversationId: null,
      channel: 'web',
      at: filedAt,
    })
  ).number;

/** One run of the job at that moment; the run it owes itself for later is brought forward for the next call. */
async function runAt(now: Date): Promise<void> {
  const { db } = record;
  await db.updateTable('outbox_job').set({ run_at: filedAt }).where('done_at', 'is', null).execute();
  const [job] = await claimDue(db, [escalateOverdue], 1);
  const handlers = { [escalateOverdue]: createEscalateOverdueJob({ db, tickets, now: () => now }) };
  await runJob(db, handlers, job!, { delayMs: () => 0 });
}

const inbox = () =>
  record.db
    .selectFrom('notification')
    .select(['unit', 'kind'])
    .where('kind', 'like', 'escalated%')
    .orderBy('id')
    .execute();
const move = (number: string, move: 'accept' | 'reply' | 'pause', version: number, at: Date) =>
  tickets.move({ ...everyNeed, verdicts: [], number, move, version, at, mover: 'unit', actor: 'handler' });

it('tells the unit at 80 percent of the working time, the district at 120, the city at 200, once each', async () => {
  await file();
  await runAt(china('05T12:35')); // 9 + 9 + 3:35 hours of 27 are less than 80 percent
  expect(await inbox()).toEqual([]);
  await runAt(china('05T12:36'));
  await runAt(china('06T09:30'));
  expect(await inbox()).toEqual([{ unit: '解放碑街道', kind: 'escalated_80' }]);
  await runAt(china('20T18:00'));
  await runAt(china('21T18:00'));
  expect((await inbox()).slice(1)).toEqual([
    { unit: '渝中区数字化城市运行和治理中心', kind: 'escalated_120' },
    { unit: '重庆市数字化城市运行和治理中心', kind: 'escalated_200' },
  ]);
});

it('brings up what nobody was assigned, too', async () => {
  await file({ abstained: true });
  await runAt(china('20T18:00'));
  expect((await inbox()).map(({ unit }) => unit)).toEqual([
    '热线派单台',
    '渝中区数字化城市运行和治理中心',
    '重庆市数字化城市运行和治理中心',
  ]);
});

it('writes an event and raises the version with it', async () => {
  const number = await file();
  await runAt(china('06T18:00'));
  const found = await tickets.find(number, { district: null, unit: null });
  expect([found?.ticket.version, found?.state.escalatedAt]).toEqual([3, [80, 120]]);
});

it('leaves alone what was answered, and what is paused', async () => {
  const [replied, paused] = [await file(), await file()];
  await move(replied, 'accept', 1, filedAt);
  await tickets.move({
    ...everyNeed, verdicts: [], answers: [{ item: 1, text: everyNeed.text }], number: replied, move: 'reply', version: 2,
    at: filedAt, mover: 'unit', actor: 'handler',
  }); // biome-ignore format: one order
  await move(paused, 'accept', 1, filedAt);
  await move(paused, 'pause', 2, filedAt);
  await runAt(china('28T18:00'));
  expect(await inbox()).toEqual([]);
});

it('owes itself again in five minutes, and never twice', async () => {
  await runAt(filedAt);
  await oweEscalation(record.db);
  const owed = await record.db.selectFrom('outbox_job').select('run_at').where('done_at', 'is', null).execute();
  expect(owed).toEqual([{ run_at: new Date(filedAt.getTime() + 5 * 60_000) }]);
});
