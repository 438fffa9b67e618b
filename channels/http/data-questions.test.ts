import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DataReply } from '../../web-widget/widget/reply-types.ts';
import { openTestDesk, type TestDesk } from '../testing/open-test-desk.ts';
import type {
  DataConversation,
  DataQuestionAnswer,
  SavedQuestion,
  SavedQuestionList,
} from './data-question-schemas.ts';

const password = 'a password for tests';
const byDistrict = '上个月各区县投诉量前五';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk({ DEMO_DATA: 'true' });
  await desk.desk.fillDemoData(0.2);
  const cadres = [
    ['yuzhong-one', '渝中区', null],
    ['yuzhong-two', '渝中区', null],
    ['nanan', '南岸区', null],
    ['other-unit', '渝中区', '区县城市管理部门'],
  ] as const;
  for (const [name, district, unit] of cadres)
    await desk.desk.services.accounts.create({ name, displayName: name, role: 'cadre', district, unit, password });
}, 180_000);
afterAll(() => desk.close());

type Send = Awaited<ReturnType<TestDesk['as']>>;
const sessions = new Map<string, Promise<Send>>();
/** Logs in once an account: the desk slows down who logs in again and again. */
const as = (account: string): Promise<Send> => {
  const session = sessions.get(account) ?? desk.as(account);
  sessions.set(account, session);
  return session;
};
const ask = async (send: Send, question: string, conversationId?: string) => {
  const { status, body } = await send('POST', '/api/data-questions', {
    question,
    ...(conversationId && { conversationId }),
  });
  expect(status).toBe(200);
  return body as DataQuestionAnswer & { reply: DataReply };
};
const auditOf = async (action: string) =>
  desk.record.db.selectFrom('audit').selectAll().where('action', '=', action).orderBy('id', 'desc').execute();

describe('a data question', () => {
  it('offers what may be asked by subject', async () => {
    const { body } = await (await as('cadre'))('GET', '/api/data-questions/examples');
    expect(body).toMatchObject({
      subjects: expect.arrayContaining([expect.objectContaining({ examples: expect.any(Array) })]),
    });
  });

  it('is corrected by a chip’s own change, which is answered without reading words', async () => {
    const send = await as('cadre');
    const { conversationId, reply } = await ask(send, byDistrict);
    const time = reply.data.chips.find(({ kind }) => kind === 'time')!;
    const lastYear = time.alternatives.find(({ label }) => label === '去年')!;
    const { body } = await send('POST', '/api/data-questions/changes', {
      conversationId,
      change: lastYear.change,
      said: `更正：${lastYear.label}`,
    });
    const corrected = body as DataQuestionAnswer & { reply: DataReply };
    expect(corrected.reply.data.plan).toMatchObject({
      ...reply.data.plan,
      window: { from: '2025-01-01', to: '2025-12-31' },
    });
    const followed = await ask(send, '换成按月', conversationId);
    expect(followed.reply.data.plan).toMatchObject({ grain: 'month', window: corrected.reply.data.plan.window });
    const history = (await send('GET', `/api/data-questions/conversations/${conversationId}`)).body as DataConversation;
    expect(history.turns.map(({ question }) => question)).toEqual([byDistrict, '更正：去年', '换成按月']);
  });

  it('is not cried for help over: a chip may name an emergency', async () => {
    const send = await as('cadre');
    const { conversationId } = await ask(send, byDistrict);
    const { body } = await send('POST', '/api/data-questions/changes', {
      conversationId,
      change: { change: 'set_share', share: true },
      said: '更正：家里着火了，有人被困',
    });
    expect(body).toMatchObject({ reply: { outcome: 'data' } });
  });

  it.each([
    ['a change that is none', { change: { change: 'run_sql', sql: 'drop table account' } }, 400],
    ['a change of another’s conversation', { conversationId: 'no-such', change: { change: 'drop_having' } }, 404],
  ])('turns away %s', async (_, wrong, status) => {
    const send = await as('cadre');
    const { conversationId } = await ask(send, byDistrict);
    const answer = await send('POST', '/api/data-questions/changes', { conversationId, said: '更正', ...wrong });
    expect(answer.status).toBe(status);
  });

  it('answers a change that names nothing of the model with a coded failure', async () => {
    const send = await as('cadre');
    const { conversationId } = await ask(send, byDistrict);
    const change = { change: 'set_metrics', metrics: ['password_hash'] };
    const { body } = await send('POST', '/api/data-questions/changes', { conversationId, change, said: '更正' });
    expect(body).toMatchObject({ reply: { outcome: 'failed', code: 'unsafe_query' } });
  });

  it('shows the statement to those who keep the platform alone, and writes down who asked, the plan and the rows', async () => {
    const cadre = await ask(await as('cadre'), byDistrict);
    const operator = await ask(await as('operator'), byDistrict);
    expect([cadre.reply.data.sql, cadre.reply.data.params]).toEqual([null, []]);
    expect(operator.reply.data.sql).toContain('select');
    const [last, before] = await auditOf('data-question');
    expect([last?.actor, before?.actor]).toEqual(['operator', 'cadre']);
    expect(before).toMatchObject({
      subject: cadre.conversationId,
      detail: { question: byDistrict, plan: cadre.reply.data.plan, rows: 5, messageId: cadre.messageId },
    });
  });
});

describe('an export', () => {
  const cookies = new Map<string, Record<string, string>>();
  const fileOf = async (account: string, url: string) => {
    if (!cookies.has(account)) {
      const payload = { name: account, password };
      const session = await desk.server.inject({ method: 'POST', url: '/api/session', payload });
      const { name, value } = session.cookies[0]!;
      cookies.set(account, { [name]: value });
    }
    return desk.server.inject({ url, cookies: cookies.get(account)! });
  };
  const exportOf = (messageId: string, format: string) =>
    `/api/data-questions/figures/${messageId}/export?format=${format}`;

  it('gives the figures as a workbook and as CSV, and writes it down', async () => {
    const { messageId, reply } = await ask(await as('cadre'), byDistrict);
    const shown = reply.data.rows.map((row) => Object.values(row));
    const workbook = await fileOf('cadre', exportOf(messageId, 'xlsx'));
    expect(workbook.headers['content-disposition']).toContain('.xlsx');
    const [header, ...rows] = await readSheet(workbook.rawPayload, '数据');
    expect(header).toEqual(reply.data.columns.map(({ label }) => label));
    expect(rows).toEqual(shown);
    expect(String(await readSheet(workbook.rawPayload, '说明'))).toContain('合成');
    const csv = (await fileOf('cadre', exportOf(messageId, 'csv'))).body;
    expect(csv.split('\r\n').slice(1, -1)).toEqual(shown.map((row) => row.join(',')));
    expect((await auditOf('data-export')).map(({ detail }) => detail)).toEqual([
      expect.objectContaining({ format: 'csv', rows: 5, plan: reply.data.plan }),
      expect.objectContaining({ format: 'xlsx', rows: 5, plan: reply.data.plan }),
    ]);
  });

  it('is nobody’s but theirs who asked', async () => {
    const { messageId } = await ask(await as('cadre'), byDistrict);
    const answer = await fileOf('yuzhong-one', exportOf(messageId, 'csv'));
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'figures_unknown']);
  });

  it('holds only the rows of the account’s own district', async () => {
    const { messageId } = await ask(await as('yuzhong-one'), '上个月各区县投诉量');
    const { body } = await fileOf('yuzhong-one', exportOf(messageId, 'csv'));
    expect(body.split('\r\n').slice(1, -1)).toEqual([expect.stringMatching(/^渝中区,\d+$/)]);
  });
});

describe('a saved question', () => {
  const save = async (account: string, name: string, question = '上个月渝中区投诉量') => {
    const send = await as(account);
    const { messageId } = await ask(send, question);
    return send('POST', '/api/data-questions/saved', { messageId, name });
  };
  const seenBy = async (account: string) =>
    ((await (await as(account))('GET', '/api/data-questions/saved')).body as SavedQuestionList).items;
  const run = async (account: string, id: string) =>
    (await as(account))('POST', `/api/data-questions/saved/${id}/runs`, {});

  it('is seen and run by colleagues of the same unit and district, and by nobody else', async () => {
    const { id } = (await save('yuzhong-one', '渝中月报')).body as SavedQuestion;
    expect((await seenBy('yuzhong-two')).map(({ name, by, mayRemove }) => [name, by, mayRemove])).toEqual([
      ['渝中月报', 'yuzhong-one', false],
    ]);
    const colleague = await run('yuzhong-two', id);
    expect((await seenBy('yuzhong-two'))[0]?.question).toBe('时间：上个月；区县为渝中区；指标：诉求量');
    expect(colleague.body).toMatchObject({ question: '渝中月报', reply: { outcome: 'data' } });
    for (const stranger of ['nanan', 'other-unit', 'cadre']) {
      expect([stranger, await seenBy(stranger)]).toEqual([stranger, []]);
      expect(await run(stranger, id)).toMatchObject({ status: 404, body: { code: 'saved_question_unknown' } });
    }
    const [audited] = await auditOf('data-question');
    expect(audited).toMatchObject({ actor: 'yuzhong-two', detail: { by: 'saved', rows: 1 } });
  });

  it('has a name of its own within its office', async () => {
    expect((await save('yuzhong-one', '周报')).status).toBe(200);
    expect(await save('yuzhong-two', '周报')).toMatchObject({ status: 409, body: { code: 'saved_name_taken' } });
    expect((await save('nanan', '周报', '上个月南岸区投诉量')).status).toBe(200);
  });

  it('is verified by an operator alone; then every cadre runs it, each inside the own district', async () => {
    const { id } = (await save('cadre', '各区县投诉', '上个月各区县投诉量')).body as SavedQuestion;
    const cadre = await as('cadre');
    expect((await cadre('POST', `/api/data-questions/saved/${id}/verification`, { verified: true })).status).toBe(403);
    const operator = await as('operator');
    expect(
      (await operator('POST', `/api/data-questions/saved/${id}/verification`, { verified: true })).body,
    ).toMatchObject({
      verifiedBy: 'operator',
    });
    const { reply } = (await run('nanan', id)).body as { reply: DataReply };
    expect(reply.data.rows.map(({ district }) => district)).toEqual(['南岸区']);
    expect(reply.data.jurisdiction).toContain('南岸区');
  });

  it('of another district gives no rows to a cadre who may not see it', async () => {
    const { id } = (await save('yuzhong-one', '只问渝中', '上个月渝中区投诉量')).body as SavedQuestion;
    await (await as('operator'))('POST', `/api/data-questions/saved/${id}/verification`, { verified: true });
    expect((await run('nanan', id)).body).toMatchObject({ reply: { outcome: 'refused', by: 'no_right' } });
  });

  it('is removed by whoever kept it and by operators', async () => {
    const { id } = (await save('yuzhong-one', '要删的')).body as SavedQuestion;
    const url = `/api/data-questions/saved/${id}`;
    expect((await (await as('yuzhong-two'))('DELETE', url)).status).toBe(404);
    expect((await (await as('yuzhong-one'))('DELETE', url)).status).toBe(204);
    expect((await run('yuzhong-one', id)).status).toBe(404);
    expect((await auditOf('data-question-removed'))[0]).toMatchObject({ actor: 'yuzhong-one', subject: id });
  });

  it('goes on in the conversation where it is run', async () => {
    const { id } = (await save('yuzhong-one', '接着问')).body as SavedQuestion;
    const send = await as('yuzhong-two');
    const { conversationId } = (await run('yuzhong-two', id)).body as DataQuestionAnswer;
    expect((await ask(send, '按月', conversationId)).reply.data.plan).toMatchObject({ grain: 'month' });
  });
});
