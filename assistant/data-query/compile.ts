import type { Metric, SemanticModel, Subject } from '../../knowledge/index.ts';
import { baseWindowOf } from './base-window.ts';
import { compileGroups, groupsOf } from './compile-groups.ts';
import { compileList } from './compile-list.ts';
import { metricOf } from './compile-metric.ts';
import { compileResult, type ResultColumn, resultColumnsOf } from './compile-result.ts';
import { type CompiledQuery, maxRows } from './compiled-query.ts';
import type { Column } from './data-answer.ts';
import type { DataQuery } from './data-query.ts';
import { DataQueryError } from './data-query-error.ts';
import type { Dialect } from './engines/data-engine.ts';
import type { Jurisdiction } from './jurisdiction.ts';
import { type PickedRollup, pickRollup, type RollupState } from './rollups/pick-rollup.ts';
import { baseRows, rolledRows } from './rollups/row-source.ts';
import { createSqlWriter, type SqlWriter, subjectOf } from './write-sql.ts';

/**
 * A plan as SQL with parameters. Every name is looked up in the semantic model (`unsafe_query` when it is not there), every
 * value is a parameter, and every table is read through the jurisdiction's fence. The smallest of the `rollups` that are
 * there is read where it gives the same as the base table.
 */
export function compile(
  plan: DataQuery,
  model: SemanticModel,
  jurisdiction: Jurisdiction,
  dialect: Dialect = 'postgres',
  rollups: readonly RollupState[] = [],
): CompiledQuery {
  const subject = subjectOf(model, plan.subject);
  if (plan.kind === 'list') return compileList(plan, subject, model, jurisdiction, dialect);
  if (plan.metrics.length === 0) throw new DataQueryError('unsafe_query', '没有要统计的指标。');
  const metrics = plan.metrics.map((name) => metricOf(name, subject));
  const base = baseOf(plan, subject);
  const windows = [plan.window, ...(base ? [base.window] : [])];
  const rollup = pickRollup({ plan, subject, metrics, windows, jurisdiction }, rollups);
  return compileAggregate({ plan, subject, model, metrics, base, rollup }, createSqlWriter(dialect, jurisdiction));
}

interface Aggregate {
  plan: DataQuery;
  subject: Subject;
  model: SemanticModel;
  metrics: Metric[];
  base: ReturnType<typeof baseOf>;
  rollup: PickedRollup | null;
}

function compileAggregate(
  { plan, subject, model, metrics, base, rollup }: Aggregate,
  writer: SqlWriter,
): CompiledQuery {
  const source = rollup ? rolledRows(rollup, subject, writer) : baseRows(subject, writer);
  const groups = groupsOf(plan, source.subject, model, writer);
  const scope = { plan, subject, model, writer, metrics, source };
  const current = compileGroups(scope, groups, plan.window, null);
  const compared = base && compileGroups(scope, groups, base.window, base.shift);
  const columns = resultColumnsOf(plan, subject, metrics, groups);
  const sql = compileResult({ plan, subject, groups, columns, current, base: compared, metrics, writer, maxRows });
  return { sql, params: writer.params, columns: columns.map(toColumn), rollup: rollup?.state ?? null };
}

/** Years are the shortest step of a yearly stock: the year before is both its 同比 and its 环比. */
function isYearlyStock({ stock, time }: Subject): boolean {
  return stock && time.grain === 'year';
}

/** The window of the base; a subject of yearly stocks has no window when none is named, and is a year back all the same. */
function baseOf({ window, comparison, grain }: DataQuery, subject: Subject) {
  if (!comparison || comparison.with === 'average' || comparison.with === 'each_other') return null;
  if (isYearlyStock(subject) && !window)
    return { window: null, shift: { amount: grain ? 12 : -12, unit: 'month' as const } };
  if (!window) throw new DataQueryError('unsafe_query', '没有时间范围，无法与另一段时间比较。');
  const base = baseWindowOf(window, isYearlyStock(subject) ? { with: 'same_period_last_year' } : comparison, grain);
  return base && { window: { from: base.from, to: base.to, said: null }, shift: base.shift };
}

function toColumn({ name, label, unit, role }: ResultColumn): Column {
  return { name, label: unit ? `${label}（${unit}）` : label, unit, role };
}
