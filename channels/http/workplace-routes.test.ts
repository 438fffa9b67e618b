import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDesk, type TestDesk } from '../testing/open-test-desk.ts';
import { storeTicket } from '../testing/stored-ticket.ts';
import type { Inbox, SearchAnswer } from './workplace-types.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
  await storeTicket(desk.record, { title: '琉璃灯三天没亮', content: '解放碑的琉璃灯三天没亮' });
  await storeTicket(desk.record, {
    number: '20261102-000002',
    district: '万州区',
    owner_unit: '万州区城市管理局',
    title: '万州的琉璃灯也不亮',
  });
  const line = (unit: string, ticket_number: string, kind: string) => ({
    unit,
    ticket_number,
    kind,
    created_at: new Date('2026-11-02T02:00:00Z'),
    read_at: null,
  });
  await desk.record.db
    .insertInto('notification')
    .values([
      line('解放碑街道', '20261102-000001', 'assigned'),
      line('万州区城市管理局', '20261102-000002', 'assigned'),
      line('热线派单台', '20261102-000002', 'escalated_120'),
    ])
    .execute();
});
afterAll(() => desk.close());

const read = async <T>(account: string, url: string): Promise<T> =>
  (await (await desk.as(account))('GET', url)).body as T;
const find = (account: string, q: string) =>
  read<SearchAnswer>(account, `/api/search?q=${encodeURIComponent(q)}`).then(({ items }) => items);

describe('the inbox', () => {
  it('shows a handler the lines of the district, the desk its own, and a cadre none', async () => {
    const linesOf = async (account: string) =>
      (await read<Inbox>(account, '/api/inbox')).items.map(({ ticketNumber, kind }) => [ticketNumber, kind]);
    expect(await linesOf('handler')).toEqual([['20261102-000001', 'assigned']]);
    expect(await linesOf('hotline')).toEqual([['20261102-000002', 'escalated_120']]);
    expect(await linesOf('cadre')).toEqual([]);
  });

  it('counts what is new for an account until it has seen it, and never goes back', async () => {
    const { items, unread } = await read<Inbox>('hotline', '/api/inbox');
    expect([unread, items[0]!.isNew]).toEqual([1, true]);
    const { services } = desk.desk;
    await services.inbox.markSeen('hotline', items[0]!.id);
    await services.inbox.markSeen('hotline', 0);
    expect(await read<Inbox>('hotline', '/api/inbox')).toMatchObject({ unread: 0, items: [{ isNew: false }] });
    expect(await read<Inbox>('operator', '/api/inbox')).toMatchObject({ unread: 1 });
  });
});

describe('the search over everything', () => {
  it('finds tickets within the reach of who asks', async () => {
    expect((await find('handler', '琉璃灯')).map(({ id }) => id)).toEqual(['20261102-000001']);
    expect((await find('operator', '琉璃灯')).map(({ kind, id }) => `${kind} ${id}`)).toEqual(
      expect.arrayContaining(['ticket 20261102-000001', 'ticket 20261102-000002']),
    );
    expect(await find('cadre', '琉璃灯')).toEqual([]);
  });

  it('finds cards by name and by what they say, for those who keep them', async () => {
    const [first] = await find('operator', '身后');
    expect(first).toMatchObject({ kind: 'card', id: 'after-death' });
    expect((await find('handler', '身后')).filter(({ kind }) => kind === 'card')).toEqual([]);
  });

  it('finds accounts for the administrator alone, and takes no wildcard for one', async () => {
    expect((await find('admin', 'handler')).map(({ kind }) => kind)).toContain('account');
    expect((await find('operator', 'handler')).map(({ kind }) => kind)).not.toContain('account');
    expect((await find('handler', '%')).filter(({ kind }) => kind === 'ticket')).toEqual([]);
  });

  it('asks who is there, and for something to look for', async () => {
    expect((await desk.server.inject({ url: '/api/search?q=x' })).json()).toMatchObject({ code: 'not_logged_in' });
    expect(await (await desk.as('handler'))('GET', '/api/search?q=')).toMatchObject({ status: 400 });
  });
});
