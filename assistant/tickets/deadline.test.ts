import { describe, expect, it } from 'vitest';
import { deadlinesOf } from './deadline.ts';
import { stateCouncilCalendar } from './work-calendar.ts';

const due = (urgency: 'U1' | 'U2' | 'U3' | 'U4', purpose: '投诉' | '求助' | '咨询', filedAt: string) => {
  const { firstResponseDueAt, dueAt } = deadlinesOf({ urgency, purpose }, new Date(filedAt), stateCouncilCalendar);
  return [firstResponseDueAt.toISOString(), dueAt.toISOString()];
};

describe('deadlinesOf', () => {
  it('runs day and night for what is urgent', () =>
    expect(due('U1', '投诉', '2026-10-01T23:50:00+08:00')).toEqual([
      '2026-10-01T16:20:00.000Z',
      '2026-10-01T17:50:00.000Z',
    ]));

  it('does not count the day of filing', () =>
    expect(due('U3', '咨询', '2026-11-23T09:00:00+08:00')).toEqual([
      '2026-11-24T10:00:00.000Z',
      '2026-11-26T10:00:00.000Z',
    ]));

  it('counts make-up workdays and skips the holiday week', () => {
    // National Day 2026: 1 to 7 October off; Saturday 10 October worked.
    expect(due('U3', '求助', '2026-09-30T10:00:00+08:00')).toEqual([
      '2026-10-08T10:00:00.000Z',
      '2026-10-15T10:00:00.000Z',
    ]);
  });

  it('takes the day in Chongqing, not in Greenwich', () =>
    expect(due('U4', '投诉', '2026-11-23T00:30:00+08:00')[0]).toBe('2026-11-24T10:00:00.000Z'));
});
