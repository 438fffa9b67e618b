import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ticketDraft } from '../../assistant/testing/builders.ts';
import { openTestDesk, type TestDesk } from '../testing/open-test-desk.ts';
import { maxTextLength } from './readable-text.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.close());

let next = 0;
const file = () =>
  desk.desk.services.tickets.file(ticketDraft(), {
    sourceId: `m${next++}`,
    conversationId: null,
    channel: 'web',
    at: new Date(),
  });

describe('who may do what', () => {
  it('asks for a log-in before anything of the console', async () => {
    const urls = ['/api/session', '/api/tickets', '/api/data-questions/examples', '/api/evals/runs', '/api/calls'];
    for (const url of urls) {
      const answer = await desk.server.inject({ url });
      expect([url, answer.statusCode, answer.json().code]).toEqual([url, 401, 'not_logged_in']);
    }
  });

  it('keeps each role to its own pages', async () => {
    const forbidden = [
      ['handler', 'GET', '/api/evals/runs'],
      ['cadre', 'GET', '/api/tickets'],
      ['hotline', 'GET', '/api/data-questions/examples'],
      ['handler', 'GET', '/api/calls'],
    ] as const;
    for (const [account, method, url] of forbidden) {
      const answer = await (await desk.as(account))(method, url);
      expect([account, url, answer.status, answer.body]).toMatchObject([account, url, 403, { code: 'not_allowed' }]);
    }
  });

  it('says the same of an unknown name and a wrong password', async () => {
    const answers = await Promise.all(
      ['nobody', 'handler'].map((name) =>
        desk.server.inject({ method: 'POST', url: '/api/session', payload: { name, password: 'wrong' } }),
      ),
    );
    expect(answers.map((answer) => [answer.statusCode, answer.json()])).toEqual(
      Array(2).fill([401, { code: 'log_in_failed', message: expect.stringContaining('重新输入') }]),
    );
  });

  it('refuses a write that lacks the header of our own pages', async () => {
    const session = await desk.server.inject({
      method: 'POST',
      url: '/api/session',
      payload: { name: 'admin', password: 'a password for tests' },
    });
    const { name, value, sameSite, httpOnly } = session.cookies[0]!;
    const answer = await desk.server.inject({
      method: 'POST',
      url: '/api/evals/runs',
      cookies: { [name]: value },
      payload: { suite: 'routing' },
    });
    expect([answer.statusCode, answer.json().code, sameSite, httpOnly]).toEqual([
      403,
      'request_untrusted',
      'Strict',
      true,
    ]);
  });

  it('ends a session at log-out', async () => {
    const send = await desk.as('handler');
    expect((await send('DELETE', '/api/session')).status).toBe(204);
    expect((await send('GET', '/api/session')).status).toBe(401);
  });
});

describe('tickets', () => {
  it('lists, opens and moves a ticket of one’s district', async () => {
    const { number } = await file();
    const send = await desk.as('handler');
    expect((await send('GET', `/api/tickets?district=渝中区&q=${number}`)).body).toMatchObject({
      total: 1,
      items: [{ number }],
    });
    const moved = await send('POST', `/api/tickets/${number}/moves`, { move: 'accept', version: 1 });
    expect(moved.body).toMatchObject({
      status: 'accepted',
      version: 2,
      moves: expect.arrayContaining([
        expect.objectContaining({ name: 'return' }),
        expect.objectContaining({ name: 'reply' }),
      ]),
    });
    const again = await send('POST', `/api/tickets/${number}/moves`, { move: 'accept', version: 1 });
    expect([again.status, again.body]).toMatchObject([409, { code: 'version_conflict' }]);
  });

  it('shows its reporter the progress, and nobody else', async () => {
    const { number, progressSecret } = await file();
    const right = await desk.server.inject({ url: `/api/ticket-progress/${number}?secret=${progressSecret}` });
    const wrong = await desk.server.inject({ url: `/api/ticket-progress/${number}?secret=AAAAAAAA` });
    expect(right.headers['access-control-allow-origin']).toBe('*'); // the widget stands on other people's pages
    expect(right.json()).toMatchObject({ number, events: [{ kind: 'filed' }] });
    expect([wrong.statusCode, wrong.json().code]).toEqual([404, 'ticket_not_found']);
  });
});

describe('bad input', () => {
  it.each([
    ['malformed JSON', '{"name":', 400, 'bad_input'],
    ['an unknown field', JSON.stringify({ name: 'a', password: 'b', admin: true }), 400, 'bad_input'],
    ['the wrong type', JSON.stringify({ name: 7, password: [] }), 400, 'bad_input'],
    ['a megabyte', JSON.stringify({ name: 'a'.repeat(1_000_000), password: 'b' }), 413, 'bad_input'],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00]).toString('latin1'), 400, 'bad_input'],
  ])('answers %s with a code and a sentence', async (_, payload, status, code) => {
    const answer = await desk.server.inject({
      method: 'POST',
      url: '/api/session',
      headers: { 'content-type': 'application/json' },
      payload,
    });
    expect([answer.statusCode, answer.json()]).toEqual([status, { code, message: expect.stringMatching(/请/) }]);
    expect(answer.body).not.toMatch(/at .*\.(?:ts|js)/);
  });

  it.each([
    ['nothing', '', 422, 'text_empty'],
    ['zero-width characters alone', '\u200b\u200d\ufeff', 422, 'text_empty'],
    ['too much', '长'.repeat(maxTextLength + 1), 413, 'text_too_long'],
  ])('turns away a question of %s', async (_, question, status, code) => {
    const answer = await (await desk.as('cadre'))('POST', '/api/data-questions', { question });
    expect([answer.status, answer.body]).toMatchObject([status, { code }]);
  });

  it('answers addresses that do not exist, and lives on', async () => {
    const answer = await desk.server.inject({ url: '/api/%00%ff/../../etc/passwd' });
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect((await desk.server.inject({ url: '/healthz' })).json()).toEqual({ ok: true });
  });
});

describe('documents', () => {
  it('opens the document of a citation, whose span is the quote', async () => {
    const { assistant } = desk.desk.services;
    const at = new Date('2026-11-23T10:00:00+08:00');
    const turn = {
      conversationId: 'c',
      messageId: 'm',
      text: '上户口要带什么材料',
      channel: 'web',
      at,
      dialogue: {},
    } as const;
    const { reply } = await assistant.reply(turn);
    if (reply.outcome !== 'answered') throw new Error(reply.outcome);
    const [citation] = reply.citations;
    const document = (
      await desk.server.inject({ url: `/api/documents/${encodeURIComponent(citation!.docId)}` })
    ).json();
    expect(document.text.slice(citation!.start, citation!.end)).toBe(citation!.quote);
  });
});

describe('the machine’s own pages', () => {
  it('describes every route, and counts requests', async () => {
    const paths = Object.keys((await desk.server.inject({ url: '/docs/json' })).json().paths);
    expect(paths).toEqual(
      expect.arrayContaining(['/api/tickets/{number}/moves', '/api/calls/{id}/events', '/api/data-questions']),
    );
    expect((await desk.server.inject({ url: '/metrics' })).body).toContain('yuwen_http_requests_total');
    expect((await desk.server.inject({ url: '/readyz' })).json()).toEqual({ ok: true });
  });
});

it('counts questions and not the files of pages: an office behind one address opens dozens with every page', async () => {
  const limitOf = async (url: string) => (await desk.server.inject({ url })).headers['x-ratelimit-limit'];
  for (const url of ['/', '/widget.js', '/progress.html', '/console/assets/index-abc.js', '/console/tickets?page=2'])
    expect([url, await limitOf(url)]).toEqual([url, undefined]);
  for (const url of ['/api/session', '/healthz']) expect([url, await limitOf(url)]).not.toEqual([url, undefined]);
});
