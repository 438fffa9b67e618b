import { addDays, dayInChongqing, partsOf } from './calendar-days.ts';
import { type DayRange, dateRules } from './date-rules.ts';

/** A time that a text names: both days included, and where in the text it stands. */
export interface FoundTime extends DayRange {
  said: string;
  start: number;
  end: number;
}

/**
 * The times that `text` names, in the order they stand, as days of Chongqing's calendar counted from `now`. A range
 * that would reach past today ends today. The longest reading wins where two overlap: 「去年9月」 is not 「去年」.
 */
export function findTimes(text: string, now: Date): FoundTime[] {
  const today = dayInChongqing(now);
  const found = dateRules.flatMap(({ pattern, read }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const range = read(match, today);
      return range ? [{ ...range, said: match[0], start: match.index, end: match.index + match[0].length }] : [];
    }),
  );
  return joinRanges(longestApart(found), text).map((time) => reachingToday(openEnded(time, text, today), today));
}

function longestApart(found: FoundTime[]): FoundTime[] {
  const longestFirst = found.toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const kept: FoundTime[] = [];
  for (const time of longestFirst) {
    if (kept.every((other) => time.end <= other.start || time.start >= other.end)) kept.push(time);
  }
  return kept.toSorted((a, b) => a.start - b.start);
}

/** 「2024年3月到2025年2月」 is one time from the first day of the one to the last of the other. */
function joinRanges(times: FoundTime[], text: string): FoundTime[] {
  const joined: FoundTime[] = [];
  for (const time of times) {
    const before = joined.at(-1);
    const isRange = before && /^(?:到|至|[-—–~～－]{1,2})$/.test(text.slice(before.end, time.start));
    if (!isRange) joined.push(time);
    else {
      const to = sameYearAfter(before, time);
      joined[joined.length - 1] = { ...before, to, end: time.end, said: text.slice(before.start, time.end) };
    }
  }
  return joined;
}

/** In 「去年3月到5月」 the second month belongs to the first one's year. */
function sameYearAfter(first: FoundTime, second: FoundTime): string {
  if (/年/.test(second.said)) return second.to;
  const year = partsOf(first.from).year;
  const moved = `${year}${second.to.slice(4)}`;
  const inYear = moved.endsWith('02-29') && new Date(moved).getUTCDate() !== 29 ? `${year}-02-28` : moved;
  return inYear >= first.from ? inYear : `${year + 1}${second.to.slice(4)}`;
}

/** 「2025年3月以来」 goes on until today. */
function openEnded(time: FoundTime, text: string, today: string): FoundTime {
  const onwards = /^(?:份)?(?:以来|至今|到现在|到今天|到目前|起至今)/.exec(text.slice(time.end));
  if (!onwards || time.from > today) return time;
  const end = time.end + onwards[0].length;
  return { ...time, to: today, end, said: text.slice(time.start, end) };
}

function reachingToday(time: FoundTime, today: string): FoundTime {
  return time.from <= today && time.to > today ? { ...time, to: today } : time;
}

/** From the first of this month until today: what a question that names no time is taken to mean. */
export function monthToDate(now: Date): DayRange {
  const today = dayInChongqing(now);
  return { from: addDays(today, 1 - partsOf(today).day), to: today };
}
