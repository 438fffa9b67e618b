import { describe, expect, it } from 'vitest';
import { isOverdue, toRemaining } from './remaining.ts';

const noon = new Date('2026-11-23T12:00:00Z');

describe('the clock of a ticket', () => {
  it.each([
    ['2026-11-25T15:30:00Z', { over: false, days: 2, hours: 3, minutes: 30 }],
    ['2026-11-23T12:00:59Z', { over: false, days: 0, hours: 0, minutes: 0 }],
    ['2026-11-22T11:59:00Z', { over: true, days: 1, hours: 0, minutes: 1 }],
  ])('counts to %s in days, hours and minutes', (due, remaining) =>
    expect(toRemaining(new Date(due), noon)).toEqual(remaining),
  );

  it.each([
    [{ dueAt: '2026-11-23T11:00:00Z', clockStoppedAt: null }, true],
    [{ dueAt: '2026-11-23T13:00:00Z', clockStoppedAt: null }, false],
    [{ dueAt: '2026-11-23T11:00:00Z', clockStoppedAt: '2026-11-23T10:00:00Z' }, false],
    [{ dueAt: '2026-11-23T11:00:00Z', clockStoppedAt: '2026-11-23T11:30:00Z' }, true],
  ])('tells whether %o is overdue at noon', (ticket, overdue) => expect(isOverdue(ticket, noon)).toBe(overdue));
});
