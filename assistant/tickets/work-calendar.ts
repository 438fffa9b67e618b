import chineseDays from 'chinese-days';

/** Whether people work on a day, `2026-10-10`: the State Council's holidays and make-up workdays included. */
export type IsWorkday = (day: string) => boolean;

const looked = new Map<string, boolean>();

/**
 * Days beyond the last published holiday notice count by weekday alone, until the library brings the next one. A day is
 * looked up once: clocks are counted day by day, for every ticket.
 */
export const stateCouncilCalendar: IsWorkday = (day) => {
  const known = looked.get(day);
  if (known !== undefined) return known;
  const isWorkday = chineseDays.isWorkday(day);
  looked.set(day, isWorkday);
  return isWorkday;
};

export const dayMs = 86_400_000;

/**
 * The end of the `count`-th working day after the day of `from`, at close of business (18:00 in Chongqing). The day of
 * filing is not counted, and a period ends with business hours: Civil Code articles 201 and 203.
 */
export function endOfWorkingDay(from: Date, count: number, isWorkday: IsWorkday): Date {
  let day = startOfChongqingDay(from);
  for (let left = count; left > 0; ) {
    day = new Date(day.getTime() + dayMs);
    if (isWorkday(chongqingDayOf(day))) left -= 1;
  }
  return new Date(day.getTime() + 18 * 3_600_000);
}

/** Chongqing has kept UTC+8 all year since 1991. */
const offsetMs = 8 * 3_600_000;

export function startOfChongqingDay(moment: Date): Date {
  return new Date(Math.floor((moment.getTime() + offsetMs) / dayMs) * dayMs - offsetMs);
}

export function chongqingDayOf(moment: Date): string {
  return new Date(moment.getTime() + offsetMs).toISOString().slice(0, 10);
}
