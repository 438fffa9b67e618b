import type { AddressInfo } from 'node:net';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signatureOf } from '../access/signed-request.ts';
import { openTestDesk, type TestDesk } from '../testing/open-test-desk.ts';
import { openCallLine } from './call-line.ts';
import { openGateway } from './gateway.ts';

let desk: TestDesk;
let gateway: ReturnType<typeof openGateway>;
let address: string;
let key: string;
beforeAll(async () => {
  desk = await openTestDesk();
  gateway = openGateway(desk.server.server, { ...desk.desk.services, log: desk.server.log }, null);
  await desk.server.listen({ port: 0, host: '127.0.0.1' });
  address = `http://127.0.0.1:${(desk.server.server.address() as AddressInfo).port}`;
  const { id, secret } = await desk.desk.services.accessKeys.issue({ name: 'pbx', doors: ['hotline'] });
  key = `${id}.${secret}`;
});
afterAll(async () => {
  await gateway.close();
  await desk.close();
});

const utterance = (sequence: number, text: string) =>
  ({ kind: 'utterance', sequence, speaker: 'citizen', at: '2026-11-23T02:00:00Z', text }) as const;

async function cookieOf(account: string): Promise<string> {
  const payload = { name: account, password: 'a password for tests' };
  const { cookies } = await desk.server.inject({ method: 'POST', url: '/api/session', payload });
  return `${cookies[0]!.name}=${cookies[0]!.value}`;
}

describe('the hotline’s socket', () => {
  it('takes events from a signed connection, and tells consoles of the change', async () => {
    const [stream, console] = await Promise.all([
      openCallLine(address, { key }),
      openCallLine(address, { cookie: await cookieOf('hotline') }),
    ]);
    const told = new Promise<{ id: string }>((resolve) => console.onChange(resolve));
    const answer = await stream.send('socket-1', [utterance(1, '渝中区大坪正街路灯坏了')]);
    expect(answer).toMatchObject({ taken: 1, state: { wants: ['complaint'] } });
    expect(await told).toMatchObject({ id: 'socket-1' });
    stream.close();
    console.close();
  });

  it('turns away who has no key, a wrong one, or an account without the role', async () => {
    const codeOf = (options: object) =>
      openCallLine(address, options).then(
        () => 'let in',
        (error: { code: string }) => error.code,
      );
    expect(await codeOf({})).toBe('not_logged_in');
    expect(await codeOf({ key: 'nobody.secret' })).toBe('key_wrong');
    expect(await codeOf({ key: `${key}x` })).toBe('signature_wrong');
    expect(await codeOf({ cookie: await cookieOf('handler') })).toBe('not_allowed');
  });

  it('lets a signed handshake be used once', async () => {
    const [id = '', secret = ''] = key.split('.');
    const [time, nonce] = [Date.now(), 'a-nonce-of-this-handshake'];
    const signature = signatureOf({ method: 'GET', path: '/hotline', body: '' }, { time, nonce }, secret);
    const auth = { key: id, time: String(time), nonce, signature };
    const endings = [];
    for (let round = 0; round < 2; round++) {
      const line = io(`${address}/hotline`, { transports: ['websocket'], forceNew: true, reconnection: false, auth });
      endings.push(
        await new Promise((resolve) => {
          line.once('connect', () => resolve('let in'));
          line.once('connect_error', (error: Error & { data?: { code: string } }) => resolve(error.data?.code));
        }),
      );
      line.close();
    }
    expect(endings).toEqual(['let in', 'nonce_replayed']);
  });

  it('answers garbage with a code and goes on', async () => {
    const stream = await openCallLine(address, { key });
    for (const events of [[], ['x'], null as never, [{ kind: 'utterance', sequence: -1 }]])
      await expect(stream.send('socket-2', events as never)).rejects.toMatchObject({
        code: expect.stringMatching(/^(?:bad_input|event_invalid)$/),
      });
    expect(await stream.send('socket-2', [utterance(1, '喂')])).toMatchObject({ taken: 1 });
    stream.close();
  });
});
