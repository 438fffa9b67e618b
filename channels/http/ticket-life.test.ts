import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ticketDraft } from '../../assistant/testing/builders.ts';
import { emptyReply } from '../../assistant/testing/ticket-life.ts';
import { openTestDesk, type TestDesk } from '../testing/open-test-desk.ts';
import type { RatesAnswer, SavedViewList, TicketDetail, TicketProgress, TriageList } from './ticket-types.ts';

type Send = Awaited<ReturnType<TestDesk['as']>>;
type Failure = { code: string; message: string; details?: Record<string, unknown> };

let desk: TestDesk;
let handler: Send;
let hotline: Send;
beforeAll(async () => {
  desk = await openTestDesk();
  [handler, hotline] = await Promise.all([desk.as('handler'), desk.as('hotline')]);
});
afterAll(() => desk.close());

const content = '渝中区解放碑步行街烧烤摊半夜吵得睡不着。希望规定收摊时间，清理占道桌椅';
let next = 0;
async function file(conversationId: string | null = null) {
  const filing = { sourceId: `life-${next++}`, conversationId, channel: 'web', at: new Date() };
  return desk.desk.services.tickets.file(ticketDraft({ content }), filing);
}
const detailOf = async (number: string) =>
  (await hotline('GET', `/api/tickets/${number}`)).body as unknown as TicketDetail;
async function move(send: Send, number: string, name: string, fields: object = {}) {
  const { version } = await detailOf(number);
  const { status, body } = await send('POST', `/api/tickets/${number}/moves`, { move: name, version, ...fields });
  return { status, body: body as unknown as TicketDetail & Failure };
}
const post = (url: string, payload: object) => desk.server.inject({ method: 'POST', url, payload });

const duty = { returnCode: 'not_our_duty', clause: '《噪声污染防治法》第七十条', reason: '不属于本街道职责' };
const lead = { unit: '渝中区公安分局', clause: '《噪声污染防治法》第七十条', reason: '经劝阻无效的由公安机关处理' };
const lacking = '经现场核查，已责令商家规定收摊时间为23点。';
const whole = '经现场核查，已责令商家规定收摊时间为23点，并已清理占道桌椅，现场恢复通行。';

describe('a ticket from filing to its end', () => {
  it('is returned, adjudicated, answered in full at the second try, opened again in part, and closed', async () => {
    const { number, progressSecret } = await file();
    const key = { number, secret: progressSecret };
    await move(handler, number, 'return', duty);
    await move(hotline, number, 'reassign', { unit: '渝中区城市管理局', reason: '占道经营' });
    const twice = await move(handler, number, 'return', duty);
    expect([twice.body.status, twice.body.returns.length]).toEqual(['adjudication', 2]);

    const triage = (await hotline('GET', '/api/triage?pageSize=100')).body as unknown as TriageList;
    expect(triage.items.find((item) => item.number === number)).toMatchObject({ why: 'second_return' });
    const ruled = await move(hotline, number, 'adjudicate', lead);
    expect([ruled.body.status, ruled.body.ownerUnit]).toEqual(['assigned', '渝中区公安分局']);
    const refused = await move(handler, number, 'return', duty);
    expect([refused.status, refused.body.code]).toEqual([409, 'ruling_binding']);

    await move(handler, number, 'accept');
    const sentBack = await move(handler, number, 'reply', { text: lacking });
    expect([sentBack.status, sentBack.body.code]).toEqual([422, 'reply_incomplete']);
    expect(sentBack.body.message).toContain('清理占道桌椅');
    const replied = await move(handler, number, 'reply', { text: whole });
    expect(replied.body).toMatchObject({ status: 'replied', items: [{ state: 'answered' }, { state: 'answered' }] });

    const verdicts = [{ item: 1, verdict: 'solved' }, { item: 2, verdict: 'part' }]; // biome-ignore format: two
    const judged = (await post('/api/ticket-progress/verdicts', { ...key, verdicts })).json() as TicketProgress;
    expect([judged.status, judged.items.map(({ state }) => state)]).toEqual(['reopened', ['solved', 'open']]);
    await move(handler, number, 'reply', { text: '又到现场清理占道桌椅，划线定界，每晚巡查。' });
    const last = { ...key, verdicts: [{ item: 2, verdict: 'solved' }], satisfaction: 'satisfied' };
    expect((await post('/api/ticket-progress/verdicts', last)).json()).toMatchObject({
      status: 'closed',
      mayJudge: false,
    });

    const { rows } = await sql`select contacted, solved, satisfied, return_count, on_time
      from data_platform.ticket where number = ${number}`.execute(desk.record.db);
    expect(rows).toEqual([{ contacted: true, solved: true, satisfied: true, return_count: 2, on_time: true }]);

    const { clock, events } = await detailOf(number);
    expect(clock.map(({ event }) => event)).toEqual([
      'filed', 'returned', 'reassigned', 'returned', 'adjudicated', 'accepted', 'replied', 'reopened', 'replied', 'closed', 'now',
    ]); // biome-ignore format: one line
    expect(new Set(clock.map(({ budgetMinutes }) => budgetMinutes))).toEqual(new Set([15 * 9 * 60]));
    expect(clock.every(({ text, rule, dueAt }) => text && rule && dueAt)).toBe(true);
    expect(events.map(({ kind }) => kind)).toContain('reply_sent_back');
  });

  it('is audited move by move, the refused ones too', async () => {
    const { number } = await file();
    await move(handler, number, 'accept');
    await move(handler, number, 'reply', { text: emptyReply });
    const audited = await desk.record.db
      .selectFrom('audit')
      .select(['actor', 'action', 'detail'])
      .where('subject', '=', number)
      .where('action', '<>', 'ticket-open')
      .orderBy('id')
      .execute();
    expect(audited).toMatchObject([
      { actor: 'handler', action: 'ticket-accept' },
      { actor: 'handler', action: 'ticket-reply', detail: { refused: 'reply_incomplete' } },
    ]);
  });
});

describe('what a mover is told', () => {
  it('names the units that may have been meant', async () => {
    const { number } = await file();
    const { status, body } = await move(hotline, number, 'reassign', { unit: '渝中城管局', reason: '占道' });
    expect([status, body.code]).toEqual([422, 'unit_unknown']);
    expect(body.details?.candidates).toContain('渝中区城市管理局');
    const near = (await hotline('GET', '/api/units?q=城市管理局&district=渝中区')).body as unknown as {
      items: string[];
    };
    expect(near.items[0]).toBe('渝中区城市管理局');
  });

  it('says what changed when another was faster', async () => {
    const { number } = await file();
    await move(handler, number, 'accept');
    const late = await handler('POST', `/api/tickets/${number}/moves`, { move: 'accept', version: 1 });
    expect([late.status, late.body]).toMatchObject([
      409,
      { code: 'version_conflict', details: { version: 2, status: 'accepted', changed: [{ kind: 'accepted' }] } },
    ]);
  });

  it('offers each account its own moves, with what they need', async () => {
    const { number } = await file();
    const { body } = await handler('GET', `/api/tickets/${number}`);
    const { moves } = body as unknown as TicketDetail;
    expect(moves.map(({ name }) => name)).toEqual(['accept', 'return', 'note']);
    expect(moves[1]?.needs).toEqual(['returnCode', 'clause', 'reason']);
    const codes = (await handler('GET', '/api/tickets/move-codes')).body as unknown as { returnCodes: unknown[] };
    expect(codes.returnCodes).toContainEqual({ code: 'not_our_duty', text: '依法不属于本单位职责' });
  });

  it('lets a unit ask for more time and the desk decide it', async () => {
    const { number } = await file();
    await move(handler, number, 'accept');
    await move(handler, number, 'request_extension', { workingDays: 5, reason: '需要多部门会商' });
    expect((await detailOf(number)).awaitsDesk).toBe('extension');
    const { body } = await move(hotline, number, 'extend', { reason: '情况属实' });
    expect([body.awaitsDesk, body.clock.at(-1)?.budgetMinutes]).toEqual([null, 20 * 9 * 60]);
  });
});

describe('the reporter', () => {
  it('is told in the chat, asked what is solved, and heard there', async () => {
    const { conversations, answering } = desk.desk.services;
    const { conversationId } = await conversations.begin('web', new Date());
    const { number } = await file(conversationId);
    await move(handler, number, 'accept');
    await move(handler, number, 'reply', { text: whole });
    const said = async () => (await conversations.messagesAfter(conversationId, 0)).map(({ text }) => text);
    await expect.poll(async () => (await said()).at(-1)).toMatch(/请您评价[\s\S]*清理占道桌椅/);
    await expect.poll(async () => (await detailOf(number)).answerDueAt).not.toBeNull();

    const text = `评价工单 ${number}：第 2 项没有解决`;
    const { message } = await answering.take({ conversationId, clientMessageId: 'judge', text });
    const answer = await answering.answer(message.id);
    expect(answer?.text).toContain('2. 清理占道桌椅');
    expect((await detailOf(number)).items.map(({ state }) => state)).toEqual(['answered', 'open']);
  });

  it('keeps the code to itself: whoever handles the ticket reads the talk without it', async () => {
    const { conversations, answering } = desk.desk.services;
    const { conversationId } = await conversations.begin('web', new Date());
    const { message } = await answering.take({ conversationId, clientMessageId: 'filing', text: content });
    const answer = await answering.answer(message.id);
    const [number = ''] = /\d{8}-\d{6}/u.exec(answer?.text ?? '') ?? [];
    const [, code = ''] = /查询码 ([A-Z0-9]+)/u.exec(answer?.text ?? '') ?? [];
    expect(code).not.toBe('');
    const { conversation } = await detailOf(number);
    expect(conversation.at(-1)?.text).toContain('查询码 ······');
    expect(JSON.stringify(conversation)).not.toContain(code);
  });

  it('sees nothing with a wrong secret, and cannot judge what is not answered', async () => {
    const { number, progressSecret } = await file();
    const wrong = await post('/api/ticket-progress', { number, secret: 'AAAAAAAA' });
    expect([wrong.statusCode, wrong.json().code]).toEqual([404, 'ticket_not_found']);
    const early = { number, secret: progressSecret, verdicts: [{ item: 1, verdict: 'not' }] };
    expect((await post('/api/ticket-progress/verdicts', early)).json().code).toBe('move_not_allowed');
    const seen = (await post('/api/ticket-progress', { number, secret: progressSecret })).json() as TicketProgress;
    expect([seen.mayJudge, seen.clockText]).toEqual([false, expect.stringMatching(/^应在 .+ 前答复办理情况/)]);
  });
});

it('computes the three rates of a unit from what was counted, and says how', async () => {
  const answer = (await hotline('GET', '/api/ticket-rates?by=unit')).body as unknown as RatesAnswer;
  const police = answer.rows.find(({ name }) => name === '渝中区公安分局');
  expect(police).toMatchObject({
    tickets: 1,
    response: { numerator: 1, denominator: 1, value: 1 },
    solved: { numerator: 1, denominator: 1 },
    satisfied: { numerator: 1, denominator: 1 },
  });
  expect(answer.definitions.response).toContain('按时联系数÷应联系数');
});

it('keeps an account’s own filters, and nobody else’s', async () => {
  const put = async (send: 'handler' | 'hotline', url: string, payload: object) => {
    const session = await desk.server.inject({
      method: 'POST',
      url: '/api/session',
      payload: { name: send, password: 'a password for tests' },
    });
    const cookies = { [session.cookies[0]!.name]: session.cookies[0]!.value };
    return desk.server.inject({ method: 'PUT', url, cookies, headers: { 'x-yuwen-request': '1' }, payload });
  };
  const url = `/api/ticket-views/${encodeURIComponent('超期的')}`;
  const query = { overdue: true, urgency: 'U1', sort: 'due_at' };
  expect((await put('handler', url, { query })).json()).toEqual({ items: [{ name: '超期的', query }] });
  expect((await put('handler', url, { query: { sql: '1=1' } })).json().code).toBe('bad_input');
  expect(((await hotline('GET', '/api/ticket-views')).body as unknown as SavedViewList).items).toEqual([]);
  expect(((await handler('DELETE', url)).body as unknown as SavedViewList).items).toEqual([]);
});
