import { addDays, addMonths, daysBetween, endOfMonth, partsOf, startOfMonth } from '../language/calendar-days.ts';
import type { Comparison, TimeGrain, TimeWindow } from './data-query.ts';

export interface BaseWindow {
  from: string;
  to: string;
  /** What to add to a bucket of the base to meet the bucket it is compared with; null where there are no buckets. */
  shift: { amount: number; unit: 'day' | 'month' } | null;
}

/** The window that a window is compared with. A window of whole months is compared with whole months. */
export function baseWindowOf(
  { from, to }: TimeWindow,
  comparison: Comparison,
  grain: TimeGrain | null,
): BaseWindow | null {
  switch (comparison.with) {
    case 'window':
      return { from: comparison.window.from, to: comparison.window.to, shift: null };
    case 'average':
    case 'each_other':
      return null;
    case 'same_period_last_year':
      // Weeks keep their weekdays: 52 of them are a year, near enough.
      if (grain === 'week')
        return { from: addDays(from, -364), to: addDays(to, -364), shift: { amount: 364, unit: 'day' } };
      return { ...monthsBack(from, to, 12), shift: grain && { amount: 12, unit: 'month' } };
    case 'previous_period':
      return grain ? oneBucketBack(from, to, grain) : { ...periodBefore(from, to), shift: null };
    case 'start_of_year':
      return { ...startOfYear(from, to), shift: null };
  }
}

function monthsBack(from: string, to: string, months: number): { from: string; to: string } {
  const shifted = addMonths(to, -months);
  return { from: addMonths(from, -months), to: to === endOfMonth(to) ? endOfMonth(shifted) : shifted };
}

const bucketMonths: Partial<Record<TimeGrain, number>> = { month: 1, quarter: 3, year: 12 };

function oneBucketBack(from: string, to: string, grain: TimeGrain): BaseWindow {
  const months = bucketMonths[grain];
  // The bucket under way is compared with the whole one before it only where it is whole itself.
  if (months) return { ...monthsBack(from, to, months), shift: { amount: months, unit: 'month' } };
  const days = grain === 'week' ? 7 : 1;
  return { from: addDays(from, -days), to: addDays(to, -days), shift: { amount: days, unit: 'day' } };
}

/**
 * 环比: whole months against as many months before; a month, quarter or year to date against the same days of the one
 * before (上月同期); anything else against as many days before.
 */
function periodBefore(from: string, to: string): { from: string; to: string } {
  const [start, end] = [partsOf(from), partsOf(to)];
  const beginsMonth = from === startOfMonth(from);
  const months = (end.year - start.year) * 12 + end.month - start.month + 1;
  if (beginsMonth && to === endOfMonth(to)) return monthsBack(from, to, months);
  if (beginsMonth && months === 1) return monthsBack(from, to, 1);
  if (beginsMonth && start.month === 1 && months > 3) return monthsBack(from, to, 12);
  if (beginsMonth && start.month % 3 === 1 && months <= 3) return monthsBack(from, to, 3);
  const days = daysBetween(from, to);
  return { from: addDays(from, -days), to: addDays(to, -days) };
}

/** 较年初: the first stretch of the year that is as long. */
function startOfYear(from: string, to: string): { from: string; to: string } {
  const first = `${partsOf(from).year}-01-01`;
  const isMonth = from === startOfMonth(from) && to === endOfMonth(from);
  return { from: first, to: isMonth ? endOfMonth(first) : addDays(first, daysBetween(from, to) - 1) };
}
