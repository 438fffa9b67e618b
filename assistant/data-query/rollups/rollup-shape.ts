import type { Measure, Metric, Rollup, Subject } from '../../../knowledge/index.ts';

/** A roll-up as a table: a bucket of time under the subject's own time column, dimensions, and a sum for each measure. */
export interface RollupShape {
  name: string;
  /** With the schema of the subject's relation: `data_platform.ticket_by_day`. */
  relation: string;
  grain: Rollup['grain'];
  timeColumn: string;
  settledColumn: string;
  /** Columns of the subject's relation, each once: 区县 and 片区 are one. */
  dimensionColumns: string[];
  measures: { column: string; measure: Measure }[];
}

/** How a roll-up of a subject looks; null where the subject does not say when its rows are settled. */
export function shapeOfRollup(rollup: Rollup, subject: Subject): RollupShape | null {
  if (!subject.settledColumn || subject.time.grain !== 'moment') return null;
  const schema = subject.relation.includes('.') ? `${subject.relation.split('.')[0]}.` : '';
  const columns = subject.dimensions.filter(({ name }) => rollup.dimensions.includes(name)).map(({ column }) => column);
  const metrics = subject.metrics.filter(({ name }) => rollup.metrics?.includes(name) ?? true);
  return {
    name: rollup.name,
    relation: `${schema}${rollup.name}`,
    grain: rollup.grain,
    timeColumn: subject.time.column,
    settledColumn: subject.settledColumn,
    dimensionColumns: [...new Set(columns)],
    measures: measuresOf(metrics),
  };
}

function measuresOf(metrics: readonly Metric[]): RollupShape['measures'] {
  const found = new Map<string, { column: string; measure: Measure }>();
  for (const metric of metrics) {
    const parts = partsOfMetric(metric);
    if (!parts.every(isAdditive)) continue;
    for (const [index, measure] of parts.entries()) {
      const key = keyOfMeasure(measure);
      if (!found.has(key)) found.set(key, { column: `${metric.name}__${index === 0 ? 'over' : 'under'}`, measure });
    }
  }
  return [...found.values()];
}

/** The aggregates over a subject's own rows that a metric is made of. */
export function partsOfMetric(metric: Metric): Measure[] {
  if (metric.kind === 'ratio') return [metric.numerator, metric.denominator];
  const { measure } = metric;
  if (metric.kind !== 'average' || measure.aggregate !== 'average') return [measure];
  return [
    { ...measure, aggregate: 'sum' },
    { ...measure, aggregate: 'count' },
  ];
}

/** Sums of sums are sums; a median of medians is nothing. */
function isAdditive({ aggregate }: Measure): boolean {
  return aggregate === 'count' || aggregate === 'sum';
}

export function keyOfMeasure({ aggregate, column, where }: Measure): string {
  return JSON.stringify([aggregate, column ?? null, where]);
}
