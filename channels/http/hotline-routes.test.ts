import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signedHeaders } from '../access/signed-request.ts';
import { openTestDesk, type TestDesk } from '../testing/open-test-desk.ts';
import type { CallDetail, CallEventInput, EventsTaken } from './hotline-types.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk({ HOTLINE_KEY: 'stream-key' });
});
afterAll(() => desk.close());

const at = '2026-11-23T02:00:00Z';
const post = (url: string, payload: object = {}) =>
  desk.server.inject({ method: 'POST', url, payload, headers: { authorization: 'Bearer stream-key' } });
const utterance = (sequence: number, text: string, more: object = {}) =>
  ({ kind: 'utterance', sequence, speaker: 'citizen', at, text, ...more }) as CallEventInput;
const send = async (call: string, ...events: unknown[]): Promise<EventsTaken> =>
  (await post(`/api/calls/${call}/events`, { events })).json();
const read = async (call: string) => (await (await desk.as('hotline'))('GET', `/api/calls/${call}`)).body as CallDetail;

describe('a call', () => {
  it('fills the draft as the citizen speaks, and the operator files it once', async () => {
    await send('call-1', { kind: 'start', at }, utterance(1, '喂你好，我要反映个事情'));
    await send('call-1', utterance(2, '请问是哪里呢', { speaker: 'operator' }));
    await send('call-1', utterance(3, '我们楼下烧烤摊半夜吵得睡不着'));
    const { state } = await send('call-1', utterance(4, '在渝中区解放碑步行街'));
    expect(state.draft).toMatchObject({ category: { code: 'C05.02' }, place: { district: '渝中区' } });
    const operate = await desk.as('hotline');
    const filed = await operate('POST', '/api/calls/call-1/ticket', { confirm: true });
    const again = await operate('POST', '/api/calls/call-1/ticket', { confirm: true });
    expect(filed.body).toEqual(again.body);
    expect(await read('call-1')).toMatchObject({ ticketNumber: (filed.body as { number: string }).number });
  });

  it('replaces partials by their final, and puts repeated and late utterances right', async () => {
    await send('call-4', utterance(2, '在大', { status: 'partial' }), utterance(2, '在大坪'));
    await send('call-4', utterance(2, '在大', { status: 'partial' }));
    await send('call-4', utterance(1, '路灯坏了'));
    const { version } = await read('call-4');
    expect(await send('call-4', utterance(1, '路灯坏了'))).toMatchObject({ taken: 0, repeated: 1, version });
    expect((await read('call-4')).utterances.map(({ text, final }) => [text, final])).toEqual([
      ['路灯坏了', true],
      ['在大坪', true],
    ]);
  });

  it('takes what is heard after the end, and says that the call was amended', async () => {
    await send('call-5', utterance(1, '路灯坏了'), { kind: 'end', at });
    await send('call-5', utterance(2, '在渝中区大坪正街'));
    const call = await read('call-5');
    expect(call).toMatchObject({ amended: true, endedAt: '2026-11-23T02:00:00.000Z' });
    expect(call.utterances.map(({ late }) => late)).toEqual([false, true]);
  });

  it('reports broken events one by one and loses none of the good ones', async () => {
    const answer = await send('call-6', { kind: 'utterance', text: '' }, utterance(1, '路灯坏了'), null, 'x');
    expect(answer).toMatchObject({
      taken: 1,
      rejected: [{ index: 0, code: 'event_invalid' }, { index: 2 }, { index: 3 }],
    });
    const refused = await post('/api/calls/call-6/events', { events: [{ kind: 'bang' }] });
    expect([refused.statusCode, refused.json().code]).toEqual([400, 'event_invalid']);
  });
});

describe('the stream', () => {
  it('comes in by a signature that may be used once', async () => {
    const { id: keyId, secret } = await desk.desk.services.accessKeys.issue({ name: 'pbx', doors: ['hotline'] });
    const path = '/api/calls/call-7/events';
    const body = JSON.stringify({ events: [utterance(1, '路灯坏了')] });
    const sign = { keyId, secret, time: Date.now(), nonce: 'a-nonce-of-this-test' };
    const headers = { 'content-type': 'application/json', ...signedHeaders({ method: 'POST', path, body }, sign) };
    const inject = () => desk.server.inject({ method: 'POST', url: path, payload: body, headers });
    expect((await inject()).statusCode).toBe(200);
    const again = await inject();
    expect([again.statusCode, again.json().code]).toEqual([401, 'nonce_replayed']);
  });

  it('lets nobody in with a wrong key, and no key file a ticket', async () => {
    const headers = { authorization: 'Bearer guess' };
    const answer = await desk.server.inject({
      method: 'POST',
      url: '/api/calls/x/events',
      payload: { events: [{}] },
      headers,
    });
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'key_wrong']);
    expect((await post('/api/calls/call-1/ticket')).statusCode).toBe(401);
  });

  it('is closed while the surface is off', async () => {
    const by = { actor: 'admin', reason: 'test' };
    await desk.desk.services.switches.set('hotline', false, by);
    const answer = await post('/api/calls/call-8/events', { events: [utterance(1, '喂')] });
    await desk.desk.services.switches.set('hotline', true, by);
    expect([answer.statusCode, answer.json().code]).toEqual([503, 'surface_off']);
  });
});
