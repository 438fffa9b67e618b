import type { Condition, Measure, Metric, Subject } from '../../knowledge/index.ts';
import { DataQueryError } from './data-query-error.ts';
import { quote, type SqlWriter } from './write-sql.ts';

/**
 * A metric in two parts, over and under, so that it can be formed for a group, for all groups and for a base alike:
 * a ratio is never a mean of ratios. `under` is null where there is nothing to divide by.
 */
export interface MetricParts {
  over: string;
  under: string | null;
  scale: number;
}

export function metricOf(name: string, subject: Subject): Metric {
  const found = subject.metrics.find((metric) => metric.name === name);
  if (!found) throw new DataQueryError('unsafe_query', `${subject.label}数据里没有「${name}」这个指标。`);
  return found;
}

/** The aggregates of a metric, each written by `aggregate`; the under part of `per_capita` is the compiler's to add. */
export function metricParts(metric: Metric, aggregate: (measure: Measure) => string): MetricParts {
  switch (metric.kind) {
    case 'additive':
    case 'per_capita':
      return { over: aggregate(metric.measure), under: null, scale: 1 };
    case 'average':
      return averageParts(metric.measure, aggregate);
    case 'ratio':
      return { over: aggregate(metric.numerator), under: aggregate(metric.denominator), scale: metric.scale };
  }
}

function averageParts(measure: Measure, aggregate: (measure: Measure) => string): MetricParts {
  if (measure.aggregate !== 'average') return { over: aggregate(measure), under: null, scale: 1 };
  return {
    over: aggregate({ ...measure, aggregate: 'sum' }),
    under: aggregate({ ...measure, aggregate: 'count' }),
    scale: 1,
  };
}

/** A measure over the rows `t` of a base table. */
export function compileMeasure({ aggregate: kind, column, where }: Measure, writer: SqlWriter): string {
  const conditions = where.map((condition) => compileCondition(condition, writer)).join(' and ');
  const filter = conditions ? ` filter (where ${conditions})` : '';
  return `cast(${call(kind, column)}${filter} as double precision)`;
}

function call(kind: Measure['aggregate'], column: string | undefined): string {
  if (kind === 'count') return column ? `count(t.${quote(column)})` : 'count(*)';
  if (!column) throw new DataQueryError('unsafe_query', `${kind} 需要一列。`);
  const of = `t.${quote(column)}`;
  if (kind === 'median') return `percentile_cont(0.5) within group (order by ${of})`;
  return `${kind === 'average' ? 'avg' : kind}(${of})`;
}

const signs = { eq: '=', ne: '<>', lt: '<', lte: '<=', gt: '>', gte: '>=' } as const;

export function compileCondition({ column, is, values }: Condition, writer: SqlWriter): string {
  const sql = `t.${quote(column)}`;
  if (is === 'is_null') return `${sql} is null`;
  if (is === 'not_null') return `${sql} is not null`;
  if (is === 'in') return `${sql} in (${writer.list(values)})`;
  return `${sql} ${signs[is]} ${writer.param(values[0] ?? null)}`;
}
