import type { Subject } from '../../knowledge/index.ts';
import { daysBetween } from '../language/calendar-days.ts';
import { numberPattern } from '../language/numerals.ts';
import type { TimeGrain, TimeWindow } from './data-query.ts';
import type { FoundValue } from './read-filters.ts';
import { mark, type Sketch } from './sketch-question.ts';

export interface Grouping {
  dimensions: string[];
  grain: TimeGrain | null;
}

const d = mark.dimension;
const grains: [TimeGrain, RegExp][] = [
  ['day', /(?:按|分|每|逐|各|哪)(?:一|几)?(?:天|日)|逐日|日度|每日/g],
  ['week', /(?:按|分|每|逐|各|哪)(?:一|几)?个?(?:周|星期)|周度/g],
  ['month', /(?:按|分|每|逐|各|哪)(?:一|几)?个?月份?|月度/g],
  ['quarter', /(?:按|分|每|逐|各|哪)(?:一|几)?个?季度?|季度(?=变化|走势|趋势)/g],
  ['year', /(?:按|分|每|逐|各|哪)(?:一|几)?年度?|年度(?=变化|走势|趋势)|历年/g],
];
const trend =
  /(?:变化)?(?:趋势|走势|走向|曲线)|(?:如何|怎么|怎样)变化|变化情况|波动|(?<![\uE006])(?:的|有什么)?变化(?=$|[?？。])/g;

const asked = new RegExp(
  `(?:各类|各个|各|每一?个?|每|分|按照?|不同的?|依|哪类|哪些|哪个|哪一?个|哪几个|什么|前几个|几个|\\d+个|[一二三四五六七八九十]+个|些)(${d})(?:(?:、|和|及|与|、)(${d}))?(?:来?(?:看|分|统计|分组|汇总))?`,
  'g',
);
const bare = new RegExp(`${d}`, 'g');
const kinds = new RegExp(`(?:各类|哪(?:一|些|几)?[类种]|各种|什么类型?的?)(?=${mark.subject}|${mark.metric})`, 'g');
/** 「最多的三类」; its number has been read as the limit. */
const countedKinds = new RegExp(`(?:最[多少高低大小]|前)的?(?:${numberPattern})[类种]`);
const together = /或|合计|总共|一共|总和|之和|加起来|总计|总量/;

/**
 * What the figures are to be broken down by. A dimension that is named counts, unless it only repeats what kind of thing
 * the value before it is (「噪声问题」); several values of a dimension side by side are compared with each other.
 */
export function readGrouping(
  sketch: Sketch,
  subject: Subject,
  values: readonly FoundValue[],
  window: TimeWindow | null,
): Grouping {
  const dimensions: string[] = [];
  const add = (at: number) => {
    const named = dimensionAt(sketch, subject, at);
    if (named && !dimensions.includes(named)) dimensions.push(named);
  };
  for (let found = sketch.take(asked); found; found = sketch.take(asked)) {
    for (let at = found.index; at < found.index + found[0].length; at++) add(at);
  }
  for (let found = sketch.take(bare); found; found = sketch.take(bare)) {
    // 「成交的地块总价合计」 says what is added up, and asks for no breakdown by it.
    const isThing = subject.things.includes(dimensionAt(sketch, subject, found.index) ?? '');
    if (!isThing && !sketch.tokenAt(found.index - 1)?.terms.some(({ kind }) => kind === 'value')) add(found.index);
  }
  const asksKinds = sketch.take(kinds) !== undefined || countedKinds.test(sketch.text);
  if (asksKinds && subject.kindDimension && dimensions.length === 0) dimensions.push(subject.kindDimension);
  const compared = together.test(sketch.folded) ? [] : comparedDimensions(values);
  for (const dimension of compared) if (!dimensions.includes(dimension)) dimensions.push(dimension);
  return { dimensions, grain: readGrain(sketch, subject, window) };
}

function dimensionAt(sketch: Sketch, subject: Subject, at: number): string | undefined {
  const terms = sketch.tokenAt(at)?.terms ?? [];
  const term = terms.find((one) => one.kind === 'dimension' && one.subject === subject.name);
  return term?.kind === 'dimension' ? term.dimension : undefined;
}

/** Dimensions of which the question names two or more values one by one: 「渝中区和南岸区」. */
function comparedDimensions(values: readonly FoundValue[]): string[] {
  const wanted = values.filter(({ excluded }) => !excluded).map(({ term }) => term);
  const dimensions = [...new Set(wanted.map(({ dimension }) => dimension))];
  return dimensions.filter((dimension) => {
    const said = wanted.filter((term) => term.dimension === dimension).map((term) => String(term.values));
    return new Set(said).size > 1;
  });
}

function readGrain(sketch: Sketch, subject: Subject, window: TimeWindow | null): TimeGrain | null {
  for (const [grain, pattern] of grains) {
    if (sketch.take(pattern)) {
      sketch.take(trend);
      return subject.time.grain === 'year' ? 'year' : grain;
    }
  }
  if (!sketch.take(trend)) return null;
  if (subject.time.grain === 'year') return 'year';
  const days = window ? daysBetween(window.from, window.to) : 365;
  if (days <= 31) return 'day';
  return days <= 92 ? 'week' : days <= 3 * 366 ? 'month' : 'year';
}
