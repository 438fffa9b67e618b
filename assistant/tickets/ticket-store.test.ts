import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeskRecord } from '../../channels/store/open-record.ts';
import { openTestRecord } from '../../channels/testing/open-test-record.ts';
import { ticketDraft } from '../testing/builders.ts';
import { emptyReply, everyNeed, randomOrder, seededRandom } from '../testing/ticket-life.ts';
import { ticketRules } from '../testing/ticket-rules.ts';
import { askedItems } from './asked-items.ts';
import type { MoveOrder } from './move-order.ts';
import type { TicketError } from './ticket-error.ts';
import type { Mover, TicketMove } from './ticket-moves.ts';
import { rowOf } from './ticket-row.ts';
import { createTicketStore, type TicketStore } from './ticket-store.ts';

const at = new Date('2026-11-23T10:00:00+08:00');
const everywhere = { district: null, unit: null };
let record: DeskRecord;
let tickets: TicketStore;
const notified: string[] = [];
const told: [number: string, sequence: number][] = [];

beforeAll(async () => {
  record = await openTestRecord();
  tickets = createTicketStore({
    db: record.db as never,
    ...ticketRules,
    progressSecretOf: (number) => `secret-of-${number}`,
    notifyOwner: async (_, number) => void notified.push(number),
    tellReporter: async (_, number, sequence) => void told.push([number, sequence]),
  });
});
afterAll(() => record.close());

let next = 0;
const file = (changes = {}, sourceId = `message-${next++}`) =>
  tickets.file(ticketDraft(changes), { sourceId, conversationId: null, channel: 'web', at });

const inboxLines = (number: string) =>
  record.db.selectFrom('notification').selectAll().where('ticket_number', '=', number).execute();

describe('filing', () => {
  it('makes one ticket of a message that is delivered twenty times at once', async () => {
    const cards = await Promise.all(Array.from({ length: 20 }, () => file({}, 'repeated')));
    expect(new Set(cards.map(({ number }) => number)).size).toBe(1);
    expect(await inboxLines(cards[0]!.number)).toMatchObject([{ unit: cards[0]!.owner, kind: 'assigned' }]);
  });

  it('numbers by the day in Chongqing and counts the deadline from filing', async () => {
    const { number, firstResponseDueAt, owner } = await file();
    expect(number).toMatch(/^20261123-\d{6}$/);
    expect(firstResponseDueAt).toBe('2026-11-24T10:00:00.000Z');
    expect(owner).toBe('解放碑街道');
  });

  it.each([
    ['nobody owns', { dispatch: { ...ticketDraft().dispatch, outcome: 'vacuum' as const, lead: null } }],
    ['two own', { dispatch: { ...ticketDraft().dispatch, outcome: 'clash' as const } }],
    ['the classifier is not sure of', { abstained: true }],
  ])('sends what %s to the triage desk', async (_, changes) => {
    const { number, owner } = await file(changes);
    const found = await tickets.find(number, everywhere);
    expect([owner, found?.ticket.status, found?.ticket.owner_unit]).toEqual(['热线派单台', 'triage', null]);
  });

  it('never files danger to life as an ordinary ticket', () =>
    expect(file({ urgency: 'U0' })).rejects.toMatchObject({ code: 'emergency_not_filed' }));

  it('opens its progress with the secret alone', async () => {
    const { number, progressSecret } = await file();
    expect((await tickets.findByProgressSecret(number, progressSecret))?.events.map(({ kind }) => kind)).toEqual([
      'filed',
    ]);
    expect(await tickets.findByProgressSecret(number, 'guess')).toBeNull();
  });
});

describe('the jurisdiction of a reader', () => {
  it('hides the tickets of other districts and units', async () => {
    const { number } = await file();
    expect(await tickets.find(number, { district: '南岸区', unit: null })).toBeNull();
    expect(await tickets.find(number, { district: '渝中区', unit: '别的单位' })).toBeNull();
    expect(await tickets.find(number, { district: '渝中区', unit: '渝中区公安分局' })).not.toBeNull();
  });

  it('takes a percent sign in a search for a percent sign', async () => {
    const wanted = { search: '100%_不满', sort: '-filed_at', offset: 0, limit: 10 } as const;
    await file({ content: '办事100%_不满意' });
    await file({ content: '办事100次都不满意' });
    expect((await tickets.list(wanted, everywhere)).total).toBe(1);
  });
});

const versionOf = async (number: string) => (await tickets.find(number, everywhere))!.ticket.version;

async function move(number: string, move: TicketMove, mover: Mover = 'unit', changes: Partial<MoveOrder> = {}) {
  const version = await versionOf(number);
  const order = { ...everyNeed, verdicts: [{ item: 1, verdict: 'solved' as const }], number, move, mover, version };
  return tickets.move({ ...order, actor: 'handler', at, ...changes });
}

describe('moves', () => {
  it('walk from assigned to closed and keep every step', async () => {
    const { number } = await file({ content: '请规定烧烤摊收摊时间' });
    await move(number, 'accept');
    await move(number, 'reply');
    await move(number, 'judge', 'citizen');
    const found = await tickets.find(number, everywhere);
    expect(found?.events.map(({ kind }) => kind)).toEqual(['filed', 'accepted', 'replied', 'judged', 'closed']);
    expect([found?.ticket.status, found?.ticket.closed_at, found?.ticket.verdict]).toEqual(['closed', at, 'solved']);
    expect(told.filter(([told]) => told === number).map(([, sequence]) => sequence)).toEqual([2, 3, 5]);
  });

  it('give a returned ticket to the desk, which assigns it anew', async () => {
    const { number } = await file();
    await move(number, 'return');
    expect((await tickets.find(number, everywhere))?.ticket.owner_unit).toBeNull();
    await move(number, 'reassign', 'desk');
    expect((await tickets.find(number, everywhere))?.ticket.owner_unit).toBe('渝中区城市管理局');
    expect(notified.filter((told) => told === number)).toHaveLength(1); // the first line was written by the filing itself
  });

  it('let one of two handlers through who read the same version, and tell the other what changed', async () => {
    const { number } = await file();
    const results = await Promise.allSettled([
      move(number, 'accept', 'unit', { version: 1 }),
      move(number, 'return', 'unit', { version: 1 }),
    ]);
    const [refused, ...others] = results.filter((result) => result.status === 'rejected');
    expect(others).toEqual([]);
    expect(refused!.reason).toMatchObject({
      code: 'version_conflict',
      details: { version: 2, changed: [{ sequence: 2, actor: 'handler' }] },
    });
  });

  it('write a reply down that lacks something, and refuse it', async () => {
    const { number } = await file();
    await move(number, 'accept');
    const refused = (await move(number, 'reply', 'unit', { text: emptyReply }).catch((error) => error)) as TicketError;
    expect([refused.code, refused.details]).toMatchObject(['reply_incomplete', { version: 3, findings: [{}] }]);
    const found = await tickets.find(number, everywhere);
    expect([found?.ticket.status, found?.ticket.awaits_desk, found?.events.at(-1)?.kind]).toEqual([
      'accepted',
      'reply',
      'reply_sent_back',
    ]);
  });
});

describe('merging', () => {
  it('lets one ticket speak for another, and can be undone', async () => {
    const [lead, member] = [await file(), await file()];
    await move(member.number, 'merge', 'desk', { into: lead.number });
    expect((await tickets.find(lead.number, everywhere))?.state.members).toEqual([member.number]);
    expect((await tickets.find(member.number, everywhere))?.ticket).toMatchObject({
      status: 'merged',
      merged_into: lead.number,
      next_escalation_at: null,
    });
    await move(member.number, 'unmerge', 'desk');
    expect((await tickets.find(lead.number, everywhere))?.state.members).toEqual([]);
    expect((await tickets.find(member.number, everywhere))?.ticket).toMatchObject({
      status: 'assigned',
      merged_into: null,
    });
  });

  it('goes one level deep and never in a ring', async () => {
    const [first, second, third] = [await file(), await file(), await file()];
    await move(second.number, 'merge', 'desk', { into: first.number });
    const refused = { code: 'merge_refused' };
    await expect(move(first.number, 'merge', 'desk', { into: third.number })).rejects.toMatchObject(refused);
    await expect(move(third.number, 'merge', 'desk', { into: second.number })).rejects.toMatchObject(refused);
    await expect(move(third.number, 'merge', 'desk', { into: third.number })).rejects.toMatchObject(refused);
    await expect(move(third.number, 'merge', 'desk', { into: '20200101-000001' })).rejects.toMatchObject({
      code: 'ticket_not_found',
    });
  });

  it('of two at once into each other lets one through', async () => {
    const [left, right] = [await file(), await file()];
    const results = await Promise.allSettled([
      move(left.number, 'merge', 'desk', { into: right.number, version: 1 }),
      move(right.number, 'merge', 'desk', { into: left.number, version: 1 }),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

it('keeps every row equal to the fold over its events, whatever is tried on it', async () => {
  for (let seed = 0; seed < 15; seed += 1) {
    const random = seededRandom(seed);
    const [{ number }, lead] = [await file(seed % 3 === 0 ? { abstained: true } : {}), await file()];
    for (let step = 0; step < 25; step += 1) {
      const { state } = (await tickets.find(number, everywhere))!;
      const order = { ...randomOrder(state, at, random), number, into: lead.number };
      await tickets.move(order).catch((error: { code?: string }) => {
        if (error.code === undefined) throw error;
      });
    }
    const { ticket, state } = (await tickets.find(number, everywhere))!;
    const { co_units, items, ...columns } = rowOf(state, ticketRules.isWorkday);
    expect(ticket).toMatchObject({ ...columns, co_units: JSON.parse(co_units), items: JSON.parse(items) });
  }
});

describe('running out of time', () => {
  it('is found when a share is used up, told once, and not of what stands still', async () => {
    const { number } = await file({ urgency: 'U1' });
    const later = new Date(at.getTime() + 3 * 3_600_000);
    expect(await tickets.findEscalating(later, 1000)).toContain(number);
    expect(await tickets.escalate(number, later)).toEqual([
      { percentUsed: 80, toldTo: '解放碑街道' },
      { percentUsed: 120, toldTo: '渝中区数字化城市运行和治理中心' },
    ]);
    expect(await tickets.escalate(number, later)).toEqual([]);
    await move(number, 'accept');
    await move(number, 'reply', 'unit', { answers: [{ item: 1, text: everyNeed.text }] });
    expect(await tickets.findEscalating(new Date(at.getTime() + 300 * 3_600_000), 1000)).not.toContain(number);
  });
});

it('keeps the items that were asked for with the ticket', async () => {
  const content = '小区垃圾没人收。希望尽快清运垃圾，公开保洁安排';
  const { number } = await file({ content });
  expect((await tickets.find(number, everywhere))?.ticket.items.map(({ text }) => text)).toEqual(askedItems(content));
});
