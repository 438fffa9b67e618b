import type { Condition, SemanticModel, Subject } from '../../knowledge/index.ts';
import { numberPattern, readNumber } from '../language/numerals.ts';
import type { Comparison, DataQuery, Filter } from './data-query.ts';
import { dropFillers } from './fillers.ts';
import { type FoundValue, findValues, toFilters } from './read-filters.ts';
import { type Grouping, readGrouping } from './read-grouping.ts';
import { type Change, type Order, readChange, readOrder } from './read-order.ts';
import { readThresholds, type Threshold } from './read-thresholds.ts';
import { type AskedTime, readTime } from './read-time.ts';
import { mark, type Sketch } from './sketch-question.ts';

/** All that a question says, before anything is assumed. */
export interface Reading {
  subject: Subject;
  /** Measures that are named; empty when none is. */
  metrics: string[];
  time: AskedTime;
  values: FoundValue[];
  filters: Filter[];
  grouping: Grouping;
  change: Change | null;
  order: Order | null;
  thresholds: Threshold[];
  /** 「或」 stands in the question: its thresholds are alternatives. */
  isEither: boolean;
  comparison: Comparison | null;
  share: boolean;
  /** The dimension of the whole that 「占中心城区的比重」 names; null is all. */
  wholeOf: string | null;
  /** 「相差多少」 between the two that the question names. */
  gap: boolean;
  list: { limit: number | null; isDetail: boolean } | null;
  chart: DataQuery['chart'];
  /** The question asks how many, so that the count needs no saying: 「有多少件」, 「最多」. */
  asksCount: boolean;
  /** 「是否」, 「吗」. */
  asksWhether: boolean;
  /** 「哪些区县最多」 and 「几个」 want more than one. */
  asksSeveral: boolean;
  /** 「我区」 was said by somebody who has none. */
  isHomeless: boolean;
  /** 全市: lifts a region that an earlier question had. */
  wholeCity: boolean;
  uncovered: string[];
}

const shares =
  /占(?:全市|全部|总(?:数|量|体)?|比重|比例|比|多少|几成|了?多大)*(?:的)?(?:比重|比例|份额|百分比|多少|几成)?|份额|比重|百分比|构成|结构|分布/g;
const lists = new RegExp(
  `明细|清单|列出来?|列一下|列举|逐条|详单|(?:有)?哪些(?=${mark.subject})|(${numberPattern})条`,
  'g',
);
const gaps =
  /之?间?的?(?:相差|差距|差额|差值|差异)(?:了|是|有)?(?:多少|多大|几[件个])?|(?:多|少|高|低)(?:出|了)?(?:多少|几)|(?<=\uE002)(?:多|少)(?:出|了)?(?=\uE001)|差(?:了)?多少/g;
const overview =
  /办得(?:怎么样|咋样|如何|好不好)|办理?得?(?:怎么样|咋样|如何)|(?:总体|整体|综合)(?:情况|办理情况|表现)/g;
const charts: [NonNullable<DataQuery['chart']>, RegExp][] = [
  ['line', /折线图?|曲线图|趋势图/g],
  ['bar', /柱状图|柱形图|条形图|直方图/g],
  ['pie', /饼状?图|环形图/g],
  ['table', /表格|列表(?:形式)?/g],
];

/** @param home the asking cadre's own district, for 「我区」 */
export function readQuestion(sketch: Sketch, subject: Subject, model: SemanticModel, home: string | null): Reading {
  const time = readTime(sketch);
  const own = sketch.take(ownPlaces);
  const values = [...findValues(sketch, subject), ...(own ? ownDistrict(own, home) : [])];
  const chart = charts.find(([, pattern]) => sketch.take(pattern))?.[0] ?? null;
  const list = readList(sketch);
  const { kept: metrics, excluded: excludedMetrics } = withoutExcluded(sketch, readMetrics(sketch, subject), subject);
  const gap = sketch.take(gaps) !== undefined;
  const change = readChange(sketch);
  const thresholds = readThresholds(sketch, subject, metrics, change);
  const order = readOrder(sketch, change);
  const grouping = readGrouping(sketch, subject, values, time.window);
  const wholeOf = readWhole(sketch);
  const share = sketch.take(shares) !== undefined;
  return {
    subject,
    metrics,
    time,
    values,
    filters: [...toFilters(values, sketch), ...excludedMetrics],
    grouping: { ...grouping, grain: grouping.grain ?? time.grain },
    change,
    order,
    thresholds,
    isEither: sketch.folded.includes('或'),
    comparison: readComparison(sketch) ?? time.comparison,
    share: share || wholeOf !== null,
    wholeOf,
    gap,
    list: isListed(list, grouping) ? list : null,
    chart,
    asksCount: /多少|几[件次起个]|最多|最少|件数|数量|排名|排行|走势|趋势|前[\d一二三四五六七八九十]/.test(
      sketch.folded,
    ),
    asksWhether: /是否|是不是|有没有|吗|高不高|超没超/.test(sketch.folded),
    asksSeveral: /哪些|哪几|几个|有些|这些|那些|分别/.test(sketch.folded),
    isHomeless: own !== undefined && home === null,
    wholeCity: sketch.take(/全市范围|全市|全重庆市?|所有区县|重庆市/g) !== undefined,
    uncovered: dropFillers(sketch.leftover(), model).filter((word) => word !== '平均' || !isAverage(metrics, subject)),
  };
}

function readMetrics(sketch: Sketch, subject: Subject): string[] {
  const named = sketch
    .placesOf('metric')
    .flatMap((at) =>
      sketch
        .tokenAt(at)!
        .terms.flatMap((term) => (term.kind === 'metric' && term.subject === subject.name ? [term.metric] : [])),
    );
  const asked = sketch.take(overview) ? subject.overview : [];
  return [...new Set([...named, ...asked])];
}

/** 「首次联系时长平均是多少」: the measure is an average already. */
function isAverage(metrics: readonly string[], subject: Subject): boolean {
  const named = subject.metrics.filter(({ name }) => metrics.includes(name));
  return named.length > 0 && named.every(({ kind }) => kind === 'average' || kind === 'ratio');
}

const wholes = new RegExp(`占(?:了)?(${mark.value})`);

function readWhole(sketch: Sketch): string | null {
  const match = wholes.exec(sketch.text);
  if (!match) return null;
  sketch.claim(match.index, match.index + 1);
  const at = match.index + match[0].length - 1;
  const term = sketch.tokenAt(at)?.terms.find(({ kind }) => kind === 'value');
  return term?.kind === 'value' ? term.dimension : null;
}

const excludedMetric = new RegExp(
  `(?:除了|除去|剔除|排除|去掉|扣除|扣掉|不含|不包括|不算|不计)(${mark.metric})(?:的)?(?:后|以后|之后|以外|之外|外)?的?|(?<!有)没有?(?:被)?(${mark.metric})过?的(?=[${mark.subject}${mark.metric}])`,
  'g',
);

/** 「剔除重复诉求」 names a measure to say which rows are left out: its own conditions, turned round. */
function withoutExcluded(sketch: Sketch, metrics: string[], subject: Subject): { kept: string[]; excluded: Filter[] } {
  const match = sketch.take(excludedMetric);
  if (!match) return { kept: metrics, excluded: [] };
  const at = match.index + match[0].indexOf(mark.metric);
  const terms = sketch.tokenAt(at)!.terms;
  const named = terms.find((term) => term.kind === 'metric' && term.subject === subject.name);
  const metric = named?.kind === 'metric' ? subject.metrics.find(({ name }) => name === named.metric) : undefined;
  const tests = metric?.kind === 'additive' ? rowsOfMeasure(metric.measure, subject) : [];
  if (!metric || tests.length === 0) return { kept: metrics, excluded: [] };
  return { kept: metrics.filter((name) => name !== metric.name), excluded: [{ not: { all: tests } }] };
}

/** The rows that a measure counts, as tests on dimensions; conditions on columns that are none are not there. */
export function rowsOfMeasure({ where }: { where: readonly Condition[] }, { dimensions }: Subject): Filter[] {
  return where.flatMap(({ column, is, values }) => {
    const dimension = dimensions.find((one) => one.column === column && !one.groups);
    return dimension ? [{ field: dimension.name, is, values: [...values] }] : [];
  });
}

function readComparison(sketch: Sketch): Comparison | null {
  const found = sketch.placesOf('comparison').map((at) => sketch.tokenAt(at)!.comparison!);
  return found[0] ? { with: found[0].with } : null;
}

function readList(sketch: Sketch): Reading['list'] {
  const found: RegExpExecArray[] = [];
  for (let match = sketch.take(lists); match; match = sketch.take(lists)) found.push(match);
  if (found.length === 0) return null;
  const many = found.find(([, number]) => number)?.[1];
  const isDetail = found.some(([said, number]) => number !== undefined || /明细|清单|逐条|详单|哪些/.test(said));
  return { limit: many ? readNumber(many) : null, isDetail };
}

/** 「列一下今年各月的诉求量」 wants figures: only 明细 and the like ask for rows where a breakdown is named. */
function isListed(list: Reading['list'], { dimensions, grain }: Grouping): boolean {
  return list !== null && (list.isDetail || (dimensions.length === 0 && grain === null));
}

const ownPlaces = /我们?区县?|本区县?|我们?县|本县|我辖区|本辖区/g;

/** 「我区」 is the asking cadre's district. */
function ownDistrict(own: RegExpExecArray, home: string | null): FoundValue[] {
  if (home === null) return [];
  const term = { kind: 'value', subject: '', dimension: 'district', values: [home] } as const;
  return [{ at: own.index, said: own[0], excluded: false, term }];
}

/** Whether the question says of itself what it is about: without a measure or a subject it leans on the one before. */
export function isWhole(sketch: Sketch, reading: Reading): boolean {
  const namesSubject = sketch.placesOf('subject').length > 0;
  return reading.metrics.length > 0 || namesSubject;
}
