import type { SemanticModel, Subject } from '../../knowledge/index.ts';
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
import { createSqlWriter, subjectOf } from './write-sql.ts';

/**
 * A plan as SQL with parameters. Every name is looked up in the semantic model (`unsafe_query` when it is not there), every
 * value is a parameter, and every table is read through the jurisdiction's fence.
 */
export function compile(
  plan: DataQuery,
  model: SemanticModel,
  jurisdiction: Jurisdiction,
  dialect: Dialect = 'postgres',
): CompiledQuery {
  const subject = subjectOf(model, plan.subject);
  return plan.kind === 'list'
    ? compileList(plan, subject, model, jurisdiction, dialect)
    : compileAggregate(plan, subject, model, jurisdiction, dialect);
}

function compileAggregate(
  plan: DataQuery,
  subject: Subject,
  model: SemanticModel,
  jurisdiction: Jurisdiction,
  dialect: Dialect,
): CompiledQuery {
  if (plan.metrics.length === 0) throw new DataQueryError('unsafe_query', '没有要统计的指标。');
  const writer = createSqlWriter(dialect, jurisdiction);
  const metrics = plan.metrics.map((name) => metricOf(name, subject));
  const groups = groupsOf(plan, subject, model, writer);
  const scope = { plan, subject, model, writer, metrics };
  const current = compileGroups(scope, groups, plan.window, null);
  const base = baseOf(plan, subject);
  const compared = base && compileGroups(scope, groups, base.window, base.shift);
  const columns = resultColumnsOf(plan, subject, metrics, groups);
  const sql = compileResult({ plan, subject, groups, columns, current, base: compared, metrics, writer, maxRows });
  return { sql, params: writer.params, columns: columns.map(toColumn) };
}

/** The window of the base; a subject of yearly stocks has no window when none is named, and is a year back all the same. */
function baseOf({ window, comparison, grain }: DataQuery, subject: Subject) {
  if (!comparison || comparison.with === 'average' || comparison.with === 'each_other') return null;
  if (subject.stock && !window) return { window: null, shift: { amount: grain ? 12 : -12, unit: 'month' as const } };
  if (!window) throw new DataQueryError('unsafe_query', '没有时间范围，无法与另一段时间比较。');
  const base = baseWindowOf(window, subject.stock ? { with: 'same_period_last_year' } : comparison, grain);
  return base && { window: { from: base.from, to: base.to, said: null }, shift: base.shift };
}

function toColumn({ name, label, unit, role }: ResultColumn): Column {
  return { name, label: unit ? `${label}（${unit}）` : label, unit, role };
}
