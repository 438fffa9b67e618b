import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDesk, type TestDesk } from '../testing/open-test-desk.ts';

let desk: TestDesk;
let photo: Buffer;

beforeAll(async () => {
  desk = await openTestDesk();
  photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#964' } })
    .jpeg()
    .toBuffer();
});
afterAll(() => desk.close());

interface Opening {
  conversationId: string;
  secret: string;
}

const begun = (): Promise<Opening> => desk.desk.services.conversations.begin('web', new Date());

async function upload(opening: Opening, clientPhotoId: string, bytes = photo) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...opening, clientPhotoId })) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(bytes)]), '../<b>任意名字</b>.exe');
  const request = new Request('http://desk/', { method: 'POST', body: form });
  const headers = { 'content-type': request.headers.get('content-type')! };
  const payload = Buffer.from(await request.arrayBuffer());
  const answer = await desk.server.inject({ method: 'POST', url: '/api/photographs', headers, payload });
  return { status: answer.statusCode, body: answer.json() };
}

async function post(url: string, payload: object) {
  const answer = await desk.server.inject({ method: 'POST', url: `/api${url}`, payload });
  return {
    status: answer.statusCode,
    body: String(answer.headers['content-type']).includes('json') ? answer.json() : null,
    answer,
  };
}

async function complain({ conversationId }: Opening, text: string) {
  const { answering } = desk.desk.services;
  const { message } = await answering.take({ conversationId, clientMessageId: text.slice(0, 60), text });
  const row = await answering.answer(message.id);
  const replies = row?.reply?.outcome === 'several' ? row.reply.replies : [row?.reply];
  return replies.flatMap((reply) => (reply?.outcome === 'ticket' ? [reply.ticket] : []));
}

describe('photographs with a complaint', () => {
  it('wait at the conversation and go with its next ticket, which shows them to handler and reporter', async () => {
    const opening = await begun();
    const { body: kept } = await upload(opening, 'a');
    expect(kept).toMatchObject({ clientPhotoId: 'a', width: 60, height: 40, tickets: [] });
    const [ticket] = await complain(opening, '渝中区大坪正街12号门口路灯不亮');
    const { number, progressSecret: secret } = ticket!;
    expect((await post('/photographs/list', opening)).body.items).toMatchObject([{ id: kept.id, tickets: [number] }]);
    const handler = await desk.as('handler');
    expect((await handler('GET', `/api/tickets/${number}/photographs`)).body).toMatchObject({
      items: [{ id: kept.id }],
    });
    const own = await post('/ticket-progress/photograph', { number, secret, id: kept.id, size: 'image' });
    expect(own.answer.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    expect((await sharp(own.answer.rawPayload).metadata()).format).toBe('jpeg');
  });

  it('go with both tickets of one message, and not with a later one', async () => {
    const opening = await begun();
    await upload(opening, 'a');
    const filed = await complain(opening, '渝中区解放碑步行街烧烤摊半夜吵得睡不着；另外渝中区大坪正街路灯也不亮');
    const later = await complain(opening, '渝中区上清寺路窨井盖坏了');
    const { items } = (await post('/photographs/list', opening)).body;
    expect(filed.length).toBeGreaterThan(0);
    expect(items[0].tickets).toEqual(filed.map(({ number }) => number).sort());
    expect(items[0].tickets).not.toContain(later[0]?.number);
  });

  it('are kept once however often one is sent, and three at most', async () => {
    const opening = await begun();
    const sent = await Promise.all(['a', 'a', 'b', 'c', 'b'].map((id) => upload(opening, id)));
    expect(sent.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(await upload(opening, 'd')).toMatchObject({ status: 409, body: { code: 'photo_too_many' } });
    expect((await post('/photographs/list', opening)).body.items).toHaveLength(3);
  });

  it('can be taken back until they are filed', async () => {
    const opening = await begun();
    const { id } = (await upload(opening, 'a')).body;
    expect((await post('/photographs/removal', { ...opening, id })).body.items).toEqual([]);
    const filed = (await upload(opening, 'b')).body;
    await complain(opening, '渝中区大坪正街13号门口路灯不亮');
    expect(await post('/photographs/removal', { ...opening, id: filed.id })).toMatchObject({
      status: 409,
      body: { code: 'photo_filed' },
    });
  });

  it('are for their own conversation alone', async () => {
    const [own, other] = [await begun(), await begun()];
    const { id } = (await upload(own, 'a')).body;
    expect(await upload({ ...own, secret: other.secret }, 'b')).toMatchObject({ status: 404 });
    expect(await post('/photographs/preview', { ...other, id })).toMatchObject({
      status: 404,
      body: { code: 'photo_unknown' },
    });
    await post('/photographs/removal', { ...other, id });
    expect((await post('/photographs/preview', { ...own, id })).status).toBe(200);
  });

  it('are hidden from who may not see the ticket', async () => {
    const opening = await begun();
    const { id } = (await upload(opening, 'a')).body;
    const [ticket] = await complain(opening, '江北区观音桥步行街路灯不亮');
    const handler = await desk.as('handler');
    const stranger = await handler('GET', `/api/tickets/${ticket!.number}/photographs/${id}`);
    const nobody = await desk.server.inject(`/api/tickets/${ticket!.number}/photographs/${id}`);
    const guess = await post('/ticket-progress/photographs', { number: ticket!.number, secret: 'WRONGONE' });
    expect([stranger.status, nobody.statusCode, guess.status]).toEqual([404, 401, 404]);
  });

  it('are refused with a code when they are none', async () => {
    const opening = await begun();
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    expect(await upload(opening, 'a', svg)).toMatchObject({ status: 415, body: { code: 'photo_format_unknown' } });
    expect(await upload(opening, 'b', Buffer.alloc(11 * 1024 * 1024, 1))).toMatchObject({
      status: 413,
      body: { code: 'photo_too_large', message: expect.stringMatching(/请/) },
    });
  });

  it('are refused while an administrator has turned them off', async () => {
    const { switches } = desk.desk.services;
    await switches.set('photo', false, { actor: 'admin', reason: 'a test' });
    expect(await upload(await begun(), 'a')).toMatchObject({ status: 503, body: { code: 'surface_off' } });
    await switches.set('photo', true, { actor: 'admin', reason: 'over' });
  });
});
