import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeskRecord } from '../../channels/store/open-record.ts';
import { openTestRecord } from '../../channels/testing/open-test-record.ts';
import { ticketDraft } from '../testing/builders.ts';
import type { TicketStatus } from './ticket.ts';
import { type Mover, moveRules, type TicketMove, ticketMoves } from './ticket-moves.ts';
import { createTicketStore, type TicketStore } from './ticket-store.ts';
import { stateCouncilCalendar } from './work-calendar.ts';

const at = new Date('2026-11-23T10:00:00+08:00');
const everywhere = { district: null, unit: null };
let record: DeskRecord;
let tickets: TicketStore;
const notified: string[] = [];

beforeAll(async () => {
  record = await openTestRecord();
  tickets = createTicketStore({
    db: record.db as never,
    isWorkday: stateCouncilCalendar,
    progressSecretOf: (number) => `secret-of-${number}`,
    notifyOwner: async (_, number) => void notified.push(number),
  });
});
afterAll(() => record.close());

let next = 0;
const file = (changes = {}, sourceId = `message-${next++}`) =>
  tickets.file(ticketDraft(changes), { sourceId, conversationId: null, channel: 'web', at });

describe('filing', () => {
  it('makes one ticket of a message that is delivered twenty times at once', async () => {
    const cards = await Promise.all(Array.from({ length: 20 }, () => file({}, 'repeated')));
    expect(new Set(cards.map(({ number }) => number)).size).toBe(1);
    expect(notified.filter((number) => number === cards[0]!.number)).toHaveLength(1);
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

describe('moves', () => {
  const needed = { reason: '不属于本单位职责', text: '已责令整改，现场已恢复', unit: '渝中区城市管理局' };
  const move = (number: string, move: TicketMove, version: number, mover: Mover = 'unit') =>
    tickets.move({ number, move, version, mover, actor: 'handler', at, ...needed });

  it('walks from assigned to closed and keeps every step', async () => {
    const { number } = await file();
    await move(number, 'accept', 1);
    await move(number, 'reply', 2);
    await move(number, 'close', 3);
    const found = await tickets.find(number, everywhere);
    expect(found?.events.map(({ kind }) => kind)).toEqual(['filed', 'accepted', 'replied', 'closed']);
    expect([found?.ticket.status, found?.ticket.closed_at]).toEqual(['closed', at]);
  });

  it('gives a returned ticket to the desk, which assigns it anew', async () => {
    const { number } = await file();
    await move(number, 'return', 1);
    expect((await tickets.find(number, everywhere))?.ticket.owner_unit).toBeNull();
    await move(number, 'reassign', 2, 'desk');
    expect((await tickets.find(number, everywhere))?.ticket.owner_unit).toBe('渝中区城市管理局');
  });

  it('lets one of two handlers through who read the same version', async () => {
    const { number } = await file();
    const [first, second] = await Promise.allSettled([move(number, 'accept', 1), move(number, 'return', 1)]);
    const refused = [first, second].filter((result) => result.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({ reason: { code: 'version_conflict' } });
  });

  it('asks for what a move needs', async () => {
    const { number } = await file();
    const order = { number, move: 'return', version: 1, mover: 'unit', actor: 'handler', at } as const;
    await expect(tickets.move(order)).rejects.toMatchObject({ code: 'move_incomplete' });
  });

  it('refuses every move that the table does not name', async () => {
    const pathTo: Record<TicketStatus, [TicketMove, Mover][]> = {
      triage: [],
      assigned: [],
      accepted: [['accept', 'unit']],
      returned: [['return', 'unit']],
      replied: [['accept', 'unit'], ['reply', 'unit']],
      closed: [['accept', 'unit'], ['reply', 'unit'], ['close', 'unit']],
    }; // biome-ignore format: a table
    for (const [status, steps] of Object.entries(pathTo) as [TicketStatus, [TicketMove, Mover][]][])
      for (const name of ticketMoves)
        for (const mover of ['unit', 'desk'] as const) {
          const rule = moveRules[name];
          if (rule.from.includes(status) && rule.by.includes(mover)) continue;
          const { number } = await file(status === 'triage' ? { abstained: true } : {});
          for (const [index, [step, by]] of steps.entries()) await move(number, step, index + 1, by);
          await expect(move(number, name, steps.length + 1, mover)).rejects.toMatchObject({ code: 'move_not_allowed' });
        }
  });
});
