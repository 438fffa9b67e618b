import { addDays, addMonths, daysBetween } from '../language/calendar-days.ts';
import type { FoundTime } from '../language/dates.ts';
import type { Comparison, TimeGrain, TimeWindow } from './data-query.ts';
import { mark, type Sketch } from './sketch-question.ts';

/** The time a question names. Several times are one window, a comparison, or too much for one answer. */
export interface AskedTime {
  window: TimeWindow | null;
  grain: TimeGrain | null;
  comparison: Comparison | null;
  /** Times that do not go together; the reader picks one. */
  unclear: TimeWindow[];
}

const against = new RegExp(
  `${mark.time}[^,，。]{0,8}?(?:比|较|跟)${mark.time}|(?:增|多|少|降|减|升|涨|下滑|回落)[长加少降升幅]?了?(?:多少|几)`,
);

export function readTime(sketch: Sketch): AskedTime {
  const places = sketch.placesOf('time');
  // 「暑期（7月到8月）」 says in brackets what is meant.
  const explained = places.find((at) => sketch.text[at + 1] === '(' && sketch.text[at + 2] === mark.time);
  const times = places.filter((at) => at !== explained).map((at) => sketch.tokenAt(at)!.time!);
  const [first, second, ...more] = distinct(times);
  const none = { grain: null, comparison: null, unclear: [] };
  if (!first) return { window: null, ...none };
  if (!second) return { window: toWindow(first), ...none };
  const [earlier, later] = first.from <= second.from ? [first, second] : [second, first];
  const isOneAfterAnother = addDays(earlier.to, 1) === later.from && isBucket(earlier) && isBucket(later);
  const isAgainst = against.test(sketch.text) || (/对比|相比|比较/.test(sketch.text) && !isOneAfterAnother);
  if (more.length === 0 && isAgainst && !isSamePeriod(earlier, later)) {
    const comparison = { with: 'window', window: toWindow(earlier) } as const;
    return { ...none, window: toWindow(later), comparison };
  }
  if (more.length === 0 && isOneAfterAnother && !isAgainst) {
    const said = `${earlier.said}、${later.said}`;
    return { ...none, window: { from: earlier.from, to: later.to, said }, grain: grainOf(earlier) };
  }
  if (more.length === 0 && isSamePeriod(earlier, later)) {
    return { ...none, window: toWindow(later), comparison: { with: 'same_period_last_year' } };
  }
  return { window: null, ...none, unclear: [first, second, ...more].map(toWindow) };
}

function distinct(times: FoundTime[]): FoundTime[] {
  return times.filter(
    ({ from, to }, index) => times.findIndex((other) => other.from === from && other.to === to) === index,
  );
}

function toWindow({ from, to, said }: FoundTime): TimeWindow {
  return { from, to, said };
}

function isSamePeriod(earlier: FoundTime, later: FoundTime): boolean {
  return addMonths(later.from, -12) === earlier.from && sameLength(earlier, later) && /[年月季]/.test(later.said);
}

/** A day, week, month, quarter or year: rows can be grouped by it. Half a year cannot. */
function isBucket({ from, to }: FoundTime): boolean {
  const days = daysBetween(from, to);
  return days <= 31 || (days >= 89 && days <= 92) || days >= 300 || to.slice(8) < '28';
}

/** 29 February and a year that is not over yet still count as the same length. */
function sameLength(earlier: FoundTime, later: FoundTime): boolean {
  const [before, after] = [daysBetween(earlier.from, earlier.to), daysBetween(later.from, later.to)];
  return Math.abs(before - after) <= 1 || (after < before && earlier.said.length === later.said.length);
}

function grainOf({ from, to }: FoundTime): TimeGrain {
  const days = daysBetween(from, to);
  if (days === 1) return 'day';
  if (days <= 7) return 'week';
  if (days <= 31) return 'month';
  return days <= 92 ? 'quarter' : 'year';
}
