import {
  addDays,
  addMonths,
  endOfMonth,
  isoDay,
  partsOf,
  startOfMonth,
  startOfQuarter,
  startOfWeek,
} from './calendar-days.ts';
import { readNumber } from './numerals.ts';
import { holidayRules } from './season-rules.ts';

export interface DayRange {
  from: string;
  to: string;
}

/** One way of naming a time. `read` is given the match and today; null when the words name no day that exists. */
export interface DateRule {
  pattern: RegExp;
  read(match: RegExpMatchArray, today: string): DayRange | null;
}

const count = '(\\d{1,4}|[一二两三四五六七八九十百]+|半)';
const monthNumber = '(1[0-2]|0?[1-9]|十[一二]|十|[一二三四五六七八九])';
const dayNumber = '(3[01]|[12]\\d|0?[1-9]|三十一|三十|二?十[一二三四五六七八九]|二?十|[一二三四五六七八九])';
export const yearWords =
  '(?:(?<![\\d.])(?:19|20)\\d{2}(?:年度?|(?![\\d.元件套个起次户人亩平万亿千百%]))|\\d{2}年|[一二][〇零一二三四五六七八九]{3}年|今年|本年度?|去年|上一?年度?|前年)';
const upTo = '(?:到|至|[-—–~～－]{1,2})';

export const dateRules: DateRule[] = [
  rule(`(${yearWords})(?:的|全年|整年|度)?`, (today, year) => months(yearOf(year, today), 1, 12)),
  rule(`(${yearWords})?的?${monthNumber}月(?:份)?`, (today, year, month) => {
    const { year: thisYear, month: thisMonth } = partsOf(today);
    const asked = readNumber(month)!;
    // 「11月」 said in March is last year's.
    const named = year ? yearOf(year, today) : asked > thisMonth ? thisYear - 1 : thisYear;
    return months(named, asked, asked);
  }),
  rule(`(${yearWords})?的?${monthNumber}月?${upTo}${monthNumber}月(?:份)?`, (today, year, first, last) => {
    const [from, to] = [readNumber(first)!, readNumber(last)!];
    return from <= to ? months(year ? yearOf(year, today) : partsOf(today).year, from, to) : null;
  }),
  rule(`(${yearWords})?的?前${count}个?月`, (today, year, last) => {
    const to = readNumber(last);
    return year && to && to <= 12 ? months(yearOf(year, today), 1, to) : null;
  }),
  rule(`(${yearWords})?的?前([一二三四1-4])个?季度`, (today, year, last) => {
    const { year: thisYear } = partsOf(today);
    return months(year ? yearOf(year, today) : thisYear, 1, readNumber(last)! * 3);
  }),
  rule(`(${yearWords})?${monthNumber}月${dayNumber}[日号]`, (today, year, month, date) =>
    oneDay(isoDay(year ? yearOf(year, today) : partsOf(today).year, readNumber(month)!, readNumber(date)!)),
  ),
  rule('((?:19|20)\\d{2})[-/.](\\d{1,2})(?:[-/.](\\d{1,2}))?(?!\\d)', (_, year, month, date) => {
    if (Number(month) < 1 || Number(month) > 12) return null;
    if (!date) return months(Number(year), Number(month), Number(month));
    return oneDay(isoDay(Number(year), Number(month), Number(date)));
  }),
  rule(`(${yearWords})?的?(?:第?([1-4一二三四])个?季度|[Qq]([1-4]))`, (today, year, said, short) => {
    const quarter = readNumber(said || short)!;
    const { year: thisYear, month } = partsOf(today);
    const named = year ? yearOf(year, today) : quarter * 3 - 2 > month ? thisYear - 1 : thisYear;
    return months(named, quarter * 3 - 2, quarter * 3);
  }),
  rule(`(${yearWords})?的?([上下])半年`, (today, year, half) => {
    const { year: thisYear, month } = partsOf(today);
    const named = year ? yearOf(year, today) : half === '下' && month <= 6 ? thisYear - 1 : thisYear;
    return half === '上' ? months(named, 1, 6) : months(named, 7, 12);
  }),

  rule('全年|整年', (today) => months(partsOf(today).year, 1, 12)),
  rule('今天|今日|(?<![日号])当[天日]', (today) => oneDay(today)),
  rule('昨天|昨日', (today) => oneDay(addDays(today, -1))),
  rule('(大?)前[天日]', (today, further) => oneDay(addDays(today, further ? -3 : -2))),
  rule('(?:本|这一?个?)(?:周|星期|礼拜)(?:至今)?', (today) => week(today, 0)),
  rule('(上*)上一?个?(?:周|星期|礼拜)', (today, more) => week(today, -1 - more.length)),
  rule('(本|这|上)一?个?(?:周|星期|礼拜)([一二三四五六日天末])', (today, which, weekday) => {
    const monday = addDays(startOfWeek(today), which === '上' ? -7 : 0);
    if (weekday === '末') return { from: addDays(monday, 5), to: addDays(monday, 6) };
    return oneDay(addDays(monday, '一二三四五六日'.indexOf(weekday === '天' ? '日' : weekday)));
  }),
  rule('(?:本月|这一?个月|当月)(?:至今)?|月初至今', (today) => month(today, 0)),
  rule('(上*)上一?个?月(?:份)?', (today, more) => month(today, -1 - more.length)),
  rule('(?:本|这一?个?)季度?(?:至今)?', (today) => quarterFrom(startOfQuarter(today))),
  rule('(上*)上一?个?季度?', (today, more) => quarterFrom(addMonths(startOfQuarter(today), -3 * (1 + more.length)))),
  rule(
    '(?:今年|本年)(?:度)?(?:以来|来|至今|截至目前)|年初(?:至今|以来|到现在)|截[至止](?:目前|今天|今日|现在)',
    (today) => ({
      from: `${today.slice(0, 4)}-01-01`,
      to: today,
    }),
  ),
  rule(`(?:最近|近|过去|这)的?${count}(?:个)?(天|日|周|星期|礼拜|月|季度|年)(?:以?来|内)?`, (today, many, unit) =>
    lastUnits(today, many, unit),
  ),
  // 「最近10条」 is an order and no time.
  rule('(?:最近|近期|近来)(?!的?(?:\\d+|[一二三四五六七八九十]+)[条件])(?:这?几天)?', (today) => ({
    from: addDays(today, -6),
    to: today,
  })),
  rule('(?:这|近|最近)几[天日]', (today) => ({ from: addDays(today, -2), to: today })),
  ...holidayRules,
];

/** A group that did not take part in the match is the empty string. */
function rule(words: string, read: (today: string, ...groups: string[]) => DayRange | null): DateRule {
  const groupsOf = (match: RegExpMatchArray) => match.slice(1).map((group) => group ?? '');
  return { pattern: new RegExp(words, 'g'), read: (match, today) => read(today, ...groupsOf(match)) };
}

export function yearOf(said: string, today: string): number {
  const thisYear = partsOf(today).year;
  if (!said || /^[今本]/.test(said)) return thisYear;
  if (/^[去上]/.test(said)) return thisYear - 1;
  if (/^前/.test(said)) return thisYear - 2;
  const year = readNumber(said.replace(/[年度]/g, ''))!;
  return year < 100 ? 2000 + year : year;
}

function months(year: number, first: number, last: number): DayRange {
  return { from: isoDay(year, first, 1)!, to: endOfMonth(isoDay(year, last, 1)!) };
}

function month(today: string, distance: number): DayRange {
  const from = addMonths(startOfMonth(today), distance);
  return { from, to: endOfMonth(from) };
}

function quarterFrom(from: string): DayRange {
  return { from, to: endOfMonth(addMonths(from, 2)) };
}

function week(today: string, distance: number): DayRange {
  const from = addDays(startOfWeek(today), distance * 7);
  return { from, to: addDays(from, 6) };
}

function oneDay(day: string | null): DayRange | null {
  return day === null ? null : { from: day, to: day };
}

/** 「近三个月」 ends today and begins the day after today's date three months ago; 「近7天」 counts today. */
function lastUnits(today: string, many: string, unit: string): DayRange | null {
  const number = many === '半' ? 0.5 : readNumber(many);
  if (!number) return null;
  if (unit === '年') return { from: addDays(addMonths(today, -12 * number), 1), to: today };
  if (unit === '季度') return { from: addDays(addMonths(today, -3 * number), 1), to: today };
  if (unit === '月')
    return { from: number < 1 ? addDays(today, -14) : addDays(addMonths(today, -number), 1), to: today };
  return { from: addDays(today, 1 - number * (unit === '天' || unit === '日' ? 1 : 7)), to: today };
}
