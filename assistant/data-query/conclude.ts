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
  window: '较比较期',
} as const;

/**
 * The answer in one sentence, the figure first. `rows` are at least one; `place` is where they are from, which is less than
 * was asked for where a jurisdiction narrowed it.
 */
export function conclude(plan: DataQuery, subject: Subject, rows: readonly Row[], place: string): string {
  const when = sayWindowAsAsked(plan.window, subject);
  if (plan.kind === 'list') return `${rows.length} ${subject.rowUnit}：${when}${place}的${subject.label}明细。`;
  const metrics = plan.metrics.flatMap((name) => subject.metrics.filter((metric) => metric.name === name));
  const [first] = metrics;
  const [row] = rows;
  if (!first || !row) return '';
  const conditions = sayConditions(plan, subject);
  const scope = `${when}${place}${conditions ? `（${conditions}）` : ''}`;
  if (plan.dimensions.length === 0 && !plan.grain) return single(plan, subject, metrics, row, scope);
  return plan.grain && plan.orderBy[0]?.field === 'time'
    ? overTime(plan, first, rows, scope)
    : ranked(plan, subject, first, rows, scope);
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

/** 「567 件：2026年10月全市的诉求量，两江新区最高，其次是…；共 39 组。」 */
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
  if (rows.length === 1 && scope.includes(name)) return `${figure(first)}：${scope}的${measure}。`;
  return `${figure(first)}：${scope}的${measure}，${name}${isTop ? end : ''}${next}。`;
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

function nameOf({ dimensions, grain }: DataQuery, row: Row): string {
  return [...(grain ? [row.time] : []), ...dimensions.map((name) => row[name])].join(' ');
}

export function sayFigure(value: Cell | undefined, { unit, decimals }: Metric): string {
  if (typeof value !== 'number') return '暂无数';
  const said = value.toLocaleString('zh-CN', {
    maximumFractionDigits: Math.max(decimals, Number.isInteger(value) ? 0 : 1),
  });
  return unit === '%' ? `${said}%` : `${said} ${unit ?? ''}`.trimEnd();
}
