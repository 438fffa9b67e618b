import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openGateway } from '../socket/gateway.ts';
import { type ChatClient, openChatClient } from '../testing/chat-client.ts';
import { openTestDesk, type TestDesk } from '../testing/open-test-desk.ts';
import { signedHeaders } from './signed-request.ts';
import { openSwitches, type Switches } from './switches.ts';

let desk: TestDesk;
let gateway: ReturnType<typeof openGateway>;
let client: ChatClient;
/** As another process on the same record would have them. */
let elsewhere: Switches;
const by = { actor: 'admin', reason: '机房检修' };

beforeAll(async () => {
  desk = await openTestDesk();
  gateway = openGateway(desk.server.server, { ...desk.desk.services, log: desk.server.log }, null);
  await desk.server.listen({ port: 0, host: '127.0.0.1' });
  const { port } = desk.server.server.address() as AddressInfo;
  client = await openChatClient(`http://127.0.0.1:${port}`);
  const { db, listen } = desk.record;
  elsewhere = await openSwitches({ db: db as never, now: () => new Date(), listen, notice: () => {} });
});
afterAll(async () => {
  client?.close();
  await elsewhere?.close();
  await gateway?.close();
  await desk?.close();
});

/** Turns it off in the other process and waits until this one refuses by itself. */
async function turnElsewhere(surface: 'chat' | 'hotline', on: boolean): Promise<void> {
  await elsewhere.set(surface, on, by);
  const { switches } = desk.desk.services;
  await expect.poll(() => switches.isOn(surface)).toBe(on);
}

it('the chat, turned off in another process, takes nothing more and says whom to call; turned on it goes on', async () => {
  const opened = await client.open();
  if (!opened.ok) throw new Error(opened.error.code);
  await turnElsewhere('chat', false);
  const refused = { ok: false, error: { code: 'surface_off', message: expect.stringContaining('12345') } };
  expect(await client.send({ clientMessageId: 'off', text: '上户口要带什么材料' })).toMatchObject(refused);
  expect(await client.open()).toMatchObject(refused);
  const { conversationId } = opened.value;
  expect(await desk.desk.services.conversations.messagesAfter(conversationId, 0)).toEqual([]);
  await turnElsewhere('chat', true);
  expect(await client.send({ clientMessageId: 'off', text: '上户口要带什么材料' })).toMatchObject({ ok: true });
  await client.reply();
});

it('the hotline’s stream comes in by a signed key, once, and not while it is off', async () => {
  const key = await desk.desk.services.accessKeys.issue({ name: '呼叫中心', doors: ['hotline'] });
  const send = (nonce: string) => {
    const body = JSON.stringify({ events: [{ kind: 'start', at: new Date().toISOString() }] });
    const request = { method: 'POST', path: '/api/calls/signed-call/events', body };
    const headers = signedHeaders(request, { keyId: key.id, secret: key.secret, time: Date.now(), nonce });
    return desk.server.inject({
      method: 'POST',
      url: request.path,
      payload: body,
      headers: { ...headers, 'content-type': 'application/json' },
    });
  };
  await turnElsewhere('hotline', false);
  expect((await send('nonce-while-it-is-off')).json()).toMatchObject({ code: 'surface_off' });
  await turnElsewhere('hotline', true);
  const first = await send('nonce-of-the-first-one');
  expect({ status: first.statusCode, body: first.json() }).toMatchObject({ status: 200 });
  expect((await send('nonce-of-the-first-one')).json()).toMatchObject({ code: 'nonce_replayed' });
});
