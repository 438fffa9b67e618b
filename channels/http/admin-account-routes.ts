import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { createUnitDirectory } from '../../assistant/index.ts';
import { chongqingDay, districtsOn, type Knowledge } from '../../knowledge/index.ts';
import { AccountError } from '../accounts/account-error.ts';
import type { AccountUpkeep, ListedAccount as ListedRow } from '../accounts/account-upkeep.ts';
import { demoAccountNamed } from '../accounts/demo-accounts.ts';
import {
  AccountList,
  accountName,
  DutyBody,
  type ListedAccount,
  NewAccountBody,
  PasswordAnswer,
  ReasonBody,
} from './admin-types.ts';
import { RequestError } from './error-handler.ts';
import { readReason } from './read-reason.ts';
import { readableText } from './readable-text.ts';
import { type SessionGuard, sessionCookie } from './session-guard.ts';

interface Needs {
  accountUpkeep: AccountUpkeep;
  knowledge: Pick<Knowledge, 'catalogue'>;
  guard: SessionGuard;
  now: () => Date;
}

const tags = ['admin'];
const params = z.object({ name: accountName });

/** Who may work here: an administrator makes accounts, gives them another duty, closes and opens them, and gives new passwords. */
export const adminAccountRoutes: FastifyPluginAsyncZod<Needs> = async (
  app,
  { accountUpkeep, knowledge, guard, now },
) => {
  const { catalogue } = knowledge;
  const districts = () => districtsOn(catalogue.divisions, chongqingDay(now())).map(({ name }) => name);
  const listOf = async () => ({ items: (await accountUpkeep.list()).map(toListed), districts: districts() });

  const list = { schema: { tags, summary: '全部账号', response: { 200: AccountList } } };
  app.get('/admin/accounts', list, async (request) => {
    await guard.require(request, 'administrator');
    return listOf();
  });

  const create = { schema: { tags, summary: '新建账号', body: NewAccountBody, response: { 200: PasswordAnswer } } };
  app.post('/admin/accounts', create, async (request) => {
    const { name: by } = await guard.require(request, 'administrator');
    const { district, unit } = request.body;
    refuseUnknownDistrict(district);
    refuseUnknownUnit(unit, district);
    const account = { ...request.body, displayName: readableText(request.body.displayName) };
    return { name: account.name, password: await accountUpkeep.create(account, by) };
  });

  function refuseUnknownDistrict(district: string | null): void {
    if (district !== null && !districts().includes(district))
      throw new AccountError('district_unknown', `没有“${district}”这个区县，请从列表里选择。`);
  }

  function refuseUnknownUnit(unit: string | null, district: string | null): void {
    const units = createUnitDirectory(catalogue, chongqingDay(now()));
    if (unit === null || units.has(unit)) return;
    const meant = units.nearest(unit, district).join('、');
    throw new RequestError(
      'unit_unknown',
      `责任清单里没有“${unit}”。${meant ? `是不是：${meant}？` : '请从列表里选择。'}`,
    );
  }

  const empty = { 204: z.null() };
  const duty = { schema: { tags, summary: '改账号的岗位', params, body: DutyBody, response: empty } };
  app.post('/admin/accounts/:name/duty', duty, async (request, reply) => {
    const { name: by } = await guard.require(request, 'administrator');
    const { from, to } = request.body;
    // What it has already is let be: a unit may have gone from the table since, and must not keep the role as it is.
    if (to.district !== from.district) refuseUnknownDistrict(to.district);
    if (to.unit !== from.unit) refuseUnknownUnit(to.unit, to.district);
    const reason = readReason(request.body.reason);
    if (!(await accountUpkeep.changeDuty(request.params.name, { from, to }, by, reason))) throw unknownAccount();
    return reply.code(204).send(null);
  });

  const disable = { schema: { tags, summary: '停用账号', params, body: ReasonBody, response: empty } };
  app.post('/admin/accounts/:name/disabled', disable, async (request, reply) => {
    const { name: by } = await guard.require(request, 'administrator');
    const reason = readReason(request.body.reason);
    if (!(await accountUpkeep.disable(request.params.name, by, reason))) throw unknownAccount();
    return reply.code(204).send(null);
  });

  const enable = { schema: { tags, summary: '重新启用账号', params, body: ReasonBody, response: empty } };
  app.post('/admin/accounts/:name/enabled', enable, async (request, reply) => {
    const { name: by } = await guard.require(request, 'administrator');
    const reason = readReason(request.body.reason);
    if (!(await accountUpkeep.enable(request.params.name, by, reason))) throw unknownAccount();
    return reply.code(204).send(null);
  });

  const reset = { schema: { tags, summary: '重置密码', params, response: { 200: PasswordAnswer } } };
  app.post('/admin/accounts/:name/password', reset, async (request) => {
    const { name: by } = await guard.require(request, 'administrator');
    const { name } = request.params;
    const password = await accountUpkeep.resetPassword(name, by, request.cookies[sessionCookie] ?? '');
    if (password === null) throw unknownAccount();
    return { name, password };
  });
};

const unknownAccount = () => new RequestError('not_found', '没有这个账号，请刷新列表。');

function toListed(row: ListedRow): ListedAccount {
  return {
    name: row.name,
    displayName: row.display_name,
    role: row.role,
    district: row.district,
    unit: row.unit,
    createdAt: row.created_at.toISOString(),
    disabledAt: row.disabled_at?.toISOString() ?? null,
    lastLogInAt: row.last_log_in?.toISOString() ?? null,
    isDemo: demoAccountNamed(row.name) !== undefined,
  };
}
