import type { Subject } from '../../knowledge/index.ts';
import { partsOf } from '../language/calendar-days.ts';
import type { DataQuery, Filter, Test, TimeWindow } from './data-query.ts';

/** 2026年10月1日至10月31日. */
export function sayWindow({ from, to }: { from: string; to: string }): string {
  const [start, end] = [partsOf(from), partsOf(to)];
  const first = `${start.year}年${start.month}月${start.day}日`;
  if (from === to) return first;
  return `${first}至${end.year === start.year ? '' : `${end.year}年`}${end.month}月${end.day}日`;
}

export function sayWindowAsAsked(window: TimeWindow | null, subject: Subject): string {
  if (!window) return subject.stock ? (subject.time.grain === 'year' ? '最近一年' : '最近一期') : '全部时间';
  return subject.time.grain === 'year' ? sayYears(window) : sayWindow(window);
}

function sayYears({ from, to }: TimeWindow): string {
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)];
  return first === last ? `${first}年` : `${first}年至${last}年`;
}

/** The place a plan is about: the districts and regions its filter keeps, else the whole city. */
export function sayPlace({ filter, having }: DataQuery, subject: Subject): string {
  // A table that knows no districts is of no place.
  if (subject.districtColumn === null) return '';
  const tests = [...partsOfFilter(filter), ...partsOfFilter(having)].filter(({ field }) => isPlace(field));
  return tests.length === 0 ? '全市' : tests.map((test) => saySet(test, subject, false)).join('、');
}

/** What narrows a plan beside its place, in words; empty when nothing does. */
export function sayConditions({ filter }: DataQuery, subject: Subject): string {
  const parts = filter === null ? [] : 'all' in filter ? filter.all : [filter];
  return parts
    .filter((part) => !('field' in part && isPlace(part.field)))
    .map((part) => sayFilter(part, subject))
    .join('；');
}

export function isPlace(field: string): boolean {
  return field === 'district' || field === 'region';
}

/** A filter in words: 「诉求类别为社会生活噪声；渠道不为网站」. */
export function sayFilter(filter: Filter, subject: Subject): string {
  if ('all' in filter) return filter.all.map((part) => sayFilter(part, subject)).join('；');
  if ('any' in filter) return filter.any.map((part) => sayFilter(part, subject)).join('，或者');
  if ('not' in filter) return `不是（${sayFilter(filter.not, subject)}）`;
  return saySet(filter, subject, true);
}

const words: Partial<Record<Test['is'], string>> = {
  lt: '小于',
  lte: '不超过',
  gt: '大于',
  gte: '不小于',
  contains: '含',
};

function saySet({ field, is, values }: Test, subject: Subject, withLabel: boolean): string {
  const label = withLabel ? labelOf(field, subject) : '';
  const unit = unitOf(field, subject);
  const said = values.map((value) => `${valueLabel(field, value, subject)}${unit}`);
  if (is === 'between') return `${label}在${said.join('到')}之间`;
  if (is === 'is_null') return `${label}未填`;
  if (is === 'not_null') return `${label}已填`;
  const list = said.join('、');
  if (is === 'ne' || is === 'not_in') return `${label}${withLabel ? '不为' : '除'}${list}${withLabel ? '' : '以外'}`;
  return is === 'eq' || is === 'in' ? `${label}${withLabel ? '为' : ''}${list}` : `${label}${words[is]}${list}`;
}

function valueLabel(field: string, value: string | number | boolean, { dimensions }: Subject): string {
  const known = dimensions.find(({ name }) => name === field)?.values.find((one) => one.value === value);
  return known?.label ?? String(value);
}

/** 「诉求量」, 「诉求量增减」, 「诉求量增长率」, 「诉求量占比」. */
export function labelOf(field: string, { dimensions, metrics, time }: Subject): string {
  if (field === 'time') return time.label;
  if (field === 'part') return '范围';
  const dimension = dimensions.find(({ name }) => name === field);
  if (dimension) return dimension.label;
  const [metric, suffix] = metricOf(field, metrics);
  return `${metric?.label ?? field}${suffix}`;
}

function unitOf(field: string, { dimensions, metrics }: Subject): string {
  if (dimensions.some(({ name }) => name === field)) return '';
  const [metric, suffix] = metricOf(field, metrics);
  return suffix === '增长率' || suffix === '占比' ? '%' : (metric?.unit ?? '');
}

const suffixes: Record<string, string> = { _change_rate: '增长率', _change: '增减', _base: '比较值', _share: '占比' };

function metricOf(
  field: string,
  metrics: Subject['metrics'],
): [Subject['metrics'][number] | undefined, suffix: string] {
  const exact = metrics.find(({ name }) => name === field);
  if (exact) return [exact, ''];
  for (const [suffix, said] of Object.entries(suffixes)) {
    const metric = metrics.find(({ name }) => field === `${name}${suffix}`);
    if (metric) return [metric, said];
  }
  return [undefined, ''];
}

export function partsOfFilter(filter: Filter | null): Test[] {
  if (filter === null) return [];
  if ('all' in filter) return filter.all.flatMap(partsOfFilter);
  return 'field' in filter ? [filter] : [];
}
