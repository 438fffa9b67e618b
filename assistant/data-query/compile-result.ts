import type { Metric, Subject } from '../../knowledge/index.ts';
import type { Group } from './aggregate-scope.ts';
import { compileFilter, type FieldSql } from './compile-filter.ts';
import type { DataQuery } from './data-query.ts';
import { DataQueryError } from './data-query-error.ts';
import { hiddenCount, hiddenSql, smallnessColumns } from './suppress-small.ts';
import { quote, type SqlWriter } from './write-sql.ts';

/** A column of the answer: a group, a metric, or what was made of a metric (its base, its change, its share). */
export interface ResultColumn {
  name: string;
  label: string;
  unit: string | null;
  role: 'dimension' | 'metric' | 'time';
  decimals: number;
}

export interface ResultParts {
  plan: DataQuery;
  subject: Subject;
  groups: readonly Group[];
  columns: readonly ResultColumn[];
  /** Grouped parts of the window and of its base. */
  current: string;
  base: string | null;
  metrics: readonly Metric[];
  writer: SqlWriter;
  maxRows: number;
}

const nameOfBase = {
  same_period_last_year: '去年同期',
  previous_period: '上期',
  start_of_year: '年初',
  average: '平均',
  each_other: '另一方',
  window: '比较期',
} as const;

export function resultColumnsOf(
  plan: DataQuery,
  subject: Subject,
  metrics: readonly Metric[],
  groups: readonly Group[],
): ResultColumn[] {
  const keys = groups.map(({ name, label, role }) => ({ name, label, unit: null, role, decimals: 0 }));
  const year =
    subject.stock && !plan.grain
      ? [{ name: 'stock_year', label: subject.time.label, unit: null, role: 'time' as const, decimals: 0 }]
      : [];
  const figures = metrics.flatMap((metric) => figureColumns(plan, metric));
  const meets =
    plan.having && groups.length === 0
      ? [{ name: 'meets', label: '是否满足条件', unit: null, role: 'metric' as const, decimals: 0 }]
      : [];
  return [...keys, ...year, ...figures, ...meets];
}

function figureColumns(
  { comparison, share }: DataQuery,
  { name, label, unit, decimals, kind }: Metric,
): ResultColumn[] {
  const figure = { name, label, unit, role: 'metric' as const, decimals };
  const base = comparison ? nameOfBase[comparison.with] : '';
  const pointsOrUnit = unit === '%' ? '个百分点' : unit;
  const compared = comparison
    ? [
        { ...figure, name: `${name}_base`, label: `${base}${label}` },
        { ...figure, name: `${name}_change`, label: `较${base}增减`, unit: pointsOrUnit },
        { ...figure, name: `${name}_change_rate`, label: `较${base}增长率`, unit: '%', decimals: 1 },
      ]
    : [];
  const shared =
    share && kind === 'additive'
      ? [{ ...figure, name: `${name}_share`, label: `${label}占比`, unit: '%', decimals: 1 }]
      : [];
  return [figure, ...compared, ...shared];
}

/** The groups with their base beside them, tested, ranked and cut. Shares are of the whole, before anything is cut. */
export function compileResult(parts: ResultParts): string {
  const { plan, groups, columns, writer, maxRows } = parts;
  const fieldOf = (name: string) => resultField(name, columns);
  const having = plan.having && compileFilter(plan.having, fieldOf, writer);
  const keyless = groups.length === 0;
  const meets = having && keyless ? `, (${having}) as "meets"` : '';
  return [
    // Made whole first: for the sake of the limit PostgreSQL would otherwise sort a million rows instead of counting them.
    `with current_groups as materialized (${parts.current})`,
    ...(parts.base ? [`, base_groups as materialized (${parts.base})`] : []),
    `, figures as (${compileFigures(parts)})`,
    ...(isProtected(parts.metrics) ? [`, shown as (${compileShown(parts)})`] : []),
    `select *${meets} from ${isProtected(parts.metrics) ? 'shown' : 'figures'}`,
    ...(having && !keyless ? [`where ${having}`] : []),
    ...orderLines(parts, fieldOf),
    `limit ${Math.min(plan.limit ?? maxRows + 1, maxRows + 1)}${plan.offset > 0 ? ` offset ${plan.offset}` : ''}`,
  ].join('\n');
}

function compileFigures({ plan, subject, groups, base, metrics, columns }: ResultParts): string {
  const keys = groups.map(({ name }) =>
    base ? `coalesce(c.${quote(name)}, b.${quote(name)}) as ${quote(name)}` : `c.${quote(name)}`,
  );
  const year = columns.some(({ name }) => name === 'stock_year') ? ['c."stock_year"'] : [];
  const figures = metrics.flatMap((metric) => figureSql(plan, subject, metric, base !== null));
  const on = groups.map(({ name }) => `c.${quote(name)} = b.${quote(name)}`).join(' and ') || 'true';
  // A group that is only in the base counts too: it fell to nothing. A stock that is not there is not known, and not nothing.
  const side = subject.stock ? 'left' : 'full';
  const join = base ? (groups.length > 0 ? ` ${side} join base_groups b on ${on}` : ' cross join base_groups b') : '';
  return `select ${[...keys, ...year, ...figures].join(', ')} from current_groups c${join}`;
}

function isProtected(metrics: readonly Metric[]): boolean {
  return metrics.some(({ suppress }) => suppress !== undefined);
}

/** The figures with what must be kept secret taken out, and how much of each row that is. */
function compileShown({ columns, metrics }: ResultParts): string {
  const ownerOf = (column: string) =>
    metrics.find(({ name, suppress }) => suppress && (column === name || derivedOf(name).includes(column)));
  const shown = columns
    .filter(({ name }) => name !== 'meets')
    .map(({ name }) => {
      const owner = ownerOf(name);
      return owner ? `case when not ${hiddenSql(owner)} then ${quote(name)} end as ${quote(name)}` : quote(name);
    });
  const hidden = metrics
    .filter(({ suppress }) => suppress)
    .map((one) => `case when ${hiddenSql(one)} then 1 else 0 end`);
  return `select ${shown.join(', ')}, ${hidden.join(' + ')} as ${quote(hiddenCount)} from figures`;
}

/** What a metric is also read from. */
function derivedOf(name: string): string[] {
  return ['base', 'change', 'change_rate', 'share'].map((part) => `${name}_${part}`);
}

function figureSql({ comparison, share }: DataQuery, { stock }: Subject, metric: Metric, hasBase: boolean): string[] {
  const { name } = metric;
  const isSum = metric.kind === 'additive';
  const orNone = (sql: string) => (hasBase && isSum && !stock ? `coalesce(${sql}, 0)` : sql);
  const figure = orNone(valueSql(metric, 'c'));
  const compared = comparison ? changeSql(name, figure, baseSql(comparison, metric, hasBase, orNone)) : [];
  const shared =
    share && isSum ? [`100.0 * ${figure} / nullif(sum(${figure}) over (), 0) as ${quote(`${name}_share`)}`] : [];
  return [`${figure} as ${quote(name)}`, ...compared, ...shared, ...smallnessColumns(metric, hasBase)];
}

function baseSql(
  comparison: NonNullable<DataQuery['comparison']>,
  metric: Metric,
  hasBase: boolean,
  orNone: (sql: string) => string,
): string | null {
  if (comparison.with === 'average') return averageSql(metric);
  if (comparison.with === 'each_other') return otherSql(metric);
  return hasBase ? orNone(valueSql(metric, 'b')) : null;
}

function changeSql(name: string, figure: string, base: string | null): string[] {
  if (base === null) return [];
  return [
    `${base} as ${quote(`${name}_base`)}`,
    `${figure} - ${base} as ${quote(`${name}_change`)}`,
    `100.0 * (${figure} - ${base}) / nullif(abs(${base}), 0) as ${quote(`${name}_change_rate`)}`,
  ];
}

/** A metric of the group `of` from its parts; nothing to divide by is no figure, never an error. */
function valueSql(metric: Metric, of: string): string {
  const over = `${of}.${quote(`${metric.name}__over`)}`;
  if (!isDivided(metric)) return over;
  return `${scaleOf(metric)} * ${over} / nullif(${of}.${quote(`${metric.name}__under`)}, 0)`;
}

/** The average of all groups: of a count, per group; of a ratio, over all rows (按件加权), not a mean of ratios. */
function averageSql(metric: Metric): string {
  const over = `c.${quote(`${metric.name}__over`)}`;
  if (!isDivided(metric)) return `avg(${over}) over ()`;
  return `${scaleOf(metric)} * sum(${over}) over () / nullif(sum(c.${quote(`${metric.name}__under`)}) over (), 0)`;
}

/** The figure of the other of two rows; where there are not two, there is no other. */
function otherSql(metric: Metric): string {
  const own = valueSql(metric, 'c');
  return `case when count(*) over () = 2 then sum(${own}) over () - ${own} end`;
}

function isDivided(metric: Metric): boolean {
  if (metric.kind === 'average') return metric.measure.aggregate === 'average';
  return metric.kind === 'ratio' || metric.kind === 'per_capita';
}

function scaleOf(metric: Metric): string {
  return metric.kind === 'ratio' ? Number(metric.scale).toFixed(1) : '1.0';
}

function resultField(name: string, columns: readonly ResultColumn[]): FieldSql {
  const column = columns.find((one) => one.name === name);
  if (!column || name === 'meets')
    throw new DataQueryError('unsafe_query', `结果里没有「${name}」，不能用来筛选或排序。`);
  return { sql: quote(name), type: column.role === 'metric' ? 'number' : 'text' };
}

/** Ranked as asked, then by name, so that the same question gives the same rows. */
function orderLines({ plan, groups, writer }: ResultParts, fieldOf: (name: string) => FieldSql): string[] {
  const sqlOf = (name: string) => {
    const { sql } = fieldOf(name);
    return groups.some((group) => group.name === name && group.role === 'dimension') ? writer.ordered(sql) : sql;
  };
  const asked = plan.orderBy.map(({ field, direction }) => `${sqlOf(field)} ${direction} nulls last`);
  const ties = groups
    .filter(({ name }) => !plan.orderBy.some(({ field }) => field === name))
    .map(({ name }) => sqlOf(name));
  const order = [...asked, ...ties];
  return order.length > 0 ? [`order by ${order.join(', ')}`] : [];
}
