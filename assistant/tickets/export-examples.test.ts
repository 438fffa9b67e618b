import { expect, it } from 'vitest';
import { filedAt, filedEvent } from '../testing/ticket-life.ts';
import { toCategoryExample, toDispatchExample } from './export-examples.ts';
import type { TicketRow } from './find-tickets.ts';
import type { NewEvent, TicketEvent } from './ticket-event.ts';

const ticket = { content: '解放碑烧烤摊半夜吵，我电话13812345678' } as TicketRow;
const then = (...events: NewEvent[]): TicketEvent[] => [
  filedEvent(),
  ...events.map((event) => ({ ...event, at: filedAt, actor: 'somebody' }) as TicketEvent),
];
const returned: NewEvent = {
  kind: 'returned',
  payload: { code: 'not_our_duty', clause: '噪声法第七十条', reason: '…', from: '解放碑街道' },
};
const reassigned: NewEvent = { kind: 'reassigned', payload: { unit: '渝中区公安分局', reason: '…', from: null } };
const corrected: NewEvent = {
  kind: 'recategorised',
  payload: { category: { code: 'C01.01', name: '占道经营', group: '市容' }, reason: '…' },
};

it('keeps who returned a complaint by which clause and who kept it, without the caller’s telephone', () => {
  const example = toDispatchExample(ticket, then(returned, reassigned));
  expect(example).toMatchObject({
    tried: [
      { unit: '解放碑街道', outcome: 'returned', code: 'not_our_duty', clause: '噪声法第七十条' },
      { unit: '渝中区公安分局', outcome: 'kept' },
    ],
    unit: '渝中区公安分局',
    adjudicated: false,
  });
  expect(example?.text).not.toContain('13812345678');
});

it('learns nothing where the table decided and nobody objected', () =>
  expect(toDispatchExample(ticket, then())).toBeNull());

it('takes a category for confirmed when a person corrected it or saw the ticket through', () => {
  const closed: NewEvent = { kind: 'closed', payload: { because: 'solved', reason: '' } };
  expect(toCategoryExample(ticket, then(corrected))?.label).toBe('C01.01');
  expect(toCategoryExample(ticket, then({ kind: 'accepted', payload: {} }, closed))?.label).toBe('C05.02');
  expect(toCategoryExample(ticket, then(closed))).toBeNull();
});
