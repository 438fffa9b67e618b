import { addMonths } from '../language/calendar-days.ts';
import type { DataQuery, Filter } from './data-query.ts';
import { testOf } from './read-filters.ts';
import { isWhole, type Reading } from './read-question.ts';
import type { Sketch } from './sketch-question.ts';
import { allOf, type FilledPlan, toPlan } from './to-plan.ts';

const cue =
  /^(?:那么?|再|换成|改成|改为|只看|其中|还有|按|如果|去掉|除|不含|加上|另外|另|也|然后|同样|接着|分|画|做成|用)|呢[?？。]?$/;

/** Whether a question leans on the one before: it starts or ends like one, or names neither a measure nor a subject. */
export function isFollowUp(sketch: Sketch, reading: Reading, previous: DataQuery | undefined): previous is DataQuery {
  if (!previous) return false;
  if (previous.subject !== reading.subject.name) return false;
  const says = reading.time.window || reading.filters.length > 0 || reading.grouping.dimensions.length > 0;
  const isFull = isWhole(sketch, reading) && says && !/呢[?？。]?$/.test(sketch.folded) && !cue.test(sketch.folded);
  return !isFull && (cue.test(sketch.folded) || !isWhole(sketch, reading));
}

/** The plan before with what the follow-up says put in its place: a time for the time, a district for the district. */
export function applyFollowUp(previous: DataQuery, reading: Reading, sketch: Sketch, now: Date): FilledPlan {
  const said = toPlan(standingOn(previous, reading), now);
  if (said.plan.kind === 'list') return withBase(said, previous, reading);
  const changes: Partial<DataQuery> = {};
  const window = windowFor(previous, reading, sketch);
  if (window) changes.window = window;
  if (reading.metrics.length > 0) Object.assign(changes, metricSwap(previous, reading.metrics));
  const added = addition.test(sketch.folded) ? widened(previous.filter, reading.filters) : null;
  if (added)
    Object.assign(changes, { filter: added.filter, dimensions: withFields(previous.dimensions, added.fields) });
  else if (reading.filters.length > 0 || reading.wholeCity || lifts.test(sketch.folded))
    changes.filter = mergeFilters(previous.filter, {
      ...reading,
      wholeCity: reading.wholeCity || lifts.test(sketch.folded),
    });
  if (regroups(reading, sketch)) Object.assign(changes, regroup(said.plan));
  if (reading.comparison && !window) changes.comparison = reading.comparison;
  // A ratio has no share; the plan just filled has a measure that does.
  if (reading.share) Object.assign(changes, { share: true, having: said.plan.having, metrics: said.plan.metrics });
  if (reading.thresholds.length > 0) changes.having = said.plan.having;
  if (reading.chart) changes.chart = reading.chart;
  const plan = { ...previous, kind: 'aggregate' as const, columns: [], ...changes };
  return { plan: { ...plan, ...reorder(plan, previous, reading, said.plan, sketch) }, assumptions: [] };
}

/** 「倒过来排」: the order as it is, the other way. */
const turnedRound = /倒过来|反过来|反着|颠倒|逆序/;

function turned({ field, direction }: DataQuery['orderBy'][number]): DataQuery['orderBy'][number] {
  if (field === 'time') return { field, direction };
  return { field, direction: direction === 'desc' ? 'asc' : 'desc' };
}

/** 「不限区县」 names a dimension to take its filter off, not to group by it. */
function regroups({ grouping }: Reading, sketch: Sketch): boolean {
  return (grouping.dimensions.length > 0 || grouping.grain !== null) && !lifts.test(sketch.folded);
}

/** What the follow-up leaves out is what the plan before had: its measure, its breakdown. */
function standingOn(previous: DataQuery, reading: Reading): Reading {
  const { metrics, grouping } = reading;
  const regroups = grouping.dimensions.length > 0 || grouping.grain !== null;
  return {
    ...reading,
    metrics: metrics.length > 0 ? metrics : previous.metrics,
    grouping: regroups ? grouping : { dimensions: previous.dimensions, grain: previous.grain },
  };
}

/** A list of the rows behind the figure before: 「列出明细」. */
function withBase(said: FilledPlan, previous: DataQuery, reading: Reading): FilledPlan {
  const filter = mergeFilters(previous.filter, reading);
  const window = reading.time.window ?? previous.window;
  return {
    plan: { ...said.plan, filter, window },
    assumptions: said.assumptions.filter(({ field }) => field === 'limit'),
  };
}

/** 「那去年同期呢」 moves the window; 「同比呢」 keeps it and adds the base. */
function windowFor(previous: DataQuery, reading: Reading, sketch: Sketch): DataQuery['window'] {
  if (reading.time.window) return reading.time.window;
  const shifted = sketch
    .placesOf('comparison')
    .map((at) => sketch.tokenAt(at)!)
    .find(({ said }) => /^(?:去年|上年)的?同期$/.test(said));
  if (!shifted || !previous.window) return null;
  const { from, to } = previous.window;
  return { from: addMonths(from, -12), to: addMonths(to, -12), said: shifted.said };
}

function metricSwap(previous: DataQuery, metrics: string[]): Partial<DataQuery> {
  const kept = previous.having && mentions(previous.having, previous.metrics) ? null : previous.having;
  return { metrics, having: kept, chart: null };
}

function mentions(filter: Filter, metrics: readonly string[]): boolean {
  if ('all' in filter) return filter.all.some((part) => mentions(part, metrics));
  if ('any' in filter) return filter.any.some((part) => mentions(part, metrics));
  if ('not' in filter) return mentions(filter.not, metrics);
  return metrics.some((metric) => filter.field.startsWith(metric));
}

function regroup({ dimensions, grain }: DataQuery): Partial<DataQuery> {
  return { dimensions, grain, limit: null, chart: null };
}

const addition = /^(?:再|还|也|另外)?(?:加上|加入|加|算上|带上|包括|看上)|也(?:要|看|算)/;
/** 「不限区县」 takes the place off. */
const lifts = /(?:不限|不分|去掉|取消|不要)(?:区县|地区|区域|地方)(?:的?(?:限制|条件|筛选))?/;

/** 「再加上南岸区」: the new value beside the old ones of its dimension; null where nothing of that dimension was asked. */
function widened(before: Filter | null, added: readonly Filter[]): { filter: Filter; fields: string[] } | null {
  const parts = before === null ? [] : 'all' in before ? before.all : [before];
  const fields: string[] = [];
  const joined = parts.map((part) => {
    const more = added.find((one) => 'field' in one && 'field' in part && one.field === part.field);
    if (!more || !('field' in more) || !('field' in part) || isExclusion(part.is)) return part;
    fields.push(part.field);
    return testOf(part.field, [...part.values, ...more.values], false);
  });
  const filter = allOf(joined);
  return fields.length > 0 && filter ? { filter, fields } : null;
}

/** Values side by side are compared with each other, as in a question that names them both. */
function withFields(dimensions: readonly string[], fields: readonly string[]): string[] {
  return [...new Set([...dimensions, ...fields])];
}

/** A new value takes the place of the old one of its dimension; districts and regions are one kind of place. */
function mergeFilters(before: Filter | null, { filters, wholeCity }: Reading): Filter | null {
  const parts = before === null ? [] : 'all' in before ? before.all : [before];
  const replaced = new Set(
    filters.flatMap((filter) => ('field' in filter && !isExclusion(filter.is) ? [placeOrField(filter.field)] : [])),
  );
  if (wholeCity) replaced.add('place');
  const kept = parts.filter((part) => !('field' in part && replaced.has(placeOrField(part.field))));
  return allOf([...kept, ...filters]);
}

function isExclusion(is: string): boolean {
  return is === 'ne' || is === 'not_in';
}

function placeOrField(field: string): string {
  return field === 'district' || field === 'region' ? 'place' : field;
}

/** The order goes on with the new measure, unless the follow-up gives its own. */
function reorder(
  plan: DataQuery,
  previous: DataQuery,
  reading: Reading,
  said: DataQuery,
  sketch: Sketch,
): Pick<DataQuery, 'orderBy' | 'limit'> {
  if (turnedRound.test(sketch.folded)) return { orderBy: plan.orderBy.map(turned), limit: plan.limit };
  if (reading.order) return { orderBy: orderFor(plan, said.orderBy), limit: said.limit ?? plan.limit };
  if (regroups(reading, sketch)) return { orderBy: orderFor(plan, said.orderBy), limit: null };
  const swapped = previous.orderBy.map(({ field, direction }) => {
    const old = previous.metrics.find((metric) => field.startsWith(metric));
    return { field: old ? plan.metrics[0]! + field.slice(old.length) : field, direction };
  });
  return { orderBy: swapped, limit: plan.limit };
}

/** A question that names no measure was filled with the default one; the order has to name the plan's. */
function orderFor(plan: DataQuery, orderBy: DataQuery['orderBy']): DataQuery['orderBy'] {
  return orderBy.map(({ field, direction }) => {
    const known = field === 'time' || plan.metrics.some((metric) => field.startsWith(metric));
    return { field: known ? field : plan.metrics[0]!, direction };
  });
}
