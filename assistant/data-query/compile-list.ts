import type { ListColumn, SemanticModel, Subject } from '../../knowledge/index.ts';
import { rowField } from './compile-dimension.ts';
import { compileFilter, type FieldSql } from './compile-filter.ts';
import { windowCondition } from './compile-window.ts';
import { type CompiledQuery, maxRows } from './compiled-query.ts';
import type { DataQuery } from './data-query.ts';
import { DataQueryError } from './data-query-error.ts';
import type { Dialect } from './engines/data-engine.ts';
import type { Jurisdiction } from './jurisdiction.ts';
import { createSqlWriter, quote, type SqlWriter } from './write-sql.ts';

interface ListScope {
  plan: DataQuery;
  subject: Subject;
  model: SemanticModel;
  writer: SqlWriter;
}

/** Rows as they are: the columns that the model lists for the subject and no others, picked by rank where the plan says so. */
export function compileList(
  plan: DataQuery,
  subject: Subject,
  model: SemanticModel,
  jurisdiction: Jurisdiction,
  dialect: Dialect,
): CompiledQuery {
  const scope = { plan, subject, model, writer: createSqlWriter(dialect, jurisdiction) };
  const listed = plan.columns.map((name) => listColumn(name, subject));
  if (listed.length === 0) throw new DataQueryError('unsafe_query', '没有要列出的列。');
  const shown = listed.map(({ name, column }) => `t.${quote(column)} as ${quote(name)}`).join(', ');
  const sql = plan.pick ? pickedRows(scope, shown, plan.pick) : plainRows(scope, shown);
  const columns = listed.map(({ name, label, unit, type, column }) => {
    const isTime = type === 'time' || column === subject.time.column;
    const role = isTime ? 'time' : type === 'number' ? 'metric' : 'dimension';
    return { name, label: unit ? `${label}（${unit}）` : label, unit, role } as const;
  });
  return { sql, params: scope.writer.params, columns, rollup: null };
}

function plainRows(scope: ListScope, shown: string): string {
  const { plan, subject } = scope;
  const order = [
    ...plan.orderBy.map(({ field, direction }) => `${rankedBy(field, subject, 't')} ${direction} nulls last`),
    // The newest first where nothing is asked, and then by what is shown, so that the same question gives the same rows.
    ...(plan.orderBy.length === 0 && subject.time.grain !== 'none'
      ? [`t.${quote(subject.time.column)} desc nulls last`]
      : []),
    ...plan.columns.map((name) => scope.writer.ordered(`cast(${rankedBy(name, subject, 't')} as varchar)`)),
  ];
  return [
    `select ${plan.distinct ? 'distinct ' : ''}${shown}`,
    `from ${scope.writer.table(subject)} t`,
    ...whereLine(scope),
    // What is shown once cannot be ranked by what is not shown.
    ...(order.length > 0 && !plan.distinct ? [`order by ${order.join(', ')}`] : []),
    `limit ${Math.min(plan.limit ?? maxRows + 1, maxRows + 1)}`,
  ].join('\n');
}

/** Ranks within each group: first what `among` keeps, then the plan's own order and limit. */
function pickedRows(scope: ListScope, shown: string, { per, among }: NonNullable<DataQuery['pick']>): string {
  const { plan, subject, writer } = scope;
  if (plan.orderBy.length === 0 || plan.limit === null)
    throw new DataQueryError('unsafe_query', '按组取前几名要有排序和个数。');
  const groups = per.map((name) => `t.${quote(listColumn(name, subject).column)}`);
  const rank = (order: DataQuery['orderBy']) => {
    const by = order.map(({ field, direction }) => `${rankedBy(field, subject, 't')} ${direction} nulls last`);
    const within = groups.length > 0 ? `partition by ${groups.join(', ')} ` : '';
    return `row_number() over (${within}order by ${by.join(', ')})`;
  };
  const base = [`select t.* from ${writer.table(subject)} t`, ...whereLine(scope)].join(' ');
  const kept = among
    ? `select t.* from (select t.*, ${rank(among.orderBy)} as rank_among from (${base}) t) t where t.rank_among <= ${among.limit}`
    : base;
  return [
    `select ${shown} from (select t.*, ${rank(plan.orderBy)} as rank_within from (${kept}) t) t`,
    `where t.rank_within <= ${plan.limit}`,
    `order by ${[...groups, 't.rank_within'].join(', ')}`,
    `limit ${maxRows + 1}`,
  ].join('\n');
}

function whereLine({ plan, subject, model, writer }: ListScope): string[] {
  const fieldOf = (name: string): FieldSql => rowField(name, subject, model, writer);
  const conditions = [
    ...(plan.window ? [windowCondition(subject, plan.window, writer)] : []),
    ...(plan.filter ? [compileFilter(plan.filter, fieldOf, writer)] : []),
  ];
  return conditions.length > 0 ? [`where ${conditions.join(' and ')}`] : [];
}

function rankedBy(field: string, subject: Subject, of: string): string {
  const column = field === 'time' ? subject.time.column : listColumn(field, subject).column;
  return `${of}.${quote(column)}`;
}

function listColumn(name: string, { listColumns, label }: Subject): ListColumn {
  const column = listColumns.find((one) => one.name === name);
  if (!column) throw new DataQueryError('unsafe_query', `${label}明细里没有「${name}」这一列。`);
  return column;
}
