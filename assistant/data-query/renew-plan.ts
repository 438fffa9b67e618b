import { addDays, addMonths, dayInChongqing, daysBetween, startOfQuarter } from '../language/calendar-days.ts';
import { findTimes } from '../language/dates.ts';
import type { DataQuery, TimeWindow } from './data-query.ts';

/**
 * A plan of an earlier day for today: 「上个月」 is another month by now, and so is the month that stood in for no time at
 * all. A window whose words do not give it back on the day it was made (「去年同期」 of some other window) stays as it was.
 */
export function renewPlan(plan: DataQuery, madeAt: Date, now: Date): DataQuery {
  const renew = (window: TimeWindow) => (window.said === null ? renewDefault : renewNamed)(window, madeAt, now);
  const { window, comparison } = plan;
  return {
    ...plan,
    window: window && renew(window),
    comparison: comparison?.with === 'window' ? { ...comparison, window: renew(comparison.window) } : comparison,
  };
}

function renewNamed(window: TimeWindow, madeAt: Date, now: Date): TimeWindow {
  const said = window.said!;
  const [then, today] = [onlyTime(said, madeAt), onlyTime(said, now)];
  const isItsOwn = then?.from === window.from && then.to === window.to;
  return isItsOwn && today ? { from: today.from, to: today.to, said } : window;
}

function onlyTime(said: string, at: Date) {
  const times = findTimes(said, at);
  return times.length === 1 ? times[0] : undefined;
}

/** Windows that nobody named run until today, or are the last month or quarter that had ended. */
function renewDefault({ from, to, said }: TimeWindow, madeAt: Date, now: Date): TimeWindow {
  const [then, today] = [dayInChongqing(madeAt), dayInChongqing(now)];
  const months = monthsBetween(then, today);
  if (to === then) {
    const start = from.endsWith('-01') ? addMonths(from, months) : addDays(from, daysBetween(then, today) - 1);
    return { from: start, to: today, said };
  }
  const isQuarter = daysBetween(from, to) > 31;
  const moved = isQuarter ? monthsBetween(startOfQuarter(then), startOfQuarter(today)) : months;
  return { from: addMonths(from, moved), to: addDays(addMonths(addDays(to, 1), moved), -1), said };
}

function monthsBetween(before: string, after: string): number {
  const monthOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return monthOf(after) - monthOf(before);
}
