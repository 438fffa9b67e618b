import type { Subject } from '../../knowledge/index.ts';
import { addDays, addMonths, dayInChongqing, startOfMonth, startOfQuarter } from '../language/calendar-days.ts';
import { monthToDate } from '../language/dates.ts';
import type { DataQuery, Filter, TimeWindow } from './data-query.ts';
import { testOf } from './read-filters.ts';
import { type Reading, rowsOfMeasure } from './read-question.ts';

export interface Assumption {
  text: string;
  /** The part of the plan that it filled. */
  field: string;
}

export interface FilledPlan {
  plan: DataQuery;
  assumptions: Assumption[];
}

const defaultListRows = 20;
const defaultTop = 5;

/** A plan from what was read; whatever the question left open is filled by rule, and said. */
export function toPlan(reading: Reading, now: Date): FilledPlan {
  const { subject } = reading;
  const assumptions: Assumption[] = [];
  const metrics = metricsOf(reading, assumptions);
  const window = windowOf(reading, now, assumptions);
  const comparison = comparisonOf(reading, assumptions);
  const shape = breakdownOf(reading, assumptions);
  const plan: DataQuery = {
    kind: reading.list ? 'list' : 'aggregate',
    subject: subject.name,
    metrics: reading.list ? [] : metrics,
    dimensions: reading.list ? [] : shape.dimensions,
    grain: reading.list ? null : reading.grouping.grain,
    filter: allOf([...shape.filters, ...(reading.list ? rowsOfMetrics(reading) : [])]),
    window,
    comparison,
    share: reading.share && !reading.list,
    part: shape.part,
    having: reading.list ? null : allOf([...havingOf(reading, metrics[0]!), ...shape.having]),
    orderBy: [],
    limit: null,
    offset: 0,
    columns: reading.list ? subject.listColumns.map(({ name }) => name) : [],
    pick: null,
    distinct: false,
    chart: reading.chart,
  };
  if (isGap(reading, plan)) return { plan: gapOf(plan), assumptions };
  return { plan: { ...plan, ...orderOf(plan, reading, assumptions) }, assumptions };
}

/** 「万州区与开州区相差多少」: exactly two of one dimension, and no other comparison. */
function isGap({ gap, values, comparison }: Reading, plan: DataQuery): boolean {
  const [dimension] = plan.dimensions;
  const named = values.filter(({ term, excluded }) => !excluded && term.dimension === dimension);
  const isPair = new Set(named.map(({ term }) => String(term.values))).size === 2;
  return (
    gap && comparison === null && plan.kind === 'aggregate' && plan.dimensions.length === 1 && !plan.grain && isPair
  );
}

function gapOf(plan: DataQuery): DataQuery {
  const orderBy = [{ field: plan.metrics[0]!, direction: 'desc' as const }];
  return { ...plan, comparison: { with: 'each_other' }, share: false, having: null, orderBy, limit: 1 };
}

function metricsOf({ metrics, subject, share, asksCount, list }: Reading, assumptions: Assumption[]): string[] {
  const known = subject.metrics.filter(({ name }) => metrics.includes(name));
  const fallback = subject.metrics.find(({ name }) => name === subject.defaultMetric)!;
  if (share && known.length > 0 && known.every(({ kind }) => kind !== 'additive')) {
    assumptions.push({ text: `${known[0]!.label}不能算占比，改按${fallback.label}算`, field: 'metrics' });
    return [fallback.name];
  }
  if (metrics.length > 0) return metrics;
  if (!share && !asksCount && !list)
    assumptions.push({ text: `没有说指标，按${fallback.label}统计`, field: 'metrics' });
  return [fallback.name];
}

/** 「超过500件或不足20件」 are alternatives; 「同比下降的区县」 is a test of the change. */
function havingOf(reading: Reading, metric: string): Filter[] {
  const { thresholds, change, isEither, comparison, grouping, asksWhether } = reading;
  // Whether one place lies above the average is told by its row, which must be there either way.
  if (asksWhether && comparison?.with === 'average' && grouping.dimensions.length === 0) return [];
  const tests = thresholds.map(({ test }) => test);
  const moved: Filter[] = change?.only
    ? [{ field: `${metric}_change`, is: change.direction === 'rises' ? 'gt' : 'lt', values: [0] }]
    : [];
  return [...(isEither && tests.length > 1 ? [{ any: tests }] : tests), ...moved];
}

/** A list has no measure, but 「超期未办结的工单」 still are the rows that the measure counts. */
function rowsOfMetrics({ metrics, subject }: Reading): Filter[] {
  return metrics.flatMap((name) => {
    const metric = subject.metrics.find((one) => one.name === name);
    if (metric?.kind !== 'additive') return [];
    return rowsOfMeasure(metric.measure, subject);
  });
}

/** What stands open now is asked of all time: a ticket may be overdue for months. */
function asksStanding({ metrics, values, subject }: Reading): boolean {
  const standing =
    metrics.length > 0 && metrics.every((name) => subject.metrics.find((one) => one.name === name)?.standing);
  const fields = values.map(({ term }) => term.dimension);
  return standing || fields.some((name) => subject.dimensions.find((one) => one.name === name)?.standing);
}

/** No time is the month to date; a trend without a time needs a longer stretch to be one. */
function windowOf(reading: Reading, now: Date, assumptions: Assumption[]): TimeWindow | null {
  const { time, subject, grouping } = reading;
  const { grain } = grouping;
  if (time.window) return time.window;
  if (!grain && !reading.comparison && !reading.change && asksStanding(reading)) {
    assumptions.push({ text: '没有说时间，按目前的全部数据统计，不限受理时间', field: 'window' });
    return null;
  }
  if (subject.things.length > 0) {
    if (subject.time.grain !== 'none') assumptions.push({ text: '没有说时间，按全部时间统计', field: 'window' });
    return null;
  }
  if (subject.period && !grain) {
    const ended = lastEnded(subject.period, now);
    assumptions.push({
      text: `没有说时间，按最近一个已结束的${subject.period === 'month' ? '月' : '季度'}（${ended.from} 至 ${ended.to}）统计`,
      field: 'window',
    });
    return { ...ended, said: null };
  }
  if ((subject.stock && subject.time.grain === 'year') || grain === 'year') {
    const text = grain ? '没有说时间，按已有的全部年份统计' : '没有说时间，取最近一年的数';
    assumptions.push({ text, field: 'window' });
    return null;
  }
  const { from, to } = monthToDate(now);
  const [start, said] = longerFor(grain, from, to);
  assumptions.push({ text: `没有说时间，按${said}（${start} 至 ${to}）统计`, field: 'window' });
  return { from: start, to, said: null };
}

function lastEnded(period: 'month' | 'quarter', now: Date): { from: string; to: string } {
  const today = dayInChongqing(now);
  const begun = period === 'month' ? startOfMonth(today) : startOfQuarter(today);
  return { from: addMonths(begun, period === 'month' ? -1 : -3), to: addDays(begun, -1) };
}

function longerFor(grain: DataQuery['grain'], monthStart: string, today: string): [from: string, said: string] {
  if (grain === 'month' || grain === 'quarter') return [startOfMonth(addMonths(today, -11)), '近 12 个月'];
  if (grain === 'week') return [addDays(today, -7 * 12 + 1), '近 12 周'];
  return [monthStart, '本月至今'];
}

/** 「增长最快」 without a base is taken as against the period before. */
function comparisonOf({ comparison, change, order }: Reading, assumptions: Assumption[]): DataQuery['comparison'] {
  if (comparison || !change) return comparison;
  assumptions.push({
    text: `没有说与什么时候比，${order ? '按环比（与上一周期比）排序' : '按环比（与上一周期比）计算'}`,
    field: 'comparison',
  });
  return { with: 'previous_period' };
}

/** A ranking needs something to rank: districts, where nothing else is named. A single place is held against all others. */
function breakdownOf(reading: Reading, assumptions: Assumption[]): ShareShape {
  const shape = comparedWithAll(reading) ?? shareOf(reading);
  const isBare = shape.dimensions.length === 0 && shape.part === null && !reading.grouping.grain && !reading.list;
  const ranks = reading.order !== null && (reading.order.limit !== null || reading.order.isSuperlative);
  if (!isBare || !ranks || !reading.subject.dimensions.some(({ name }) => name === 'district')) return shape;
  assumptions.push({ text: '没有说排什么，按区县排', field: 'dimensions' });
  return { ...shape, dimensions: ['district'] };
}

/** 「渝中区是否高于全市平均」: the average is of all districts, and the one asked for is shown beside it. */
function comparedWithAll({ comparison, grouping, values, filters }: Reading): ShareShape | null {
  if (comparison?.with !== 'average' || grouping.dimensions.length > 0) return null;
  const whole = values.findLast(({ excluded }) => !excluded)?.term.dimension;
  if (!whole) return null;
  const isPart = (filter: Filter) => 'field' in filter && filter.field === whole;
  const rest = filters.filter((filter) => !isPart(filter));
  return { dimensions: [whole], filters: rest, having: filters.filter(isPart), part: null };
}

interface ShareShape {
  dimensions: string[];
  filters: Filter[];
  having: Filter[];
  part: DataQuery['part'];
}

/** 「噪声占比」 is the share of 噪声 among all of its dimension: the filter has to come after the whole is known. */
function shareOf(reading: Reading): ShareShape {
  const { grouping, filters, values, wholeOf } = reading;
  const plain = { dimensions: grouping.dimensions, filters, having: [], part: null };
  if (!reading.share || reading.list) return plain;
  const compared = values
    .filter(({ excluded, term }) => !excluded && term.dimension !== wholeOf)
    .map(({ term }) => term.dimension);
  const whole = compared.findLast((dimension) => dimension !== 'district' && dimension !== 'region') ?? compared.at(-1);
  const isAsked = grouping.dimensions.length === 0 || (whole !== undefined && grouping.dimensions.includes(whole));
  if (!whole || grouping.grain || !isAsked) return plain;
  const isPart = (filter: Filter) => 'field' in filter && filter.field === whole;
  const [only, ...more] = values.filter(({ term, excluded }) => !excluded && term.dimension === whole);
  // One word for several values is one part: its values each have a share, and nobody asked for those.
  if (only && more.length === 0 && only.term.values.length > 1 && grouping.dimensions.length === 0) {
    const rest = filters.filter((filter) => !isPart(filter));
    const part = { label: only.said, filter: testOf(whole, only.term.values, false) };
    return { dimensions: [], filters: rest, having: [{ field: 'part', is: 'eq', values: [only.said] }], part };
  }
  return {
    part: null,
    dimensions: grouping.dimensions.length > 0 ? grouping.dimensions : [whole],
    filters: filters.filter((filter) => !isPart(filter)),
    having: filters.filter(isPart),
  };
}

function orderOf(
  plan: DataQuery,
  reading: Reading,
  assumptions: Assumption[],
): Pick<DataQuery, 'orderBy' | 'limit'> & { offset?: number } {
  const { order, subject, list, change } = reading;
  if (list) {
    const limit = list.limit ?? order?.limit ?? null;
    if (limit === null) assumptions.push({ text: `没有说要几条，列出最近 ${defaultListRows} 条`, field: 'limit' });
    return { orderBy: [{ field: 'time', direction: 'desc' }], limit: limit ?? defaultListRows };
  }
  if (plan.dimensions.length === 0 && !(order && plan.grain)) {
    return { orderBy: plan.grain ? [{ field: 'time', direction: 'asc' }] : [], limit: null };
  }
  const byChange = change !== null && plan.comparison !== null;
  const field = byChange ? `${plan.metrics[0]}_change_rate` : plan.metrics[0]!;
  const timeFirst = plan.grain && !order ? [{ field: 'time', direction: 'asc' } as const] : [];
  const direction = directionOf(reading, subject, plan.metrics[0]!);
  const limit = order?.limit ?? (wantsFew(reading) ? (reading.asksSeveral ? defaultTop : 1) : null);
  if (limit === defaultTop && !order?.limit)
    assumptions.push({ text: `没有说要几个，列出前 ${defaultTop} 个`, field: 'limit' });
  if (order?.place) return { orderBy: [...timeFirst, { field, direction }], limit: 1, offset: order.place - 1 };
  return { orderBy: [...timeFirst, { field, direction }], limit };
}

function directionOf({ order, change }: Reading, subject: Subject, metric: string): 'asc' | 'desc' {
  if (!order) return change?.direction === 'falls' ? 'asc' : 'desc';
  if (!order.goodness || order.byChange) return order.direction;
  const low = subject.metrics.find(({ name }) => name === metric)?.better === 'low';
  return (order.goodness === 'best') === low ? 'asc' : 'desc';
}

/** 「哪些区县最多」 asks for some, not for all. */
function wantsFew({ order }: Reading): boolean {
  return order?.isSuperlative === true && order.limit === null;
}

export function allOf(filters: readonly Filter[]): Filter | null {
  if (filters.length === 0) return null;
  return filters.length === 1 ? filters[0]! : { all: [...filters] };
}
