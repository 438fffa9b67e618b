import { decideMove } from '../tickets/decide-move.ts';
import { applyEvent, foldTicket, type TicketState } from '../tickets/fold-ticket.ts';
import { pauseCodes, returnCodes } from '../tickets/move-codes.ts';
import type { MoveOrder } from '../tickets/move-order.ts';
import type { TicketStatus } from '../tickets/ticket.ts';
import type { TicketEvent } from '../tickets/ticket-event.ts';
import { canMove, type Mover, movers, type TicketMove, ticketMoves } from '../tickets/ticket-moves.ts';
import { ticketRules } from './ticket-rules.ts';

export const filedAt = new Date('2026-09-29T10:20:00+08:00');

export function filedEvent(changes: Partial<Extract<TicketEvent, { kind: 'filed' }>['payload']> = {}): TicketEvent {
  return {
    kind: 'filed', at: filedAt, actor: 'citizen',
    payload: {
      status: 'assigned', urgency: 'U3', purpose: '投诉', owner: '解放碑街道', coUnits: ['渝中区公安分局'], tier: 'town',
      category: { code: 'C05.02', name: '社会生活噪声', group: '生态环境' }, district: '渝中区',
      items: ['规定收摊时间', '清理占道桌椅'], ...changes,
    },
  }; // biome-ignore format: one event, one glance
}

/** Mulberry32: small, seeded, and good enough to pick moves with. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const goodReply = '经现场核查，已责令商家规定收摊时间为23点，并清理占道桌椅，现场已恢复。';
export const emptyReply = '您好，您反映的问题已转相关部门处理，感谢您的关心。';

const pick = <T>(choices: readonly T[], random: () => number): T => choices[Math.floor(random() * choices.length)]!;

/** An order with everything that any move needs, chosen at random; whether it is legal is another matter. */
export function randomOrder(state: TicketState, at: Date, random: () => number): MoveOrder {
  return {
    number: 'T', version: state.version, at, actor: 'somebody',
    move: pick(ticketMoves, random), mover: pick(movers, random), reason: '理由', clause: '依据',
    text: pick([goodReply, goodReply, emptyReply], random), unit: pick(['渝中区城市管理局', '解放碑街道', '没有的单位'], random),
    pauseCode: pick(pauseCodes, random), returnCode: pick(returnCodes, random),
    urgency: pick(['U0', 'U1', 'U2', 'U3', 'U4'], random), category: pick(['C01.01', 'C99.99'], random),
    workingDays: pick([3, 15, 99], random), into: 'L',
    verdicts: state.items.map(({ id }) => ({ item: id, verdict: pick(['solved', 'solved', 'part', 'not'], random) })),
  }; // biome-ignore format: one order, one glance
}

/** A move that the table allows from here, most of the time; anything at all, now and then. */
function likelyOrder(state: TicketState, at: Date, random: () => number): MoveOrder {
  const order = randomOrder(state, at, random);
  if (random() < 0.1) return order;
  const legal = ticketMoves.flatMap((move) =>
    movers.filter((mover) => canMove(state.status, move, mover)).map((mover) => ({ move, mover })),
  );
  return { ...order, ...pick(legal.length > 0 ? legal : [{ move: order.move, mover: order.mover }], random) };
}

/** A ticket's life as it may come: moves at random, refused ones left out; the time only ever goes on. */
export function randomLife(seed: number, moves = 30): TicketEvent[] {
  const random = seededRandom(seed);
  const urgency = pick(['U1', 'U2', 'U3', 'U4'] as const, random);
  const filed = filedEvent({ urgency, status: pick(['assigned', 'triage'], random) });
  const events: TicketEvent[] = [
    { ...filed, at: new Date(filedAt.getTime() + Math.floor(random() * 200) * 86_400_000) },
  ];
  let state = foldTicket(events);
  let at = events[0]!.at;
  for (let count = 0; count < moves; count += 1) {
    at = new Date(at.getTime() + Math.floor(random() ** 3 * 6 * 86_400_000));
    try {
      for (const event of decideMove(state, likelyOrder(state, at, random), ticketRules)) {
        const written = { ...event, at, actor: 'somebody' } as TicketEvent;
        events.push(written);
        state = applyEvent(state, written);
      }
    } catch (error) {
      if ((error as { code?: string }).code === undefined) throw error;
    }
  }
  return events;
}

/** The shortest way into each status, for a ticket that was filed to a unit (or to the desk). */
export const pathTo: Record<TicketStatus, { filed: 'assigned' | 'triage'; steps: [TicketMove, Mover][] }> = {
  triage: { filed: 'triage', steps: [] },
  assigned: { filed: 'assigned', steps: [] },
  accepted: { filed: 'assigned', steps: [['accept', 'unit']] },
  paused: { filed: 'assigned', steps: [['accept', 'unit'], ['pause', 'unit']] },
  returned: { filed: 'assigned', steps: [['return', 'unit']] },
  adjudication: { filed: 'assigned', steps: [['return', 'unit'], ['reassign', 'desk'], ['return', 'unit']] },
  replied: { filed: 'assigned', steps: [['accept', 'unit'], ['reply', 'unit']] },
  reopened: { filed: 'assigned', steps: [['accept', 'unit'], ['reply', 'unit'], ['reopen', 'desk']] },
  closed: { filed: 'assigned', steps: [['accept', 'unit'], ['reply', 'unit'], ['close', 'desk']] },
  merged: { filed: 'assigned', steps: [['merge', 'desk']] },
}; // biome-ignore format: a table

/** What any move needs, in its simplest legal form. */
export const everyNeed = {
  reason: '理由', clause: '依据', text: goodReply, unit: '渝中区城市管理局', pauseCode: 'awaiting_expert',
  returnCode: 'not_our_duty', urgency: 'U4', category: 'C01.01', workingDays: 5, into: 'L',
  verdicts: [{ item: 1, verdict: 'solved' }, { item: 2, verdict: 'part' }],
} as const; // biome-ignore format: a table
