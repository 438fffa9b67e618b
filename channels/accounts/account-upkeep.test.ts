import type { Kysely } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { DeskRecord } from '../store/open-record.ts';
import { openTestRecord } from '../testing/open-test-record.ts';
import type { AccountTables } from './account-tables.ts';
import { type AccountUpkeep, createAccountUpkeep } from './account-upkeep.ts';

let record: DeskRecord;
let db: Kysely<AccountTables>;
let upkeep: AccountUpkeep;

beforeAll(async () => {
  record = await openTestRecord();
  db = record.db as unknown as Kysely<AccountTables>;
  upkeep = createAccountUpkeep(db, () => new Date('2026-11-23T08:00:00Z'));
});
afterAll(() => record.close());
beforeEach(() => db.deleteFrom('account').execute());

const administrator = (name: string) =>
  upkeep.create({ name, displayName: name, role: 'administrator', district: null, unit: null }, 'test');

const activeNames = async () =>
  (await upkeep.list()).filter(({ disabled_at }) => disabled_at === null).map(({ name }) => name);

it('leaves one of two administrators who disable each other at the same moment', async () => {
  await administrator('one');
  await administrator('two');
  const both = await Promise.allSettled([
    upkeep.disable('one', 'two', '岗位调整'),
    upkeep.disable('two', 'one', '岗位调整'),
  ]);
  expect(both.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))).toMatchObject([
    { code: 'account_last_administrator' },
  ]);
  expect(await activeNames()).toHaveLength(1);
});

it('does not disable the last administrator, and says nothing of it in the audit', async () => {
  await administrator('only');
  const refused = upkeep.disable('only', 'somebody', '岗位调整');
  await expect(refused).rejects.toMatchObject({ code: 'account_last_administrator' });
  const lines = await db.selectFrom('audit').selectAll().where('subject', '=', 'only').execute();
  expect(lines.map(({ action }) => action)).toEqual(['account-created']);
});

it('makes one account of a name that is asked for twice at once', async () => {
  const both = await Promise.allSettled([administrator('same'), administrator('same')]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await activeNames()).toEqual(['same']);
});

const administering = { role: 'administrator', district: null, unit: null } as const;
const handling = { role: 'unit_handler', district: '渝中区', unit: '渝中区城市管理局' } as const;
const demote = (name: string, by: string) =>
  upkeep.changeDuty(name, { from: administering, to: handling }, by, '岗位调整');

it('leaves one of two administrators who take the role from each other at the same moment', async () => {
  await administrator('one');
  await administrator('two');
  const both = await Promise.allSettled([demote('one', 'two'), demote('two', 'one')]);
  expect(both.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))).toMatchObject([
    { code: 'account_last_administrator' },
  ]);
  expect((await upkeep.list()).map(({ role }) => role).sort()).toEqual(['administrator', 'unit_handler']);
});

it('counts no disabled administrator among those who are left', async () => {
  await administrator('here');
  await administrator('gone');
  await upkeep.disable('gone', 'here', '岗位调整');
  await expect(demote('here', 'gone')).rejects.toMatchObject({ code: 'account_last_administrator' });
  expect(await demote('gone', 'here')).toBe(true);
});

it('lets one of two change a duty that both saw, and tells the other', async () => {
  await upkeep.create({ name: 'li', displayName: '李', ...handling }, 'test');
  const to = (role: 'cadre' | 'operator') =>
    upkeep.changeDuty('li', { from: handling, to: { role, district: null, unit: null } }, 'test', '岗位调整');
  const both = await Promise.allSettled([to('cadre'), to('operator')]);
  expect(both.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))).toMatchObject([
    { code: 'account_changed' },
  ]);
  const lines = await db.selectFrom('audit').selectAll().where('action', '=', 'account-duty-changed').execute();
  expect(lines.filter(({ subject }) => subject === 'li')).toHaveLength(1);
});
