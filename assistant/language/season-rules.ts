import { addDays, endOfMonth, isoDay, partsOf } from './calendar-days.ts';
import type { DateRule, DayRange } from './date-rules.ts';
import { readNumber } from './numerals.ts';

const year = '((?:20)\\d{2}年|今年|去年|前年)?的?';

/** Lunar New Year's Day, by the astronomical calendar; a year that is not here is not read as a time. */
const newYearsDays: Record<number, string> = {
  2022: '2022-02-01', 2023: '2023-01-22', 2024: '2024-02-10', 2025: '2025-01-29', 2026: '2026-02-17',
  2027: '2027-02-06', 2028: '2028-01-26', 2029: '2029-02-13', 2030: '2030-02-03',
}; // biome-ignore format: a table

/** Seasons of the city's work and the long holidays. Without a year, the latest one that has begun. */
export const holidayRules: DateRule[] = [
  // Chongqing's flood season, May to September (general knowledge, not a statute).
  season('汛期', (named) => monthsOf(named, 5, 9)),
  season('高温期|高温季', (named) => monthsOf(named, 7, 8)),
  season('招生季', (named) => monthsOf(named, 5, 8)),
  season('春季|春天', (named) => monthsOf(named, 3, 5)),
  season('夏季|夏天', (named) => monthsOf(named, 6, 8)),
  season('秋季|秋天', (named) => monthsOf(named, 9, 11)),
  season('冬季|冬天', (named) => ({ from: isoDay(named, 12, 1)!, to: endOfMonth(isoDay(named + 1, 2, 1)!) })),
  season('国庆(?:节|假期|期间|长假)?', (named) => ({ from: isoDay(named, 10, 1)!, to: isoDay(named, 10, 7)! })),
  season('五一(?:节|假期|期间|长假)?', (named) => ({ from: isoDay(named, 5, 1)!, to: isoDay(named, 5, 5)! })),
  // From New Year's Eve for eight days, as the holiday has been since 2024.
  season('春节(?:假期|期间|长假)?|过年(?:期间)?', (named) => {
    const first = newYearsDays[named];
    return first ? { from: addDays(first, -1), to: addDays(first, 6) } : null;
  }),
];

function season(words: string, on: (year: number) => DayRange | null): DateRule {
  return {
    pattern: new RegExp(`${year}(?:${words})`, 'g'),
    read([, said], today) {
      const thisYear = partsOf(today).year;
      if (said) return on(namedYear(said, thisYear));
      const latest = on(thisYear);
      return latest && latest.from <= today ? latest : on(thisYear - 1);
    },
  };
}

function namedYear(said: string, thisYear: number): number {
  const relative: Record<string, number> = { 今年: 0, 去年: -1, 前年: -2 };
  const distance = relative[said];
  return distance === undefined ? readNumber(said.slice(0, 4))! : thisYear + distance;
}

function monthsOf(named: number, first: number, last: number): DayRange {
  return { from: isoDay(named, first, 1)!, to: endOfMonth(isoDay(named, last, 1)!) };
}
