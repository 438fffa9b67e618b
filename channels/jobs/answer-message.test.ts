import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { cannedReplies, createConversationStore, emptyDialogue, type MessageRow } from '../../assistant/index.ts';
import type { DeskRecord } from '../store/open-record.ts';
import { doOwed } from '../testing/do-owed.ts';
import { openTestRecord } from '../testing/open-test-record.ts';
import { answerMessage, createAnswerMessageJob } from './answer-message.ts';

const at = new Date('2026-11-23T10:00:00+08:00');
let record: DeskRecord;
let message: MessageRow;
const conversations = () => createConversationStore(record.db as never);
beforeEach(async () => {
  record = await openTestRecord();
  const { conversationId } = await conversations().begin('web', at);
  ({ message } = await conversations().take({ conversationId, clientMessageId: 'a', text: '你好', at }));
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
const greeted = {
  reply: cannedReplies.greeting,
  dialogue: emptyDialogue,
  trace: { asked: '你好', skill: 'small-talk', engine: 'built-in', elapsedMs: 1 },
};

it('answers a message that has no answer after a minute', async () => {
  expect(await run()).toEqual([]);
  await aMinuteLater();
  await run();
  expect(answer).toHaveBeenCalledExactlyOnceWith(message.id);
});

it('has nothing to do for a message that was answered in time', async () => {
  await conversations().answer(message, greeted, at);
  await aMinuteLater();
  expect(await run()).toEqual([]);
});

it('still owes the answer when storing it broke', async () => {
  const unreadable = { ...greeted, trace: { ...greeted.trace, asked: 'a\0b' } }; // PostgreSQL keeps no such character
  await expect(conversations().answer(message, unreadable, at)).rejects.toThrow();
  await aMinuteLater();
  expect(await run()).toEqual([answerMessage]);
});
