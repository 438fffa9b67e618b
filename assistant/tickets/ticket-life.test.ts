import { describe, expect, it } from 'vitest';
import { emptyReply, everyNeed, filedAt, filedEvent, goodReply, pathTo, randomLife } from '../testing/ticket-life.ts';
import { ticketRules } from '../testing/ticket-rules.ts';
import { momentAtShare, usedMs } from './clock/ticket-clock.ts';
import { decideMove } from './decide-move.ts';
import { applyEvent, clockStoppedAt, foldTicket, type TicketState } from './fold-ticket.ts';
import type { MoveOrder } from './move-order.ts';
import { ticketStatuses } from './ticket.ts';
import { TicketError } from './ticket-error.ts';
import { canMove, type Mover, movers, ticketMoves } from './ticket-moves.ts';
import { rowOf } from './ticket-row.ts';

const at = new Date(filedAt.getTime() + 3_600_000);
const order = (
  state: TicketState,
  move: MoveOrder['move'],
  mover: Mover,
  changes: Partial<MoveOrder> = {},
): MoveOrder => ({
  ...everyNeed,
  verdicts: [...everyNeed.verdicts],
  number: 'T',
  version: state.version,
  actor: 'somebody',
  move,
  mover,
  at,
  ...changes,
});

function moved(
  state: TicketState,
  move: MoveOrder['move'],
  mover: Mover,
  changes: Partial<MoveOrder> = {},
): TicketState {
  const events = decideMove(state, order(state, move, mover, changes), ticketRules);
  return events.reduce(
    (before, event) => applyEvent(before, { ...event, at: changes.at ?? at, actor: 'somebody' }),
    state,
  );
}

function ticketIn(status: (typeof ticketStatuses)[number]): TicketState {
  const { filed, steps } = pathTo[status];
  return steps.reduce((state, [move, by]) => moved(state, move, by), foldTicket([filedEvent({ status: filed })]));
}
const codeOf = (work: () => unknown): string | null => {
  try {
    work();
    return null;
  } catch (error) {
    if (!(error instanceof TicketError)) throw error;
    return error.code;
  }
};

describe('the table of moves', () => {
  it('is kept in every state, for every move, by every mover', () => {
    const wrong: string[] = [];
    for (const status of ticketStatuses) {
      const state = ticketIn(status);
      if (state.status !== status) wrong.push(`${status} was not reached`);
      for (const move of ticketMoves)
        for (const mover of movers) {
          const code = codeOf(() => decideMove(state, order(state, move, mover), ticketRules));
          const refusedByTable = code === 'move_not_allowed';
          // A closed ticket is judged only where silence closed it; that is beyond the table.
          const isBeyond = move === 'judge' && status === 'closed' && canMove(status, move, mover);
          if (!isBeyond && refusedByTable === canMove(status, move, mover))
            wrong.push(`${status} ${move} ${mover}: ${code}`);
        }
    }
    expect(wrong).toEqual([]);
  });

  it('lets nobody move what has ended, except to look at the citizen’s word again', () => {
    const left = ticketMoves.filter((move) => movers.some((mover) => canMove('closed', move, mover)));
    expect(left).toEqual(['judge', 'reopen']);
  });

  it('asks for everything that a move needs', () => {
    const assigned = ticketIn('assigned');
    expect(codeOf(() => moved(assigned, 'return', 'unit', { clause: ' ' }))).toBe('move_incomplete');
    expect(codeOf(() => moved(assigned, 'return', 'unit', { returnCode: 'because' }))).toBe('move_incomplete');
    expect(codeOf(() => moved(ticketIn('replied'), 'judge', 'citizen', { verdicts: [] }))).toBe('move_incomplete');
  });
});

describe('a return', () => {
  it('goes to adjudication the second time, and the ruling binds', () => {
    const ruled = moved(ticketIn('adjudication'), 'adjudicate', 'desk', { unit: '渝中区城市管理局' });
    expect([ruled.status, ruled.ownerUnit, ruled.boundUnit]).toEqual([
      'assigned',
      '渝中区城市管理局',
      '渝中区城市管理局',
    ]);
    expect(codeOf(() => moved(ruled, 'return', 'unit'))).toBe('ruling_binding');
  });

  it('cannot name a unit that the table does not know', () => {
    const call = () => moved(ticketIn('returned'), 'reassign', 'desk', { unit: '城管大队' });
    expect(call).toThrowError(
      expect.objectContaining({ code: 'unit_unknown', details: { candidates: expect.any(Array) } }),
    );
  });
});

describe('an extension', () => {
  it('is granted once, by the desk, for what is not urgent', () => {
    const asked = moved(ticketIn('accepted'), 'request_extension', 'unit', { workingDays: 5 });
    const granted = moved(asked, 'extend', 'desk');
    expect(granted.clock.extensionDays).toBe(5);
    expect(codeOf(() => moved(granted, 'request_extension', 'unit'))).toBe('extension_spent');
    expect(codeOf(() => moved(ticketIn('accepted'), 'extend', 'desk'))).toBe('extension_not_asked');
    expect(codeOf(() => moved(ticketIn('accepted'), 'request_extension', 'unit', { workingDays: 16 }))).toBe(
      'extension_too_long',
    );
    const urgent = moved(ticketIn('accepted'), 'regrade', 'desk', { urgency: 'U1' });
    expect(codeOf(() => moved(urgent, 'request_extension', 'unit'))).toBe('extension_spent');
  });
});

describe('closure', () => {
  const stateOf = (state: TicketState) => [state.status, ...state.items.map((item) => item.state)];

  it('sends an empty reply back and keeps it, until the desk lets it pass with a reason', () => {
    const lacking = moved(ticketIn('accepted'), 'reply', 'unit', { text: emptyReply });
    expect([lacking.status, lacking.sentBack?.findings.map(({ kind }) => kind)]).toEqual([
      'accepted',
      ['forwarded_only'],
    ]);
    const passed = moved(lacking, 'approve_reply', 'desk');
    expect([passed.status, passed.reply?.text, passed.sentBack]).toEqual(['replied', emptyReply, null]);
    expect(codeOf(() => moved(ticketIn('accepted'), 'approve_reply', 'desk'))).toBe('no_reply_to_approve');
  });

  it('opens again only what the citizen calls not solved, and closes when all is', () => {
    const reopened = moved(ticketIn('replied'), 'judge', 'citizen');
    expect(stateOf(reopened)).toEqual(['reopened', 'solved', 'open']);
    const answered = moved(reopened, 'reply', 'unit', { text: '已到现场清理占道桌椅并划线，每日巡查。' });
    expect(stateOf(answered)).toEqual(['replied', 'solved', 'answered']);
    const done = moved(answered, 'judge', 'citizen', {
      verdicts: [{ item: 2, verdict: 'solved' }],
      satisfaction: 'satisfied',
    });
    expect([...stateOf(done), done.closedBecause, done.verdict, done.satisfaction]).toEqual([
      'closed', 'solved', 'solved', 'solved', 'solved', 'satisfied',
    ]); // biome-ignore format: one line
  });

  it('waits for a citizen who was asked for five working days, and takes a late word all the same', () => {
    const asked = moved(ticketIn('replied'), 'ask', 'system', { through: 'chat' });
    expect(asked.asked?.answerDueAt.toISOString()).toBe('2026-10-12T10:00:00.000Z'); // the holiday week between; Saturday the 10th is worked
    expect(codeOf(() => moved(asked, 'close_unanswered', 'system'))).toBe('not_due');
    const closed = moved(asked, 'close_unanswered', 'system', { at: new Date('2026-10-12T10:00:00Z') });
    expect([closed.status, closed.closedBecause]).toEqual(['closed', 'unanswered']);
    expect(moved(closed, 'judge', 'citizen').status).toBe('reopened');
    expect(codeOf(() => moved(ticketIn('replied'), 'close_unanswered', 'system'))).toBe('not_due'); // never asked
  });

  it('knows no item that the ticket does not have', () =>
    expect(
      codeOf(() => moved(ticketIn('replied'), 'judge', 'citizen', { verdicts: [{ item: 7, verdict: 'not' }] })),
    ).toBe('item_unknown'));
});

describe('a thousand lives at random', () => {
  const lives = Array.from({ length: 1000 }, (_, seed) => randomLife(seed));
  const statesOf = (events: ReturnType<typeof randomLife>) =>
    events.map((_, index) => foldTicket(events.slice(0, index + 1)));

  it('visit every status and every kind of event', () => {
    const seen = new Set(lives.flatMap((events) => statesOf(events.slice(0, 12)).map(({ status }) => status)));
    expect([...ticketStatuses].filter((status) => !seen.has(status))).toEqual([]);
  });

  it('keep what must always hold', () => {
    for (const events of lives.slice(0, 400))
      for (const [index, state] of statesOf(events).entries()) {
        const { status, ownerUnit, clock, items } = state;
        expect(state.version).toBe(index + 1);
        expect(clock.filedAt).toEqual(events[0]!.at); // never resets
        const present = state.statusBeforeMerge ?? status;
        if (present !== 'closed')
          expect(ownerUnit === null).toBe(['triage', 'returned', 'adjudication'].includes(present));
        expect(state.closedAt !== null).toBe(status === 'closed');
        expect(clockStoppedAt(state) !== null).toBe(['paused', 'replied', 'closed'].includes(present));
        expect(clock.stops.slice(0, -1).every(({ to }) => to !== null)).toBe(true);
        if (state.closedBecause === 'solved') expect(items.every(({ state }) => state === 'solved')).toBe(true);
        if (status === 'merged') expect(state.mergedInto).toBe('L');
        expect(new Set(state.escalatedAt).size).toBe(state.escalatedAt.length);
        if (state.returns.length >= 2 && status === 'returned') expect.fail('a second return is adjudicated');
      }
  });

  it('are the same folded at once and event by event, and so is the row', () => {
    for (const events of lives.slice(0, 300)) {
      const [filed, ...rest] = events;
      const stepwise = rest.reduce(applyEvent, foldTicket([filed!]));
      expect(stepwise).toEqual(foldTicket(events));
      expect(rowOf(stepwise, ticketRules.isWorkday)).toEqual(rowOf(foldTicket(events), ticketRules.isWorkday));
    }
  });

  it('use up their time only ever more, whatever happens', () => {
    for (const events of lives.slice(0, 300)) {
      const states = statesOf(events);
      for (const [index, { clock }] of states.entries()) {
        const now = events[index]!.at;
        const later = new Date(now.getTime() + 3 * 86_400_000);
        expect(usedMs(clock, later, ticketRules.isWorkday)).toBeGreaterThanOrEqual(
          usedMs(clock, now, ticketRules.isWorkday),
        );
        const before = states[index - 1]?.clock;
        // Under one grade what was used stays used; another grade counts the same time by its own hours.
        if (before && before.urgency === clock.urgency)
          expect(usedMs(clock, now, ticketRules.isWorkday)).toBe(usedMs(before, now, ticketRules.isWorkday));
      }
    }
  });

  it('never bring a deadline forward but by a graver grade', () => {
    for (const events of lives.slice(0, 300)) {
      const states = statesOf(events);
      for (const [index, { clock }] of states.entries()) {
        const before = states[index - 1]?.clock;
        if (!before || before.urgency !== clock.urgency) continue;
        const due = (facts: typeof clock) => momentAtShare(facts, 1, ticketRules.isWorkday).getTime();
        expect(due(clock)).toBeGreaterThanOrEqual(due(before));
      }
    }
  });
});

it('says a good reply is one', () =>
  expect(moved(ticketIn('accepted'), 'reply', 'unit', { text: goodReply }).status).toBe('replied'));
