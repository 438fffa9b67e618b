import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Answer, type Assistant, type ConversationStore, createConversationStore } from '../../assistant/index.ts';
import type { DeskRecord } from '../store/open-record.ts';
import { openTestRecord } from '../testing/open-test-record.ts';
import { createAnswering } from './answering.ts';

let record: DeskRecord;
let conversations: ConversationStore;
beforeAll(async () => {
  record = await openTestRecord();
  conversations = createConversationStore(record.db as never);
}, 120_000);
afterAll(() => record?.close());

const now = () => new Date('2026-11-23T02:00:00Z');
const greeting: Answer = {
  reply: { outcome: 'greeted', text: '您好。' },
  dialogue: {},
  trace: { asked: '你好', skill: 'small-talk', engine: 'built-in', elapsedMs: 1 },
};

/** An assistant that breaks as often as is said before it greets. */
async function answeredAfter(failures: number) {
  const told: unknown[] = [];
  let asked = 0;
  const assistant = {
    reply: async () => {
      asked += 1;
      if (asked <= failures) throw new Error('the line to the record broke');
      return greeting;
    },
  } as unknown as Assistant;
  const answering = createAnswering({ conversations, assistant, now, onError: (error) => told.push(error) });
  const { conversationId } = await conversations.begin('web', now());
  const { message } = await answering.take({ conversationId, clientMessageId: 'c1', text: '你好' });
  const answer = await answering.answer(message.id);
  return { outcome: answer?.reply?.outcome, asked, told: told.length };
}

it('tries once more when a turn breaks, and tells the citizen only when it breaks again', async () => {
  expect(await answeredAfter(0)).toEqual({ outcome: 'greeted', asked: 1, told: 0 });
  expect(await answeredAfter(1)).toEqual({ outcome: 'greeted', asked: 2, told: 1 });
  expect(await answeredAfter(2)).toEqual({ outcome: 'failed', asked: 2, told: 2 });
});
