import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { DeskRecord } from '../store/open-record.ts';
import { doOwed } from '../testing/do-owed.ts';
import { openTestRecord } from '../testing/open-test-record.ts';
import { answerMessage, createAnswerMessageJob, oweAnswer, settleAnswer } from './answer-message.ts';

let record: DeskRecord;
beforeEach(async () => {
  record = await openTestRecord();
});
afterEach(() => record.close());

const answer = vi.fn(async (_messageId: string) => {});
beforeEach(() => void answer.mockClear());
const run = () => doOwed(record, { [answerMessage]: createAnswerMessageJob(answer) });
const aMinuteLater = () =>
  record.db
    .updateTable('outbox_job')
    .set({ run_at: new Date(0) })
    .execute();

it('answers a message that has no answer after a minute', async () => {
  await oweAnswer(record.db, 'm1');
  expect(await run()).toEqual([]);
  await aMinuteLater();
  await run();
  expect(answer).toHaveBeenCalledExactlyOnceWith('m1');
});

it('has nothing to do for a message that was answered in time', async () => {
  await oweAnswer(record.db, 'm1');
  await settleAnswer(record.db, 'm1');
  await aMinuteLater();
  expect(await run()).toEqual([]);
});

it('still owes the answer when storing it was rolled back', async () => {
  await oweAnswer(record.db, 'm1');
  const storing = record.db.transaction().execute(async (trx) => {
    await settleAnswer(trx, 'm1');
    throw new Error('the power went');
  });
  await expect(storing).rejects.toThrow();
  await aMinuteLater();
  expect(await run()).toEqual([answerMessage]);
});
