import type { Metric, Subject } from '../../knowledge/index.ts';
import type { DataQuery } from './data-query.ts';
import type { Cell, Row } from './engines/data-engine.ts';
import { labelOf, sayConditions, sayFilter, sayWindowAsAsked } from './say-plan.ts';

const nameOfBase = {
  same_period_last_year: '同比',
  previous_period: '环比',
  start_of_year: '较年初',
  average: '较平均',
  each_other: '与另一方比',
  window: '与比较时段相比',
} as const;

/**
 * The answer in one sentence, the figure first. `rows` are at least one; `place` is where they are from, which is less than
 * was asked for where a jurisdiction narrowed it.
 */
export function conclude(plan: DataQuery, subject: Subject, rows: readonly Row[], place: string): string {
  const when = sayWindowAsAsked(plan.window, subject);
  if (plan.kind === 'list' && subject.things.length > 0) return facts(plan, subject, rows, when);
  if (plan.kind === 'list') return `${rows.length} ${subject.rowUnit}：${when}${place}的${subject.label}明细。`;
  const metrics = plan.metrics.flatMap((name) => subject.metrics.filter((metric) => metric.name === name));
  const [first] = metrics;
  const [row] = rows;
  if (!first || !row) return '';
  const conditions = sayConditions(plan, subject);
  const scope = `${when}${place}${conditions ? `（${conditions}）` : ''}`;
  if (plan.comparison?.with === 'each_other') return apart(plan, first, row, scope);
  if (plan.dimensions.length === 0 && !plan.grain && !plan.part) return single(plan, subject, metrics, row, scope);
  return plan.grain && plan.orderBy[0]?.field === 'time'
    ? overTime(plan, first, rows, scope)
    : ranked(plan, subject, first, rows, scope);
}

/** So many rows of facts are told in the sentence; the table has them all. */
const mostTold = 3;

/** 「春森市场 1,200.5 元；…」: what the rows say, the asked columns in their order. */
function facts(plan: DataQuery, subject: Subject, rows: readonly Row[], when: string): string {
  const columns = plan.columns.flatMap((name) => subject.listColumns.filter((column) => column.name === name));
  const told = rows
    .slice(0, mostTold)
    .map((row) => columns.map((column) => sayCell(row[column.name], column)).join(' '));
  const more = rows.length > mostTold ? `；共 ${rows.length} 行` : '';
  const conditions = sayConditions(plan, subject);
  return `${told.join('；')}${more}（${subject.label}，${when}${conditions ? `，${conditions}` : ''}）。`;
}

function sayCell(value: Cell | undefined, { type, unit }: Subject['listColumns'][number]): string {
  if (value === null || value === undefined) return '未填写';
  if (typeof value !== 'number' || type !== 'number') return String(value);
  return `${value.toLocaleString('zh-CN', { maximumFractionDigits: 4 })}${unit === '%' ? '%' : unit ? ` ${unit}` : ''}`;
}

/** 「16 件：万州区比另一方多」; two that are equal differ by nothing. */
function apart(plan: DataQuery, metric: Metric, row: Row, scope: string): string {
  const [change, other] = [row[`${metric.name}_change`], row[`${metric.name}_base`]];
  if (typeof change !== 'number') return `无法比较：${scope}的${metric.label}缺少一方的数。`;
  const figures = `${sayFigure(row[metric.name], metric)} 与 ${sayFigure(other, metric)}`;
  const unit = metric.unit === '%' ? `${change} 个百分点` : sayFigure(change, metric);
  const more = change === 0 ? '两者相同' : `${nameOf(plan, row)}更高`;
  return `相差 ${unit}：${scope}的${metric.label}，${more}（${figures}）。`;
}

function single(plan: DataQuery, subject: Subject, metrics: readonly Metric[], row: Row, scope: string): string {
  const [first] = metrics;
  if (!first || row[first.name] === null) return `暂无数：${scope}没有可以计算${first?.label ?? ''}的数据。`;
  const others = metrics.slice(1).map((metric) => `${metric.label} ${sayFigure(row[metric.name], metric)}`);
  const answer =
    'meets' in row && plan.having ? `；${sayFilter(plan.having, subject)}：${row.meets === true ? '是' : '否'}` : '';
  const more = others.length > 0 ? `；${others.join('，')}` : '';
  return `${sayFigure(row[first.name], first)}，是${scope}的${first.label}${sayChange(plan, first, row)}${more}${answer}。`;
}

function sayChange({ comparison }: DataQuery, metric: Metric, row: Row): string {
  const [change, rate, base] = [
    row[`${metric.name}_change`],
    row[`${metric.name}_change_rate`],
    row[`${metric.name}_base`],
  ];
  if (!comparison || typeof change !== 'number') return '';
  const word = change > 0 ? '上升' : '下降';
  const amount =
    metric.unit === '%'
      ? `${Math.abs(change)} 个百分点`
      : typeof rate === 'number'
        ? `${Math.abs(rate)}%`
        : sayFigure(Math.abs(change), metric);
  const said = change === 0 ? '持平' : `${word} ${amount}`;
  return `，${nameOfBase[comparison.with]}${said}（比较值 ${sayFigure(base, metric)}）`;
}

/** 「两江新区 567 件：2026年10月全市的诉求量最高，其次是…；共 39 组。」: whose figure it is stands beside it. */
function ranked(plan: DataQuery, subject: Subject, metric: Metric, rows: readonly Row[], scope: string): string {
  const [first, ...rest] = rows as readonly [Row, ...Row[]];
  const order = plan.orderBy[0];
  const byChange = order !== undefined && order.field !== metric.name && order.field !== 'time';
  const figure = (row: Row) =>
    byChange
      ? sayDerived(row[order.field], order.field, metric)
      : `${sayFigure(row[metric.name], metric)}${sayShare(row, metric)}`;
  const measure = byChange ? labelOf(order.field, subject) : metric.label;
  const end = order?.direction === 'asc' ? '最低' : '最高';
  const others = rest.slice(0, 2).map((row) => `${nameOf(plan, row)} ${figure(row)}`);
  const next = others.length > 0 ? `，其次是${others.join('、')}；共 ${rows.length} 组` : '';
  // A single row is the top of a ranking only where the question asked for one.
  const isTop = rows.length > 1 || plan.limit === 1;
  const name = nameOf(plan, first);
  if (rows.length === 1 && scope.includes(name))
    return `${figure(first)}：${scope}的${measure}${byChange ? '' : sayChange(plan, metric, first)}。`;
  return `${name} ${figure(first)}：${scope}的${measure}${isTop ? end : ''}${next}。`;
}

function sayShare(row: Row, metric: Metric): string {
  const share = row[`${metric.name}_share`];
  return typeof share === 'number' ? `（占 ${share}%）` : '';
}

function sayDerived(value: Cell | undefined, field: string, metric: Metric): string {
  if (typeof value !== 'number') return '无法比较';
  return field.endsWith('_change_rate') || field.endsWith('_share') ? `${value}%` : sayFigure(value, metric);
}

function overTime(plan: DataQuery, metric: Metric, rows: readonly Row[], scope: string): string {
  const known = rows.filter((row) => typeof row[metric.name] === 'number');
  const top = known.toSorted((a, b) => Number(b[metric.name]) - Number(a[metric.name]));
  const [highest, lowest] = [top[0], top.at(-1)];
  if (!highest || !lowest) return `暂无数：${scope}没有可以计算${metric.label}的数据。`;
  const many = top.length > 1 ? `，最低是${nameOf(plan, lowest)}的 ${sayFigure(lowest[metric.name], metric)}` : '';
  return `${sayFigure(highest[metric.name], metric)}：${scope}的${metric.label}，最高是${nameOf(plan, highest)}${many}；共 ${rows.length} 组。`;
}

function nameOf({ dimensions, grain, part }: DataQuery, row: Row): string {
  return [...(grain ? [row.time] : []), ...(part ? [row.part] : []), ...dimensions.map((name) => row[name])].join(' ');
}

export function sayFigure(value: Cell | undefined, { unit, decimals }: Metric): string {
  if (typeof value !== 'number') return '暂无数';
  const said = value.toLocaleString('zh-CN', {
    maximumFractionDigits: Math.max(decimals, Number.isInteger(value) ? 0 : 1),
  });
  return unit === '%' ? `${said}%` : `${said} ${unit ?? ''}`.trimEnd();
}
