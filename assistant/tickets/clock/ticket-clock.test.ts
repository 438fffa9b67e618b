import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../testing/ticket-life.ts';
import { stateCouncilCalendar } from '../work-calendar.ts';
import { type ClockFacts, deadlinesByClock, momentAtShare, type Stop, usedMs } from './ticket-clock.ts';
import { businessHours, workingDayMs } from './work-time.ts';

const hours = businessHours(stateCouncilCalendar);
const china = (time: string) => new Date(`${time}:00+08:00`);
const facts = (changes: Partial<ClockFacts> = {}): ClockFacts => ({
  filedAt: china('2026-09-29T10:20'),
  urgency: 'U3',
  purpose: '求助',
  extensionDays: null,
  stops: [],
  ...changes,
});
const due = (changes: Partial<ClockFacts>) => momentAtShare(facts(changes), 1, stateCouncilCalendar);
const used = (changes: Partial<ClockFacts>, at: string) =>
  usedMs(facts(changes), china(at), stateCouncilCalendar) / 3_600_000;

describe('business hours', () => {
  it.each([
    ['2026-11-23T09:00', '2026-11-23T18:00', 9],
    ['2026-11-23T00:00', '2026-11-24T00:00', 9],
    ['2026-11-20T17:00', '2026-11-23T10:00', 2], // over a weekend
    ['2026-10-01T00:00', '2026-10-08T00:00', 0], // the holiday week
    ['2026-10-10T08:00', '2026-10-10T20:00', 9], // a Saturday that is worked to make up
    ['2026-11-30T12:00', '2026-12-01T12:00', 9], // over the end of a month
    ['2026-02-27T12:00', '2026-03-02T12:00', 18], // … of February: Saturday the 28th is a make-up workday
    ['2026-11-23T18:00', '2026-11-23T09:00', 0],
  ])('from %s to %s are %s', (from, to, expected) =>
    expect(hours.between(china(from), china(to)) / 3_600_000).toBe(expected),
  );

  it('end after a span where counting to the end gives the span, from any moment', () => {
    const random = seededRandom(7);
    for (let count = 0; count < 2000; count += 1) {
      const from = new Date(china('2026-01-01T00:00').getTime() + Math.floor(random() * 400 * 86_400_000));
      const span = Math.floor(random() * 20 * workingDayMs) + 1;
      const end = hours.after(from, span);
      expect(hours.between(from, end)).toBe(span);
      expect(hours.between(from, new Date(end.getTime() - 1))).toBeLessThan(span); // and no earlier
    }
  });
});

describe('a deadline', () => {
  it('skips the holiday week and counts the make-up Saturday', () => {
    // 30 September, then 8, 9, 10 (Saturday), 12, 13 and 14 October.
    expect(due({}).toISOString()).toBe('2026-10-14T10:00:00.000Z');
  });

  it('moves by exactly the working time of a pause', () => {
    const stops = [{ from: china('2026-09-30T15:00'), to: china('2026-10-08T11:00') }]; // 3 and 2 hours
    expect(due({ stops })).toEqual(china('2026-10-15T14:00'));
  });

  it('does not move by a pause at night, or by one before it begins to count', () => {
    expect(due({ stops: [{ from: china('2026-10-08T19:00'), to: china('2026-10-09T08:00') }] })).toEqual(due({}));
    expect(due({ stops: [{ from: china('2026-09-29T11:00'), to: china('2026-09-29T17:00') }] })).toEqual(due({}));
  });

  it('keeps every pause under another grade, and counts again from filing', () => {
    const stops = [{ from: china('2026-09-29T11:20'), to: china('2026-09-29T14:20') }];
    expect(due({ stops, urgency: 'U1' })).toEqual(china('2026-09-29T15:20')); // two hours, three of them not counted
    expect(due({ stops, urgency: 'U2' })).toEqual(china('2026-09-30T13:20'));
    expect(due({ stops, urgency: 'U3' })).toEqual(due({}));
  });

  it('is extended in working days, but not where the grade may not be', () => {
    expect(due({ extensionDays: 3 }).toISOString()).toBe('2026-10-19T10:00:00.000Z');
    expect(due({ extensionDays: 3, urgency: 'U2' })).toEqual(due({ urgency: 'U2' }));
  });

  it('stands as if the clock went on at once while it stands still', () => {
    const since = china('2026-10-09T12:00');
    expect(due({ stops: [{ from: since, to: null }] })).toEqual(due({}));
    expect(used({ stops: [{ from: since, to: null }] }, '2026-12-31T12:00')).toBe(9 + 9 + 3);
  });

  it('has the first response due by the same clock', () => {
    const { firstResponseDueAt } = deadlinesByClock(facts(), stateCouncilCalendar);
    expect(firstResponseDueAt).toEqual(china('2026-09-30T18:00'));
  });
});

it('has used exactly its budget at the deadline, whatever the pauses', () => {
  const random = seededRandom(11);
  for (let count = 0; count < 600; count += 1) {
    const filedAt = new Date(china('2026-01-01T00:00').getTime() + Math.floor(random() * 500 * 86_400_000));
    const urgency = (['U1', 'U2', 'U3', 'U4'] as const)[Math.floor(random() * 4)]!;
    const stops: Stop[] = [];
    let at = filedAt.getTime();
    for (let pause = 0; pause < 3; pause += 1) {
      const from = at + Math.floor(random() * 5 * 86_400_000);
      at = from + Math.floor(random() * 9 * 86_400_000);
      stops.push({ from: new Date(from), to: new Date(at) });
    }
    const some = facts({ filedAt, urgency, stops });
    const end = momentAtShare(some, 1, stateCouncilCalendar);
    const full = usedMs(some, end, stateCouncilCalendar);
    expect(usedMs(some, new Date(end.getTime() - 1), stateCouncilCalendar)).toBeLessThan(full);
    expect(full).toBe(
      usedMs(
        { ...some, stops: [] },
        momentAtShare({ ...some, stops: [] }, 1, stateCouncilCalendar),
        stateCouncilCalendar,
      ),
    );
  }
});
