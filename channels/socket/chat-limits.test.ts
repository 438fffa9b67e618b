import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ChatClient, openChatClient } from '../testing/chat-client.ts';
import { openTestDesk, type TestDesk } from '../testing/open-test-desk.ts';
import { addressOf } from './chat-limits.ts';
import { openGateway } from './gateway.ts';

const allowed = 5;

describe('a desk that is flooded', () => {
  let desk: TestDesk;
  let gateway: ReturnType<typeof openGateway>;
  let address: string;

  beforeAll(async () => {
    desk = await openTestDesk({ CHAT_MESSAGES_PER_MINUTE: String(allowed), CHAT_MESSAGES_PER_MINUTE_OF_ADDRESS: '60' });
    gateway = openGateway(desk.server.server, { ...desk.desk.services, log: desk.server.log }, null);
    await desk.server.listen({ port: 0, host: '127.0.0.1' });
    address = `http://127.0.0.1:${(desk.server.server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    await gateway.close();
    await desk.close();
  });

  async function opened(): Promise<{ client: ChatClient; id: string }> {
    const client = await openChatClient(address);
    const answer = await client.open();
    if (!answer.ok) throw new Error(answer.error.code);
    return { client, id: answer.value.conversationId };
  }
  const takenOf = async (id: string) =>
    (await desk.desk.services.conversations.messagesAfter(id, 0)).filter(({ role }) => role === 'citizen');

  it('takes what one connection may send, and says of the rest when it may come again', async () => {
    const { client, id } = await opened();
    const sent = await Promise.all(
      Array.from({ length: 2000 }, (_, count) => client.send({ clientMessageId: `f-${count}`, text: '你好' })),
    );
    const refused = sent.flatMap((answer) => (answer.ok ? [] : [answer.error]));
    expect(await takenOf(id)).toHaveLength(allowed);
    expect(refused).toHaveLength(2000 - allowed);
    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['too_many']));
    for (const { retryAfterSeconds } of refused.slice(0, 5)) expect(retryAfterSeconds).toBeGreaterThan(0);
    client.close();
  });

  it('serves the others in the middle of it', async () => {
    const flood = await opened();
    const other = await opened();
    let goesOn = true;
    const flooding = (async () => {
      for (let count = 0; goesOn; count += 1) {
        const sends = Array.from({ length: 50 }, (_, at) =>
          flood.client.send({ clientMessageId: `f-${count}-${at}`, text: '你好' }),
        );
        await Promise.race([Promise.all(sends), new Promise((resolve) => setTimeout(resolve, 200))]);
      }
    })();
    for (let count = 0; count < allowed; count += 1) {
      const sent = await other.client.send({ clientMessageId: `o-${count}`, text: '上户口要带什么材料' });
      expect(sent).toMatchObject({ ok: true });
      await other.client.reply(({ sequence }) => sequence === 2 * (count + 1));
    }
    goesOn = false;
    await flooding;
    expect(await takenOf(flood.id)).toHaveLength(allowed);
    flood.client.close();
    other.client.close();
  });

  it('ends a connection that sends a frame larger than any message', async () => {
    const { client } = await opened();
    const ended = new Promise((resolve) => client.socket.once('disconnect', resolve));
    void client.send({ clientMessageId: 'huge', text: '长'.repeat(100_000) });
    expect(await ended).toBe('transport close');
  });

  it('turns away more connections of one address than it may have, and takes the next when one has left', async () => {
    const clients: ChatClient[] = [];
    const turnedAway = await (async () => {
      for (;;) {
        const client = await openChatClient(address).catch((error: Error) => error);
        if (client instanceof Error) return client as Error & { data?: { code: string } };
        clients.push(client);
      }
    })();
    expect(turnedAway.data).toMatchObject({ code: 'too_many', retryAfterSeconds: 10 });
    clients.pop()!.close();
    await expect
      .poll(() =>
        openChatClient(address).then(
          (client) => clients.push(client),
          () => 0,
        ),
      )
      .toBeGreaterThan(0);
    for (const client of clients) client.close();
  });
});

describe('whose address it is', () => {
  it.each([
    ['nobody in between', '203.0.113.7', undefined, '203.0.113.7'],
    ['a proxy on the machine', '127.0.0.1', '198.51.100.4', '198.51.100.4'],
    ['a proxy that hands on what it was told', '::1', '10.0.0.1, 198.51.100.4', '198.51.100.4'],
    ['a stranger who says so', '203.0.113.7', '198.51.100.4', '203.0.113.7'],
  ])('%s', (_, peer, said, expected) => {
    expect(addressOf(peer, said === undefined ? {} : { 'x-forwarded-for': said })).toBe(expected);
  });
});
