import type { Subject } from '../../knowledge/index.ts';
import { daysBetween } from '../language/calendar-days.ts';
import type { FoundTime } from '../language/dates.ts';
import type { DataQuery, Filter, TimeWindow } from './data-query.ts';
import { type FoundValue, toFilters } from './read-filters.ts';
import type { RowsReading } from './read-rows.ts';
import type { Sketch } from './sketch-question.ts';
import { type Assumption, allOf, type FilledPlan } from './to-plan.ts';

export interface AskedRows {
  reading: RowsReading;
  /** Stretches of time that the question names, each once. */
  times: readonly FoundTime[];
  /** Tests on numbers of the rows: 「均价在两万到三万之间」. */
  tests: readonly Filter[];
}

/** A plan for rows that state facts; null where the question names no column, no thing and no ranking to answer with. */
export function toRowsPlan({ reading, times, tests }: AskedRows, subject: Subject, sketch: Sketch): FilledPlan | null {
  const assumptions: Assumption[] = [];
  const filters = [...toFilters(reading.values, sketch), ...(times.length > 1 ? [anyOf(times)] : []), ...tests];
  const base = { ...emptyPlan, subject: subject.name, filter: allOf(filters), window: windowOf(times) };
  if (times.length === 0 && subject.time.grain !== 'none')
    assumptions.push({ text: '没有说时间，看全部时间的记录', field: 'window' });
  const compared = comparedThings(reading, subject);
  const gap = reading.gap ? gapPlan(base, reading, compared) : null;
  if (gap) return { plan: gap, assumptions };
  const tested = new Set(tests.flatMap((test) => ('field' in test ? [test.field] : [])));
  if (reading.counts && reading.ranks.length === 0 && tested.size >= numbersIn(reading, subject))
    return { plan: { ...base, kind: 'aggregate', metrics: [subject.defaultMetric] }, assumptions };
  const picked = pickOf(reading, subject, compared);
  const untested = { ...reading, asked: reading.asked.filter((name) => !tested.has(name)) };
  const columns = columnsOf(reading.wanted.length > 0 ? untested : reading, subject, compared, times);
  if (columns.length === 0) return null;
  const distinct = picked.orderBy === undefined && columns.every((name) => isWords(name, subject));
  return { plan: { ...base, ...picked, columns, distinct }, assumptions };
}

const emptyPlan: Omit<DataQuery, 'subject'> = {
  kind: 'list',
  metrics: [],
  dimensions: [],
  grain: null,
  filter: null,
  window: null,
  comparison: null,
  share: false,
  part: null,
  having: null,
  orderBy: [],
  limit: null,
  offset: 0,
  columns: [],
  pick: null,
  distinct: false,
  chart: null,
};

/** How many of the columns asked for are figures: 「绿化率低于20%的地块有多少块」 tests its one. */
function numbersIn({ asked }: RowsReading, subject: Subject): number {
  return asked.filter((name) => !isWords(name, subject)).length;
}

/** Words are said once, however many rows say them; figures are not, for two may be the same by chance. */
function isWords(name: string, { listColumns }: Subject): boolean {
  return listColumns.find((column) => column.name === name)?.type !== 'number';
}

function windowOf(times: readonly FoundTime[]): TimeWindow | null {
  const [only, ...more] = times;
  return only && more.length === 0 ? { from: only.from, to: only.to, said: only.said } : null;
}

function anyOf(times: readonly FoundTime[]): Filter {
  return { any: times.map(({ from, to }) => ({ field: 'time', is: 'between', values: [from, to] })) };
}

/** Dimensions of which the question names two or more values to keep, with those values. */
function severalOf(values: readonly FoundValue[]): Map<string, FoundValue[]> {
  const kept = values.filter(({ excluded }) => !excluded);
  const several = new Map<string, FoundValue[]>();
  for (const { term } of kept) {
    const found = kept.filter((other) => other.term.dimension === term.dimension);
    if (new Set(found.map((one) => String(one.term.values))).size > 1) several.set(term.dimension, found);
  }
  return several;
}

function comparedThings({ values }: RowsReading, { things }: Subject): string[] {
  return [...severalOf(values).keys()].filter((dimension) => things.includes(dimension));
}

/** 「甲与乙的营业总成本之间的差额」: one figure of exactly two things. */
function gapPlan(base: DataQuery, { asked, values }: RowsReading, compared: readonly string[]): DataQuery | null {
  const [thing] = compared.length > 0 ? compared : [...severalOf(values).keys()];
  const [metric] = asked;
  if (!thing || !metric || severalOf(values).get(thing)?.length !== 2) return null;
  return {
    ...base,
    kind: 'aggregate',
    metrics: [metric],
    dimensions: [thing],
    comparison: { with: 'each_other' },
    orderBy: [{ field: metric, direction: 'desc' }],
    limit: 1,
  };
}

/** The first ranking keeps some rows, the last one picks from them; two places are each ranked for themselves. */
function pickOf(
  { ranks, count, values }: RowsReading,
  { things }: Subject,
  compared: readonly string[],
): Partial<DataQuery> {
  const last = ranks.at(-1);
  if (!last) return {};
  const [first] = ranks;
  const orderBy = [{ field: last.column, direction: last.direction }];
  if (last.kind === 'sorted') return { orderBy };
  const per = compared.length > 0 ? [] : [...severalOf(values).keys()].filter((name) => !things.includes(name));
  const among =
    first && first !== last && first.limit !== null
      ? { orderBy: [{ field: first.column, direction: first.direction }], limit: first.limit }
      : null;
  const limit = last.limit ?? count ?? 1;
  return per.length > 0 || among ? { orderBy, limit, pick: { per, among } } : { orderBy, limit };
}

/** Rows of several times need to be told apart by them: two stretches, or one that is longer than what a row is of. */
function isSeveral(times: readonly FoundTime[], { time }: Subject): boolean {
  const [first] = times;
  if (times.length !== 1 || !first) return times.length > 1;
  return daysBetween(first.from, first.to) > (time.grain === 'year' ? 366 : 31);
}

/** What tells the rows apart, what they are named by, what was asked, and what they were ranked by. */
function columnsOf(
  { asked, wanted, ranks, values }: RowsReading,
  subject: Subject,
  compared: readonly string[],
  times: readonly FoundTime[],
): string[] {
  const ranked = ranks.map(({ column }) => column);
  if (asked.length === 0 && wanted.length === 0 && ranked.length === 0) return [];
  const several = [...severalOf(values).keys()];
  const timeColumn = subject.listColumns.find(
    ({ column, label }) => column === subject.time.column || label === subject.time.label,
  )?.name;
  const named = wanted.length > 0 || compared.length > 0 ? wanted : ranked.length > 0 ? subject.things.slice(0, 1) : [];
  return [
    ...new Set([
      ...(timeColumn && ranks.length === 0 && isSeveral(times, subject) ? [timeColumn] : []),
      ...several,
      ...compared,
      ...named,
      ...asked,
      ...ranked,
    ]),
  ];
}
