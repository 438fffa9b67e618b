import type { DemoWorld } from './demo-world.ts';
import { countNear, pickWeighted, type Random } from './random.ts';

/** A row as COPY wants it: in the order of the table's columns. */
export type DemoRow = readonly (string | number | boolean | null)[];

/** Makes the rows of one day; a day's rows depend on nothing but the seed, the day and the scale. */
export interface DayOfRows {
  table: string;
  columns: readonly string[];
  /** Which column says when it happened, by its place in `columns`. */
  timeColumn: number;
  rowsOn(day: string, scale: number, world: DemoWorld): DemoRow[];
}

const minuteMs = 60_000;

/** A moment of a day that begins at local midnight `startMs`, at an hour drawn from the day's rhythm. */
export function momentIn(startMs: number, hourWeights: readonly number[], random: Random): number {
  const hour = pickWeighted(hourWeights, random);
  return startMs + (hour * 60 + random.next() * 60) * minuteMs;
}

const dayMs = 86_400_000;
const twoDigits = Array.from({ length: 60 }, (_, value) => String(value).padStart(2, '0'));
/** Some four years of days; writing a moment out is half of the work of a row, and most of that is its day. */
const dayTexts = new Map<number, string>();

/** `2026-01-31 08:15:00`, from milliseconds of local time. */
export function localTime(ms: number): string {
  const day = Math.floor(ms / dayMs);
  const seconds = Math.floor((ms - day * dayMs) / 1000);
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `${dayText(day)} ${twoDigits[clock[0]!]}:${twoDigits[clock[1]!]}:${twoDigits[clock[2]!]}`;
}

function dayText(day: number): string {
  const known = dayTexts.get(day);
  if (known) return known;
  const text = new Date(day * dayMs).toISOString().slice(0, 10);
  dayTexts.set(day, text);
  return text;
}

/** Unique for ever: the day's number and the row's place in the day. */
export function rowId(startMs: number, index: number): number {
  return Math.round(startMs / dayMs) * 1_000_000 + index;
}

/** How many rows a day has: fewer at week-ends and over the new year, a little more every year. */
export function dailyCount(day: string, perDay: number, random: Random): number {
  const date = new Date(day);
  const weekday = date.getUTCDay();
  const month = date.getUTCMonth() + 1;
  const years = date.getUTCFullYear() - 2023;
  const rhythm = weekday === 0 || weekday === 6 ? 0.7 : 1.1;
  const season = [1, 0.8, 0.95, 1, 1.05, 1.1, 1.2, 1.2, 1.05, 0.95, 0.95, 1][month - 1]!;
  return countNear(perDay * rhythm * season * (1 + 0.05 * years), random);
}
