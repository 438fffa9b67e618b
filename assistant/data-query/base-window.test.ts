import { describe, expect, it } from 'vitest';
import { baseWindowOf } from './base-window.ts';
import type { Comparison, TimeGrain } from './data-query.ts';

const base = (
  from: string,
  to: string,
  compared: Exclude<Comparison['with'], 'window'>,
  grain: TimeGrain | null = null,
) => {
  const found = baseWindowOf({ from, to, said: null }, { with: compared }, grain);
  return found && `${found.from}..${found.to}`;
};

describe('the window that a window is compared with', () => {
  it.each([
    ['a month a year ago', '2026-10-01', '2026-10-31', '2025-10-01..2025-10-31'],
    ['February of a leap year, whole', '2025-02-01', '2025-02-28', '2024-02-01..2024-02-29'],
    ['the year to date, on the same day', '2026-01-01', '2026-11-23', '2025-01-01..2025-11-23'],
    ['one day', '2026-11-23', '2026-11-23', '2025-11-23..2025-11-23'],
  ])('is, a year back, %s', (_, from, to, expected) => {
    expect(base(from, to, 'same_period_last_year')).toBe(expected);
  });

  it.each([
    ['the month before, whole', '2026-03-01', '2026-03-31', '2026-02-01..2026-02-28'],
    ['the three months before a quarter', '2026-07-01', '2026-09-30', '2026-04-01..2026-06-30'],
    ['the same days of the month before', '2026-11-01', '2026-11-23', '2026-10-01..2026-10-23'],
    ['the same days of the quarter before', '2026-10-01', '2026-11-23', '2026-07-01..2026-08-23'],
    ['the same days of the year before', '2026-01-01', '2026-11-23', '2025-01-01..2025-11-23'],
    ['the week before', '2026-11-16', '2026-11-22', '2026-11-09..2026-11-15'],
    ['as many days before', '2026-11-05', '2026-11-14', '2026-10-26..2026-11-04'],
  ])('is, a period back, %s', (_, from, to, expected) => {
    expect(base(from, to, 'previous_period')).toBe(expected);
  });

  it('moves one bucket back where there are buckets', () => {
    expect(base('2026-01-01', '2026-10-31', 'previous_period', 'month')).toBe('2025-12-01..2026-09-30');
    expect(base('2026-11-16', '2026-11-22', 'previous_period', 'day')).toBe('2026-11-15..2026-11-21');
  });

  it('is January for 较年初 of a month', () => {
    expect(base('2026-10-01', '2026-10-31', 'start_of_year')).toBe('2026-01-01..2026-01-31');
  });

  it('is none for the average, whose base is the other groups', () => {
    expect(base('2026-10-01', '2026-10-31', 'average')).toBeNull();
  });
});
