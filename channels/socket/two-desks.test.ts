import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openRedis } from '../jobs/redis.ts';
import { openChatClient } from '../testing/chat-client.ts';
import { describeWith } from '../testing/machine.ts';
import { openTestDesk, type TestDesk } from '../testing/open-test-desk.ts';
import { openTestRedis, type TestRedis } from '../testing/redis.ts';
import { openGateway } from './gateway.ts';

describeWith('redis-server', 'two processes behind one address', (program) => {
  let desk: TestDesk;
  let redis: TestRedis;
  const closers: (() => Promise<unknown> | unknown)[] = [];
  const addresses: string[] = [];

  beforeAll(async () => {
    redis = await openTestRedis(program);
    desk = await openTestDesk();
    for (const _ of ['one', 'other']) addresses.push(await openDoor());
  });
  afterAll(async () => {
    for (const close of closers.reverse()) await close();
    await desk?.close();
    await redis?.close();
  });

  /** A gateway on a port and a Redis connection of its own, as each process has; they share the record alone. */
  async function openDoor(): Promise<string> {
    const connection = openRedis(redis.url, () => {});
    const http = createServer();
    const gateway = openGateway(http, { ...desk.desk.services, log: desk.server.log }, connection);
    await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
    closers.push(
      () => connection.disconnect(),
      () => gateway.close(),
    );
    return `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  }

  it('brings a reply composed by one to the tab that is connected to the other', async () => {
    const [writer, reader] = await Promise.all(addresses.map((address) => openChatClient(address)));
    const opened = await writer!.open();
    if (!opened.ok) throw new Error(opened.error.code);
    const { conversationId, secret } = opened.value;
    await reader!.open({ conversationId, secret: secret! });
    await writer!.send({ clientMessageId: 'a', text: '身份证掉了怎么办' });
    const [own, other] = await Promise.all([writer!.reply(), reader!.reply()]);
    expect(other).toEqual(own);
    await expect.poll(() => reader!.stored.map(({ role }) => role)).toEqual(['citizen', 'desk']);
    writer!.close();
    reader!.close();
  });

  it('takes a message that was sent through both for one', async () => {
    const [one, other] = await Promise.all(addresses.map((address) => openChatClient(address)));
    const opened = await one!.open();
    if (!opened.ok) throw new Error(opened.error.code);
    const { conversationId, secret } = opened.value;
    await other!.open({ conversationId, secret: secret! });
    const same = { clientMessageId: 'same', text: '渝中区大坪正街14号门口路灯不亮' };
    const sent = await Promise.all([one!.send(same), other!.send(same), one!.send(same)]);
    expect(new Set(sent.map((answer) => (answer.ok ? answer.value.id : answer.error.code))).size).toBe(1);
    await Promise.all([one!.reply(), other!.reply()]);
    const rows = await desk.desk.services.conversations.messagesAfter(conversationId, 0);
    expect(rows.map(({ role }) => role)).toEqual(['citizen', 'desk']);
    one!.close();
    other!.close();
  });
});
