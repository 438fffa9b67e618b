import { expect, it } from 'vitest';
import { filedEvent, randomLife } from '../../testing/ticket-life.ts';
import { foldTicket } from '../fold-ticket.ts';
import type { NewEvent, TicketEvent } from '../ticket-event.ts';
import { stateCouncilCalendar } from '../work-calendar.ts';
import { explainClock } from './explain-clock.ts';
import { deadlinesByClock } from './ticket-clock.ts';

const china = (time: string) => new Date(`2026-11-${time}:00+08:00`);
const event = (time: string, happened: NewEvent): TicketEvent => ({ ...happened, at: china(time), actor: 'somebody' });
const explain = (events: TicketEvent[], now: string) =>
  explainClock(events, china(now), stateCouncilCalendar).map(({ event, usedMinutes, budgetMinutes, dueAt, text }) => [
    event,
    `${usedMinutes}/${budgetMinutes}`,
    dueAt.toISOString(),
    text,
  ]);

it('says every figure line by line: what was used, of how much, until when, and why', () => {
  const filed = { ...filedEvent({ urgency: 'U3', purpose: '求助' }), at: china('23T10:00') }; // a Monday
  const lines = explain(
    [
      filed,
      event('24T10:00', { kind: 'accepted', payload: {} }),
      event('25T12:00', { kind: 'paused', payload: { code: 'awaiting_expert', reason: '等检测报告' } }),
      event('27T12:00', { kind: 'resumed', payload: {} }),
      event('27T13:00', { kind: 'extended', payload: { workingDays: 3, reason: '多部门会商' } }),
      event('30T10:00', { kind: 'regraded', payload: { urgency: 'U2', reason: '污水外溢' } }),
    ],
    '30T11:00',
  );
  expect(lines).toEqual([
    ['filed', '0/3780', '2026-12-02T10:00:00.000Z', '登记：U3 级求助，办结时限 7 个工作日，从登记起计时。'],
    ['accepted', '60/3780', '2026-12-02T10:00:00.000Z', '承办单位签收，计时不变。'],
    ['paused', '720/3780', '2026-12-02T10:00:00.000Z', '暂停计时：等鉴定、检测、评估结论。'],
    ['resumed', '720/3780', '2026-12-04T10:00:00.000Z', '恢复计时。'],
    ['extended', '780/5400', '2026-12-09T10:00:00.000Z', '同意延期 3 个工作日：多部门会商'],
    [
      'regraded',
      '7200/1440',
      '2026-11-24T02:00:00.000Z',
      '由 U3 级改为 U2 级求助，办结时限 24 小时；这一级不适用延期，延期暂不计。',
    ],
    ['now', '7260/1440', '2026-11-24T02:00:00.000Z', '现在：时限已用 504%，超出 5820 分钟。'],
  ]);
});

it('ends with the deadline that stands in the row, whatever happened', () => {
  for (let seed = 0; seed < 200; seed += 1) {
    const events = randomLife(seed, 15);
    const lines = explainClock(events, events.at(-1)!.at, stateCouncilCalendar);
    const { dueAt } = deadlinesByClock(foldTicket(events).clock, stateCouncilCalendar);
    expect([lines.at(-1)?.dueAt, lines[0]?.event]).toEqual([dueAt, 'filed']);
    expect(lines.every(({ rule, text }) => rule.length > 0 && text.length > 0)).toBe(true);
  }
});
