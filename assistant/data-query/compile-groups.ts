import type { SemanticModel, Subject } from '../../knowledge/index.ts';
import type { AggregateScope, BucketShift, Group } from './aggregate-scope.ts';
import { dimensionOf, dimensionSql, rowField } from './compile-dimension.ts';
import { compileFilter } from './compile-filter.ts';
import { metricParts } from './compile-metric.ts';
import { perCapitaUnder } from './compile-per-capita.ts';
import { bucketOf, windowCondition } from './compile-window.ts';
import type { DataQuery, TimeWindow } from './data-query.ts';
import { peopleColumn, peopleOf } from './suppress-small.ts';
import { quote, type SqlWriter } from './write-sql.ts';

/** `subject` as the rows show it that are grouped. */
export function groupsOf(plan: DataQuery, subject: Subject, model: SemanticModel, writer: SqlWriter): Group[] {
  const { grain } = plan;
  const time: Group[] = grain
    ? [{ name: 'time', label: subject.time.label, role: 'time', sqlOf: (_, shift) => bucketOf(subject, grain, shift) }]
    : [];
  const part = plan.part ? [partGroup(plan.part, subject, model, writer)] : [];
  const dimensions = plan.dimensions.map((name): Group => {
    const { label } = dimensionOf(name, subject);
    return { name, label, role: 'dimension', sqlOf: (alias) => dimensionSql(name, subject, model, writer, alias) };
  });
  return [...time, ...part, ...dimensions];
}

/** Rows that are the part asked for, and all others. A row that does not say is among the others. */
function partGroup(
  { label, filter }: NonNullable<DataQuery['part']>,
  subject: Subject,
  model: SemanticModel,
  writer: SqlWriter,
): Group {
  const sqlOf = () => {
    const test = compileFilter(filter, (name) => rowField(name, subject, model, writer), writer);
    return `case when ${test} then ${writer.param(label)} else ${writer.param('其余')} end`;
  };
  return { name: 'part', label: '范围', role: 'dimension', sqlOf };
}

/** One row a group with the parts of every metric: `<metric>__over`, `<metric>__under`. */
export function compileGroups(
  scope: AggregateScope,
  groups: readonly Group[],
  window: TimeWindow | null,
  shift: BucketShift,
): string {
  const { plan, model, writer, metrics, source } = scope;
  const { subject } = source;
  const keys = groups.map((group) => `${group.sqlOf('t', shift)} as ${quote(group.name)}`);
  const parts = metrics.flatMap((metric) => {
    const { over, under } = metricParts(metric, source.measure);
    const people = peopleOf(metric);
    return [
      `${over} as ${quote(`${metric.name}__over`)}`,
      ...(under ? [`${under} as ${quote(`${metric.name}__under`)}`] : []),
      ...(people ? [`${source.measure(people)} as ${peopleColumn(metric.name)}`] : []),
    ];
  });
  const fieldOf = (name: string) => rowField(name, subject, model, writer);
  const conditions = [
    ...timeConditions(scope, window, shift),
    ...(plan.filter ? [compileFilter(plan.filter, fieldOf, writer)] : []),
  ];
  const grouped = [
    `select ${[...keys, ...parts, ...stockYear(scope)].join(', ')}`,
    `from ${source.table()} t`,
    ...(conditions.length > 0 ? [`where ${conditions.join(' and ')}`] : []),
    ...(groups.length > 0 ? [`group by ${groups.map((_, index) => index + 1).join(', ')}`] : []),
  ].join(' ');
  const unders = metrics.flatMap((metric) =>
    metric.kind === 'per_capita'
      ? [`${perCapitaUnder(metric, scope, groups, window)} as ${quote(`${metric.name}__under`)}`]
      : [],
  );
  return unders.length > 0 ? `select g.*, ${unders.join(', ')} from (${grouped}) g` : grouped;
}

/** A yearly stock without a breakdown by year says which year it is of. */
function stockYear({ subject, plan }: AggregateScope): string[] {
  return subject.stock && !plan.grain ? [`max(t.${quote(subject.time.column)}) as "stock_year"`] : [];
}

/** Stock figures are read at one year, the latest of the window; they are never added up over years. */
function timeConditions(
  { plan, writer, source: { subject } }: AggregateScope,
  window: TimeWindow | null,
  shift: BucketShift,
): string[] {
  if (!subject.stock || plan.grain) return window ? [windowCondition(subject, window, writer)] : [];
  const column = quote(subject.time.column);
  const within = window ? ` where ${windowCondition(subject, window, writer)}` : '';
  const back = window || !shift ? '' : ' - 1';
  return [`t.${column} = (select max(t.${column}) from ${writer.table(subject)} t${within})${back}`];
}
