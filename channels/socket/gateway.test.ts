import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type ChatClient, openChatClient } from '../testing/chat-client.ts';
import { openTestDesk, type TestDesk } from '../testing/open-test-desk.ts';
import { openGateway } from './gateway.ts';

const complaint = '渝中区解放碑步行街烧烤摊半夜吵得睡不着';
let desk: TestDesk;
let gateway: ReturnType<typeof openGateway>;
let address: string;
const clients: ChatClient[] = [];

beforeAll(async () => {
  desk = await openTestDesk();
  gateway = openGateway(desk.server.server, { ...desk.desk.services, log: desk.server.log }, null);
  await desk.server.listen({ port: 0, host: '127.0.0.1' });
  address = `http://127.0.0.1:${(desk.server.server.address() as AddressInfo).port}`;
});
afterEach(() => {
  for (const client of clients.splice(0)) client.close();
});
afterAll(async () => {
  await gateway.close();
  await desk.close();
});

async function connected(): Promise<ChatClient> {
  const client = await openChatClient(address);
  clients.push(client);
  return client;
}

async function opened() {
  const client = await connected();
  const opened = await client.open();
  if (!opened.ok) throw new Error(opened.error.code);
  return { client, conversation: opened.value };
}

const ticketsOf = async (conversationId: string) =>
  (
    await desk.desk.services.tickets.list({ sort: 'filed_at', offset: 0, limit: 100 }, { district: null, unit: null })
  ).items.filter((ticket) => ticket.conversation_id === conversationId);

describe('the chat socket', () => {
  it('acknowledges after the message is in the record, and then answers', async () => {
    const { client, conversation } = await opened();
    const sent = await client.send({ clientMessageId: 'a', text: '上户口要带什么材料' });
    const rows = await desk.desk.services.conversations.messagesAfter(conversation.conversationId, 0);
    expect(sent).toMatchObject({ ok: true, value: { sequence: 1, role: 'citizen' } });
    expect(rows[0]).toMatchObject({ client_message_id: 'a' });
    expect((await client.reply()).reply).toMatchObject({ outcome: 'answered', matter: { id: 'newborn-birth' } });
  });

  it('makes one ticket of the same message sent twenty times', async () => {
    const { client, conversation } = await opened();
    const sends = Array.from({ length: 20 }, () => client.send({ clientMessageId: 'same', text: complaint }));
    const ids = (await Promise.all(sends)).map((sent) => (sent.ok ? sent.value.id : sent.error.code));
    expect(new Set(ids).size).toBe(1);
    await client.reply();
    expect(await ticketsOf(conversation.conversationId)).toHaveLength(1);
  });

  it('replays from the record what a lost connection missed', async () => {
    const { client, conversation } = await opened();
    await client.send({ clientMessageId: 'a', text: '身份证掉了怎么办' });
    client.close();
    const again = await connected();
    await expect
      .poll(async () => {
        const replayed = await again.open({
          conversationId: conversation.conversationId,
          secret: conversation.secret!,
          afterSequence: 1,
        });
        return replayed.ok ? replayed.value.messages.map(({ sequence, role }) => [sequence, role]) : replayed.error;
      })
      .toEqual([[2, 'desk']]);
  });

  it('tells both tabs of a conversation the same', async () => {
    const { client, conversation } = await opened();
    const other = await connected();
    await other.open({ conversationId: conversation.conversationId, secret: conversation.secret! });
    await client.send({ clientMessageId: 'a', text: '你好' });
    await Promise.all([client.reply(), other.reply()]);
    expect(other.stored).toEqual(client.stored);
  });

  it('opens a conversation for its secret alone', async () => {
    const { conversation } = await opened();
    const stranger = await connected();
    const answer = await stranger.open({ conversationId: conversation.conversationId, secret: 'guess' });
    expect(answer).toMatchObject({ ok: false, error: { code: 'conversation_unknown' } });
    expect(await stranger.send({ clientMessageId: 'a', text: '你好' })).toMatchObject({
      ok: false,
      error: { code: 'conversation_unknown' },
    });
  });

  it.each([
    ['nothing', null, 'bad_input'],
    ['a list', [1, 2], 'bad_input'],
    ['an unknown field', { clientMessageId: 'a', text: '你好', role: 'admin' }, 'bad_input'],
    ['a number for a text', { clientMessageId: 'a', text: 7 }, 'bad_input'],
    ['an empty text', { clientMessageId: 'a', text: ' \u200b' }, 'text_empty'],
    ['too long a text', { clientMessageId: 'a', text: '长'.repeat(2001) }, 'text_too_long'],
  ])('answers %s with a code and lives on', async (_, message, code) => {
    const { client } = await opened();
    expect(await client.send(message as never)).toMatchObject({
      ok: false,
      error: { code, message: expect.stringMatching(/请/) },
    });
    client.socket.emit('message-send', message as never, 'not a function' as never);
    expect(await client.send({ clientMessageId: 'b', text: '你好' })).toMatchObject({ ok: true });
  });

  it('keeps a thumb on a reply', async () => {
    const { client } = await opened();
    await client.send({ clientMessageId: 'a', text: '你好' });
    const { id } = await client.reply();
    const rated = await new Promise((resolve) =>
      client.socket.emit('reply-rate', { messageId: id, good: false, reason: 'wrong' }, resolve),
    );
    expect(rated).toEqual({ ok: true, value: null });
  });
});
