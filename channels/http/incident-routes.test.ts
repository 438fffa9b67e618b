import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyDialogue } from '../../assistant/index.ts';
import { openTestDesk, type TestDesk } from '../testing/open-test-desk.ts';
import type { IncidentDetail, IncidentList, SimilarTickets } from './incident-types.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.close());

let next = 0;

/** Files what a citizen writes in a conversation of his own, as the assistant would. */
async function file(text: string, conversationId: string | null = `c${next}`): Promise<string> {
  const { assistant, tickets } = desk.desk.services;
  const at = new Date();
  const { number } = await tickets.file(assistant.classify(text, at), {
    sourceId: `m${next++}`,
    conversationId,
    channel: 'web',
    at,
  });
  return number;
}

async function get<Body>(url: string, account = 'hotline'): Promise<Body> {
  const { status, body } = await (await desk.as(account))('GET', url);
  expect([url, status]).toEqual([url, 200]);
  return body as Body;
}

const similarTo = (number: string) => get<SimilarTickets>(`/api/tickets/${number}/similar`);
const incidentsOf = async () => (await get<IncidentList>('/api/incidents')).items;
const versionOf = async (number: string) => (await get<{ version: number }>(`/api/tickets/${number}`)).version;

describe('reports of one case', () => {
  let first: string;
  let again: string;
  let neighbour: string;
  let lift: string;
  beforeAll(async () => {
    first = await file('渝中区大坪街道青松雅苑楼下烧烤店油烟扰民，半夜还在吵', 'caller');
    again = await file('大坪街道青松雅苑楼下那家烧烤店油烟还是很大，半夜吵闹', 'caller');
    neighbour = await file('青松雅苑一楼烧烤店油烟熏人，半夜喝酒吵得睡不着', 'neighbour');
    lift = await file('渝中区大坪街道青松雅苑2栋电梯坏了一周，物业不修', 'lift');
    await file('垫江县澄溪镇路灯不亮', 'elsewhere');
  });

  it('are shown with their score and evidence, the caller again apart from other callers', async () => {
    const { items } = await similarTo(first);
    const byNumber = new Map(items.map((item) => [item.ticket.number, item]));
    expect(byNumber.get(again)).toMatchObject({ relation: 'repeat', sameIncident: true, daysApart: 0 });
    expect(byNumber.get(neighbour)).toMatchObject({ relation: 'other' });
    expect(byNumber.get(neighbour)!.sharedWords.join()).toContain('青松雅苑');
    expect(byNumber.get(neighbour)!.score).toBeGreaterThan(byNumber.get(lift)?.score ?? 0);
  });

  it('become one incident, by people, without the other problem of the same place', async () => {
    const incident = (await incidentsOf()).find(({ id }) => id === first)!;
    expect(incident).toMatchObject({ tickets: 3, people: 2, open: 3, growing: true });
    expect(incident.districts[0]).toMatchObject({ name: '渝中区' });
    const { members } = await get<IncidentDetail>(`/api/incidents/${first}`);
    expect(members.map(({ ticket }) => ticket.number)).toEqual([first, again, neighbour]);
    expect(members.map(({ joinedBy }) => joinedBy)).toEqual(['engine', 'engine', 'engine']);
  });

  it('are joined and parted again, with an event on both tickets each time', async () => {
    const send = await desk.as('hotline');
    const joined = await send('POST', `/api/tickets/${neighbour}/join`, {
      into: first,
      version: await versionOf(neighbour),
      reason: '同一家烧烤店',
    });
    expect([joined.status, joined.body]).toMatchObject([200, { status: 'merged', mergedInto: first }]);
    const kindsOf = async (number: string) =>
      (await get<{ events: { kind: string }[] }>(`/api/tickets/${number}`)).events.map(({ kind }) => kind);
    expect([await kindsOf(first), await kindsOf(neighbour)]).toEqual([
      ['filed', 'member_joined'],
      ['filed', 'merged'],
    ]);

    const parted = await send('POST', `/api/tickets/${neighbour}/unjoin`, {
      version: await versionOf(neighbour),
      reason: '另一家店',
    });
    expect([parted.status, parted.body]).toMatchObject([200, { mergedInto: null }]);
    expect([await kindsOf(first), await kindsOf(neighbour)]).toEqual([
      ['filed', 'member_joined', 'member_left'],
      ['filed', 'merged', 'unmerged'],
    ]);
    expect(await get<IncidentDetail>(`/api/incidents/${first}`)).toMatchObject({ tickets: 2, people: 1 });
  });

  it('refuses a stale version and a ticket that nobody filed, and says what to do', async () => {
    const send = await desk.as('hotline');
    const stale = await send('POST', `/api/tickets/${again}/join`, { into: first, version: 9, reason: '同一件事' });
    expect([stale.status, stale.body]).toMatchObject([409, { code: 'version_conflict' }]);
    const missing = await send('POST', `/api/tickets/${again}/join`, { into: '0', version: 1, reason: '同一件事' });
    expect([missing.status, missing.body]).toMatchObject([404, { code: 'ticket_not_found' }]);
  });

  it('shows a unit only what lies in its own district', async () => {
    const elsewhere = await file('垫江县澄溪镇青松雅苑烧烤店油烟扰民，半夜很吵');
    const send = await desk.as('handler'); // of 渝中区
    expect((await send('GET', `/api/tickets/${elsewhere}/similar`)).status).toBe(404);
    const { items } = await get<SimilarTickets>(`/api/tickets/${first}/similar`, 'handler');
    expect(items.every(({ ticket }) => ticket.district === '渝中区')).toBe(true);
    expect(
      (await send('POST', `/api/tickets/${again}/join`, { into: first, version: 1, reason: '我也要' })).status,
    ).toBe(403);
  });
});

it('links the tickets of one message, and gives the second the place that the first said', async () => {
  const { assistant } = desk.desk.services;
  const text = '渝中区大坪街道香樟苑楼下烧烤摊油烟扰民，另外小区电梯也坏了一个星期没人修';
  const turn = { conversationId: 'two', messageId: 'two-matters', text, channel: 'web', at: new Date() } as const;
  const { reply } = await assistant.reply({ ...turn, dialogue: emptyDialogue });
  const replies = reply.outcome === 'several' ? reply.replies : [];
  const cards = replies.flatMap((one) => (one.outcome === 'ticket' ? [one.ticket] : []));
  expect(cards.map(({ place }) => place.street)).toEqual(['大坪街道', '大坪街道']);
  const { linked } = await similarTo(cards[0]!.number);
  expect(linked.map(({ number }) => number)).toEqual([cards[1]!.number]);
});

it('makes no hot topic of one caller who repeats himself, nor of copies from new conversations', async () => {
  for (let copy = 0; copy < 30; copy++) {
    await file('綦江区古南街道翠竹小区广场舞音响太吵', 'loud');
    await file('綦江区古南街道翠竹小区广场舞音响太吵', `reload-${copy}`);
  }
  const hot = (await get<IncidentList>('/api/incidents?people=1')).items.find(({ title }) => title.includes('翠竹'));
  expect(hot).toMatchObject({ tickets: 60, people: 1 });
  expect((await incidentsOf()).some(({ title }) => title.includes('翠竹'))).toBe(false);
});
