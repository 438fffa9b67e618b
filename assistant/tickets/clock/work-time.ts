import { chongqingDayOf, dayMs, type IsWorkday, startOfChongqingDay } from '../work-calendar.ts';

/** A way of counting time: all of it, or business hours only. Spans are milliseconds, so that sums are exact. */
export interface WorkTime {
  /** Counted time between two moments; 0 when `to` is not after `from`. */
  between(from: Date, to: Date): number;
  /** The earliest moment at which `spanMs` of counted time have passed since `from`. */
  after(from: Date, spanMs: number): Date;
}

/** Danger does not keep office hours. */
export const dayAndNight: WorkTime = {
  between: (from, to) => Math.max(0, to.getTime() - from.getTime()),
  after: (from, spanMs) => new Date(from.getTime() + spanMs),
};

/** Business hours in Chongqing. A product default: nine hours that end at 18:00, when a period ends (Civil Code 203). */
const opensMs = 9 * 3_600_000;
const closesMs = 18 * 3_600_000;

/** What one working day is worth on the clock. */
export const workingDayMs = closesMs - opensMs;

/** 09:00 to 18:00 on working days by the official calendar, make-up workdays included. */
export function businessHours(isWorkday: IsWorkday): WorkTime {
  const openOn = (day: number): [opens: number, closes: number] | null =>
    isWorkday(chongqingDayOf(new Date(day))) ? [day + opensMs, day + closesMs] : null;
  return {
    between(from, to) {
      let total = 0;
      for (let day = startOfChongqingDay(from).getTime(); day < to.getTime(); day += dayMs) {
        const hours = openOn(day);
        if (hours) total += Math.max(0, Math.min(hours[1], to.getTime()) - Math.max(hours[0], from.getTime()));
      }
      return total;
    },
    after(from, spanMs) {
      let left = spanMs;
      for (let day = startOfChongqingDay(from).getTime(); left > 0; day += dayMs) {
        const hours = openOn(day);
        if (!hours) continue;
        const begins = Math.max(hours[0], from.getTime());
        const counted = Math.max(0, hours[1] - begins);
        if (counted >= left) return new Date(begins + left);
        left -= counted;
      }
      return from;
    },
  };
}
