/** Day arithmetic on ISO days (`2026-01-31`) in Chongqing's calendar. Days in ISO form sort as text. */

const dayMs = 86_400_000;
/** China has one time zone and no summer time. */
const chongqingOffsetMs = 8 * 3_600_000;

export function dayInChongqing(at: Date): string {
  return new Date(at.getTime() + chongqingOffsetMs).toISOString().slice(0, 10);
}

/** Null for a day that does not exist, such as 31 September. */
export function isoDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : null;
}

export function partsOf(day: string): { year: number; month: number; day: number } {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return { year, month, day: date };
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);
}

/** The same day of another month, or that month's last day where it is shorter: 31 March − 1 month is 28 February. */
export function addMonths(day: string, months: number): string {
  const { year, month, day: date } = partsOf(day);
  const first = new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
  const last = endOfMonth(first);
  return addDays(first, Math.min(date, partsOf(last).day) - 1);
}

/** Days from `from` to `to`, both counted. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs) + 1;
}

export function startOfMonth(day: string): string {
  return `${day.slice(0, 7)}-01`;
}

export function endOfMonth(day: string): string {
  const { year, month } = partsOf(day);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

export function startOfQuarter(day: string): string {
  const { year, month } = partsOf(day);
  return isoDay(year, month - ((month - 1) % 3), 1)!;
}

/** Weeks begin on Monday. */
export function startOfWeek(day: string): string {
  const weekday = (new Date(day).getUTCDay() + 6) % 7;
  return addDays(day, -weekday);
}
