import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDesk, type TestDesk } from '../testing/open-test-desk.ts';
import type {
  AccountList,
  AuditPage,
  IssuedKey,
  KeyList,
  PasswordAnswer,
  RetentionList,
  SwitchList,
} from './admin-types.ts';

let desk: TestDesk;
type Send = Awaited<ReturnType<typeof enter>>['send'];
let admin: Send;
let others: Send[];
beforeAll(async () => {
  desk = await openTestDesk({ HOTLINE_KEY: 'set-in-the-environment' });
  admin = (await enter('admin')).send;
  const roles = ['operator', 'cadre', 'handler', 'hotline'];
  others = await Promise.all(roles.map(async (name) => (await enter(name)).send));
});
afterAll(() => desk.close());

const get = async <T>(url: string) => (await admin('GET', url)).body as unknown as T;
const auditOf = (subject: string) => get<AuditPage>(`/api/admin/audit?subject=${encodeURIComponent(subject)}`);
const reason = '岗位调整';
const operating = { role: 'operator', district: null, unit: null };
const administering = { role: 'administrator', district: null, unit: null };
const dutyOf = (name: string, from: object, to: object, why = reason) =>
  admin('POST', `/api/admin/accounts/${name}/duty`, { from, to, reason: why });

async function newAccount(name: string, changes: object = {}): Promise<string> {
  const body = { name, displayName: '王主任', role: 'operator', district: null, unit: null, ...changes };
  const answer = await admin('POST', '/api/admin/accounts', body);
  expect(answer.status).toBe(200);
  return (answer.body as unknown as PasswordAnswer).password;
}

/** A session made behind the log-in page, which lets nobody try more than twenty times a minute. */
async function enter(name: string, password = 'a password for tests') {
  const session = await desk.desk.services.accounts.logIn(name, password);
  const cookies = { yuwen_session: session?.token ?? '' };
  const send = async (method: 'GET' | 'POST', url: string, body?: object) => {
    const headers = { 'x-yuwen-request': '1' };
    const answer = await desk.server.inject({ method, url, cookies, headers, ...(body ? { payload: body } : {}) });
    return { status: answer.statusCode, body: (answer.body === '' ? null : answer.json()) as never };
  };
  return { isIn: session !== null, send, who: async () => (await send('GET', '/api/session')).status };
}

describe("the administrator's pages", () => {
  it.each(['accounts', 'keys', 'switches', 'retention', 'audit', 'audit.csv'])(
    'show %s to administrators alone',
    async (page) => {
      for (const other of others) {
        expect((await other('GET', `/api/admin/${page}`)).body).toMatchObject({ code: 'not_allowed' });
      }
      const nobody = await desk.server.inject({ method: 'GET', url: `/api/admin/${page}` });
      expect(nobody.json()).toMatchObject({ code: 'not_logged_in' });
    },
  );

  it('let nobody else change anything', async () => {
    const { send: operator } = await enter('operator');
    const tries = [
      operator('POST', '/api/admin/accounts', {
        name: 'mole',
        displayName: 'x',
        role: 'administrator',
        district: null,
        unit: null,
      }),
      operator('POST', '/api/admin/accounts/admin/password'),
      operator('POST', '/api/admin/accounts/admin/disabled', { reason }),
      operator('POST', '/api/admin/accounts/operator/duty', { from: operating, to: administering, reason }),
      operator('POST', '/api/admin/keys', { name: 'x', doors: ['mcp'], filesTickets: true }),
      operator('POST', '/api/admin/switches/chat', { on: false, reason }),
      operator('POST', '/api/admin/retention/calls', { days: 30, reason }),
    ];
    expect((await Promise.all(tries)).map(({ status }) => status)).toEqual(tries.map(() => 403));
  });
});

describe('accounts', () => {
  it('are made with a password that is shown once and works', async () => {
    const password = await newAccount('wang.li', {
      role: 'unit_handler',
      district: '渝中区',
      unit: '渝中区城市管理局',
    });
    const payload = { name: 'wang.li', password };
    expect((await desk.server.inject({ method: 'POST', url: '/api/session', payload })).statusCode).toBe(200);
    const { items, districts } = await get<AccountList>('/api/admin/accounts');
    const listed = items.find(({ name }) => name === 'wang.li');
    expect(listed).toMatchObject({ displayName: '王主任', unit: '渝中区城市管理局', disabledAt: null, isDemo: false });
    expect(listed?.lastLogInAt).not.toBeNull();
    expect(districts).toHaveLength(37);
    expect(JSON.stringify(items)).not.toMatch(/scrypt|password/u);
    expect(JSON.stringify(await auditOf('wang.li'))).not.toContain(password);
  });

  it.each([
    [{ name: 'operator' }, 'account_name_taken'],
    [{ district: '江北区' }, 'district_unknown'],
    [{ unit: '不存在的单位' }, 'unit_unknown'],
    [{ name: 'Robert"); drop' }, 'bad_input'],
    [{ role: 'king' }, 'bad_input'],
    [{ displayName: '\u200b ' }, 'text_empty'],
  ])('are not made with %o', async (changes, code) => {
    const body = { name: 'li.na', displayName: '李娜', role: 'cadre', district: null, unit: null, ...changes };
    expect((await admin('POST', '/api/admin/accounts', body)).body).toMatchObject({ code });
  });

  it('lose their sessions at once when they are disabled, and come back when enabled', async () => {
    const password = await newAccount('zhao');
    const session = await enter('zhao', password);
    expect((await admin('POST', '/api/admin/accounts/zhao/disabled', { reason })).status).toBe(204);
    expect(await session.who()).toBe(401);
    expect((await enter('zhao', password)).isIn).toBe(false);
    await admin('POST', '/api/admin/accounts/zhao/enabled', { reason: '调回原岗' });
    expect(await session.who()).toBe(401); // a session that was ended stays ended
    expect(await (await enter('zhao', password)).who()).toBe(200);
    expect((await auditOf('zhao')).items).toMatchObject([
      { actor: 'admin', action: 'account-enabled', detail: { reason: '调回原岗' } },
      { actor: 'admin', action: 'account-disabled', detail: { reason } },
      { actor: 'admin', action: 'account-created' },
    ]);
  });

  it('lose their sessions when the password is reset, but for the one it is done from', async () => {
    const old = await newAccount('qian');
    const session = await enter('qian', old);
    const reset = await admin('POST', '/api/admin/accounts/qian/password');
    const { password } = reset.body as unknown as PasswordAnswer;
    expect([await session.who(), (await enter('qian', old)).isIn]).toEqual([401, false]);
    expect(await (await enter('qian', password)).who()).toBe(200);
    const second = await enter('sun', await newAccount('sun', { role: 'administrator' }));
    expect((await second.send('POST', '/api/admin/accounts/sun/password')).status).toBe(200);
    expect(await second.who()).toBe(200);
    const unknown = await admin('POST', '/api/admin/accounts/nobody/password');
    expect(unknown.body).toMatchObject({ code: 'not_found' });
  });

  it('get another duty that open sessions follow at once, and back again', async () => {
    const session = await enter('zhou', await newAccount('zhou'));
    const handling = { role: 'unit_handler', district: '渝中区', unit: '渝中区城市管理局' };
    const reviews = async () => (await session.send('GET', '/api/reviews')).status;
    expect(await reviews()).toBe(200);
    expect((await dutyOf('zhou', operating, handling)).status).toBe(204);
    expect((await session.send('GET', '/api/session')).body).toMatchObject({ account: handling });
    expect(await reviews()).toBe(403);
    expect((await dutyOf('zhou', handling, operating, '撤销：岗位调整')).status).toBe(204);
    expect(await reviews()).toBe(200);
    expect((await auditOf('zhou')).items).toMatchObject([
      { actor: 'admin', action: 'account-duty-changed', detail: { from: handling, to: operating } },
      { actor: 'admin', action: 'account-duty-changed', detail: { from: operating, to: handling, reason } },
      { action: 'account-created' },
    ]);
  });

  it('let go of a unit that is no longer in the table, and keep it while only the role changes', async () => {
    await newAccount('wu');
    const gone = { role: 'unit_handler' as const, district: '渝中区', unit: '已撤销的单位' };
    const upkeep = desk.desk.services.accountUpkeep;
    await upkeep.changeDuty('wu', { from: { ...operating, role: 'operator' as const }, to: gone }, 'admin', reason);
    const as = (changes: object) => dutyOf('wu', gone, { ...gone, ...changes });
    expect((await as({ role: 'cadre' })).status).toBe(204);
    expect((await dutyOf('wu', { ...gone, role: 'cadre' }, operating)).status).toBe(204);
  });

  it.each([
    ['operator', operating, { ...operating, district: '江北区' }, 'district_unknown'],
    ['operator', operating, { ...operating, unit: '不存在的单位' }, 'unit_unknown'],
    ['operator', { ...operating, district: '渝中区' }, administering, 'account_changed'],
    ['operator', operating, { ...operating, role: 'king' }, 'bad_input'],
    ['nobody', operating, administering, 'not_found'],
    ['admin', administering, operating, 'account_own'],
  ])('are not given another duty: %s from %o to %o', async (name, from, to, code) => {
    expect((await dutyOf(name, from, to)).body).toMatchObject({ code });
  });

  it('are not given another duty without a reason', async () => {
    expect((await dutyOf('operator', operating, administering, '改')).body).toMatchObject({ code: 'reason_missing' });
  });

  it('are not disabled by themselves, nor without a reason', async () => {
    const disable = (name: string, why = reason) =>
      admin('POST', `/api/admin/accounts/${name}/disabled`, { reason: why });
    expect((await disable('admin')).body).toMatchObject({ code: 'account_own' });
    expect((await disable('cadre', ' 好 的 \u200b')).body).toMatchObject({ code: 'reason_missing' });
  });
});

describe('keys', () => {
  it('are issued with a secret that is shown once, and revoked with a reason', async () => {
    const wanted = { name: '12345 呼叫中心', doors: ['hotline', 'hotline'], filesTickets: false };
    const { id, secret, token } = (await admin('POST', '/api/admin/keys', wanted)).body as unknown as IssuedKey;
    expect((await desk.desk.services.accessKeys.verifyBearer(`Bearer ${token}`, 'hotline')).id).toBe(id);
    const listed = await admin('GET', '/api/admin/keys');
    expect(JSON.stringify(listed.body)).not.toContain(secret);
    const { items } = listed.body as unknown as KeyList;
    expect(items[0]).toMatchObject({
      id,
      name: '12345 呼叫中心',
      doors: ['hotline'],
      createdBy: 'admin',
      revoked: null,
    });
    expect(items.at(-1)).toMatchObject({ id: 'environment', createdAt: null });

    expect((await admin('POST', `/api/admin/keys/${id}/revocation`, { reason: '' })).body).toMatchObject({
      code: 'reason_missing',
    });
    const after = (await admin('POST', `/api/admin/keys/${id}/revocation`, { reason: '换了供应商' }))
      .body as unknown as KeyList;
    expect(after.items[0]?.revoked).toMatchObject({ by: 'admin', reason: '换了供应商' });
    expect((await auditOf(id)).items.map(({ action }) => action)).toEqual(['key-revoked', 'key-issued']);
  });

  it.each([[{ doors: [] }], [{ doors: ['window'] }], [{ name: 'x'.repeat(61) }]])(
    'are not issued with %o',
    async (changes) => {
      const body = { name: '门户', doors: ['mcp'], filesTickets: false, ...changes };
      expect((await admin('POST', '/api/admin/keys', body)).body).toMatchObject({ code: 'bad_input' });
    },
  );

  it('of the environment cannot be revoked here', async () => {
    const answer = await admin('POST', '/api/admin/keys/environment/revocation', { reason });
    expect(answer.body).toMatchObject({ code: 'not_found' });
  });
});

describe('switches', () => {
  it('turn a surface off with a reason, for everybody who comes after', async () => {
    const { send: cadre } = await enter('cadre');
    const turn = (on: boolean, why: string) => admin('POST', '/api/admin/switches/data_questions', { on, reason: why });
    expect((await turn(false, '修')).body).toMatchObject({ code: 'reason_missing' });
    const { items } = (await turn(false, '数据平台检修')).body as unknown as SwitchList;
    expect(items.find(({ surface }) => surface === 'data_questions')).toMatchObject({
      isOn: false,
      changed: { by: 'admin', reason: '数据平台检修' },
    });
    for (const [method, url] of [
      ['GET', 'examples'],
      ['GET', 'saved'],
      ['POST', ''],
    ] as const) {
      const answer = await cadre(
        method,
        `/api/data-questions/${url}`.replace(/\/$/u, ''),
        method === 'POST' ? { question: '人口' } : undefined,
      );
      expect(answer).toMatchObject({ status: 503, body: { code: 'surface_off' } });
    }
    await turn(true, '检修完毕');
    expect((await cadre('GET', '/api/data-questions/examples')).status).toBe(200);
    expect((await auditOf('data_questions')).items.map(({ action }) => action)).toEqual(['switch-on', 'switch-off']);
  });

  it('are none that nobody knows', async () => {
    const answer = await admin('POST', '/api/admin/switches/everything', { on: false, reason });
    expect(answer.body).toMatchObject({ code: 'bad_input' });
  });
});

describe('retention', () => {
  it('has defaults, bounds, a preview, and an audited change', async () => {
    const before = await get<RetentionList>('/api/admin/retention');
    expect(before.items.find(({ kind }) => kind === 'conversations')).toMatchObject({ days: 180, changed: null });
    const preview = await admin('GET', '/api/admin/retention/conversations/preview?days=30');
    expect(preview.body).toEqual({ kind: 'conversations', days: 30, rows: 0, oldest: null });
    for (const days of [0, 29, 3651, 45.5]) {
      const answer = await admin('POST', '/api/admin/retention/calls', { days, reason });
      expect(answer.body).toMatchObject({ code: 'bad_input' });
    }
    const answer = await admin('POST', '/api/admin/retention/calls', { days: 365, reason: '按档案要求' });
    const { items } = answer.body as unknown as RetentionList;
    expect(items.find(({ kind }) => kind === 'calls')).toMatchObject({
      days: 365,
      defaultDays: 180,
      changed: { by: 'admin' },
    });
    expect((await auditOf('calls')).items[0]).toMatchObject({
      action: 'retention-set',
      detail: { before: 180, days: 365 },
    });
  });
});
