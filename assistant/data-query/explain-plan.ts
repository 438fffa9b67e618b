import type { SemanticModel, Subject } from '../../knowledge/index.ts';
import { baseWindowOf } from './base-window.ts';
import { maxRows } from './compiled-query.ts';
import type { DataQuery } from './data-query.ts';
import type { RunDataQuery } from './run-data-query.ts';
import { isPlace, labelOf, partsOfFilter, sayConditions, sayFilter, sayWindow, sayWindowAsAsked } from './say-plan.ts';

/** The day the districts changed; figures of districts across it are told apart. */
const districtsChanged = '2025-11-06';

/** How a figure was computed, a sentence each: measure, time, place, filters, breakdown, order, base, origin. */
export function explainPlan(
  plan: DataQuery,
  subject: Subject,
  model: SemanticModel,
  run: RunDataQuery,
  place: string,
): string[] {
  const sentences = [
    ...plan.metrics.map((name) => sayMetric(name, subject)),
    `时间：${sayWindowAsAsked(plan.window, subject)}，按${subject.time.label}计。`,
    ...(subject.districtColumn === null ? [] : [`区域：${place}。`]),
    ...sayTests(plan, subject),
    ...sayPick(plan, subject),
    ...sayShape(plan, subject),
    ...sayBase(plan, subject),
    ...sayChangeOfDistricts(plan),
    ...(plan.limit && !plan.pick ? [`只列${plan.limit}行。`] : []),
    ...(run.isCut ? [`结果超过${maxRows}行，只显示前${maxRows}行。`] : []),
    ...sayHidden(run.hidden),
    `数据来源：${subject.label}（${subject.source}，更新频次：${subject.updated}）。${model.about}`,
  ];
  return sentences;
}

function sayHidden(hidden: number): string[] {
  if (hidden === 0) return [];
  return [`有${hidden}个数没有显示（记作“—”）：人数太少，或者会让人数太少的那一个被推算出来，按统计保密的要求隐去。`];
}

function sayMetric(name: string, { metrics }: Subject): string {
  const metric = metrics.find((one) => one.name === name);
  return metric ? `指标：${metric.label}＝${metric.formula}。` : '';
}

function sayTests(plan: DataQuery, subject: Subject): string[] {
  const conditions = sayConditions(plan, subject);
  const only = partsOfFilter(plan.having).filter(({ field }) => !isPlace(field));
  return [
    ...(conditions ? [`条件：${conditions}。`] : []),
    ...(only.length > 0 ? [`只看：${only.map((part) => sayFilter(part, subject)).join('；')}。`] : []),
  ];
}

const nameOfGrain = { day: '日', week: '周（周一起）', month: '月', quarter: '季度', year: '年' } as const;

function sayShape({ dimensions, grain, orderBy, share, kind }: DataQuery, subject: Subject): string[] {
  const by = [...(grain ? [nameOfGrain[grain]] : []), ...dimensions.map((name) => labelOf(name, subject))];
  const order = orderBy.map(
    ({ field, direction }) => `${labelOf(field, subject)}${direction === 'desc' ? '从高到低' : '从低到高'}`,
  );
  const isByTime = kind === 'list' && orderBy[0]?.field === 'time';
  const sayOrder = isByTime ? '按时间从近到远排列。' : `按${order.join('、')}排列。`;
  return [
    ...(by.length > 0 ? [`分组：按${by.join('、')}。`] : []),
    ...(orderBy.length > 0 && orderBy[0]?.field !== 'time' ? [sayOrder] : []),
    ...(share ? ['占比：各组的数除以全部组之和。'] : []),
  ];
}

/** 「各城市区域分别取，先按容积率从高到低取前5。」 */
function sayPick({ pick, limit }: DataQuery, subject: Subject): string[] {
  if (!pick) return [];
  const { per, among } = pick;
  const [first] = among?.orderBy ?? [];
  const kept = first
    ? `先按${labelOf(first.field, subject)}${first.direction === 'desc' ? '从高到低' : '从低到高'}取前${among?.limit}`
    : '';
  const groups = per.length > 0 ? `各${per.map((name) => labelOf(name, subject)).join('、')}分别取` : '';
  return [`${[groups, kept, `再取前${limit}`].filter(Boolean).join('，')}。`];
}

function sayBase({ comparison, window, grain }: DataQuery, subject: Subject): string[] {
  if (!comparison) return [];
  if (comparison.with === 'average') return ['比较：各组与平均水平比；比率的平均按件加权，不是各组比率的平均。'];
  if (comparison.with === 'each_other') return ['比较：两者相减，大的减小的。'];
  const name = { same_period_last_year: '同比', previous_period: '环比', start_of_year: '较年初', window: '比较' }[
    comparison.with
  ];
  if (!window) return [`${name}：与上一年比。`];
  const base = baseWindowOf(
    window,
    subject.stock && subject.time.grain === 'year' ? { with: 'same_period_last_year' } : comparison,
    grain,
  );
  return base ? [`${name}：比较时段为${sayWindow(base)}。`] : [];
}

/** Districts were redrawn; the demo data are laid out by today's districts all along. */
function sayChangeOfDistricts({ window, comparison, dimensions }: DataQuery): string[] {
  const crosses = window !== null && window.from < districtsChanged && window.to >= districtsChanged;
  const compared =
    comparison?.with === 'same_period_last_year' &&
    window !== null &&
    window.to < '2026-11-06' &&
    window.to >= districtsChanged;
  if (!(dimensions.includes('district') && (crosses || compared))) return [];
  return ['口径：2025年11月6日起撤销江北区、渝北区，设立两江新区；本平台按现行区划回溯，前后可比。'];
}
