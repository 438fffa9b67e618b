import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeskRecord } from '../channels/store/open-record.ts';
import { openTestRecord } from '../channels/testing/open-test-record.ts';
import { cannedReplies } from './canned-replies.ts';
import { type ConversationStore, createConversationStore } from './conversation-store.ts';

const at = new Date('2026-11-23T10:00:00+08:00');
const answer = {
  reply: cannedReplies.greeting,
  dialogue: { matter: { id: 'id-card', answers: {}, facets: [], timesAsked: 0 } },
  trace: { asked: '你好', skill: 'small-talk', engine: 'built-in', elapsedMs: 1 },
};
let record: DeskRecord;
let conversations: ConversationStore;

beforeAll(async () => {
  record = await openTestRecord();
  conversations = createConversationStore(record.db as never);
});
afterAll(() => record.close());

async function begun() {
  const { conversationId } = await conversations.begin('web', at);
  const take = (clientMessageId: string, text = '你好') =>
    conversations.take({ conversationId, clientMessageId, text, at });
  return { conversationId, take };
}

const owedAnswers = (messageId: string) =>
  record.db.selectFrom('outbox_job').selectAll().where('unique_key', '=', `answer-message:${messageId}`).execute();

describe('conversations in the record', () => {
  it('open for their secret alone', async () => {
    const { conversationId, secret } = await conversations.begin('web', at);
    expect(await conversations.opens(conversationId, secret)).toBe(true);
    expect(await conversations.opens(conversationId, 'guess')).toBe(false);
  });

  it('take a message once, however often and at once it is sent', async () => {
    const { take } = await begun();
    const taken = await Promise.all(Array.from({ length: 20 }, () => take('same')));
    expect(new Set(taken.map(({ message }) => message.id)).size).toBe(1);
    expect(taken.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(await owedAnswers(taken[0]!.message.id)).toMatchObject([{ done_at: null }]);
  });

  it('take nothing for a conversation that is not there', async () => {
    const message = { conversationId: 'nowhere', clientMessageId: 'a', text: '你好', at };
    await expect(conversations.take(message)).rejects.toThrow();
    expect(await conversations.messagesAfter('nowhere', 0)).toEqual([]);
  });

  it('owe nothing any more for a message that has its answer', async () => {
    const { take } = await begun();
    const { message } = await take('a');
    await conversations.answer(message, answer, at);
    expect(await owedAnswers(message.id)).toMatchObject([{ done_at: expect.any(Date) }]);
  });

  it('leave the dialogue as the first answer left it when a second one comes', async () => {
    const { take } = await begun();
    const { message } = await take('a');
    await conversations.answer(message, answer, at);
    await conversations.answer(message, { ...answer, dialogue: {} as never }, at);
    const { message: next } = await take('b');
    expect(next.sequence).toBe(3);
    expect(await conversations.find(next.id)).toMatchObject({ dialogue: answer.dialogue });
  });

  it('store one answer to a message and remember its dialogue', async () => {
    const { take } = await begun();
    const { message } = await take('a');
    const [first, second] = await Promise.all([
      conversations.answer(message, answer, at),
      conversations.answer(message, answer, at),
    ]);
    expect(second.id).toBe(first.id);
    expect(await conversations.find(message.id)).toMatchObject({
      dialogue: answer.dialogue,
      answer: { text: cannedReplies.greeting.text },
    });
  });

  it('number both sides in order, which is what a reconnecting client replays', async () => {
    const { conversationId, take } = await begun();
    const { message } = await take('a');
    await conversations.answer(message, answer, at);
    await take('b');
    const rows = await conversations.messagesAfter(conversationId, 1);
    expect(rows.map(({ sequence, role }) => [sequence, role])).toEqual([[2, 'desk'], [3, 'citizen']]); // biome-ignore format: pairs
  });

  it('keep the last thumb on a reply of their own', async () => {
    const { conversationId, take } = await begun();
    const reply = await conversations.answer((await take('a')).message, answer, at);
    const other = await begun();
    await conversations.rate(conversationId, { messageId: reply.id, good: true }, at);
    await conversations.rate(conversationId, { messageId: reply.id, good: false, reason: '答非所问' }, at);
    await conversations.rate(other.conversationId, { messageId: reply.id, good: true }, at);
    const kept = await record.db.selectFrom('rating').selectAll().where('message_id', '=', reply.id).execute();
    expect(kept).toMatchObject([{ good: false, reason: '答非所问' }]);
  });

  it('take a thumb back when its giver does, and nobody else', async () => {
    const { conversationId, take } = await begun();
    const reply = await conversations.answer((await take('a')).message, answer, at);
    const other = await begun();
    const kept = () => record.db.selectFrom('rating').selectAll().where('message_id', '=', reply.id).execute();
    await conversations.rate(conversationId, { messageId: reply.id, good: false }, at);
    await conversations.rate(other.conversationId, { messageId: reply.id, good: null }, at);
    expect(await kept()).toHaveLength(1);
    await conversations.rate(conversationId, { messageId: reply.id, good: null }, at);
    expect(await kept()).toEqual([]);
  });
});
