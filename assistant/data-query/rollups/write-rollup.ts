import type { Subject } from '../../../knowledge/index.ts';
import { compileMeasure } from '../compile-metric.ts';
import type { Cell } from '../engines/data-engine.ts';
import { createSqlWriter, quote } from '../write-sql.ts';
import type { RollupShape } from './rollup-shape.ts';

export interface Statement {
  sql: string;
  params: Cell[];
}

/** Everything that a roll-up holds, as a text; another text means that it has to be made anew. */
export function definitionOf(shape: RollupShape, subject: Subject): string {
  return JSON.stringify({ ...shape, of: subject.relation });
}

/** Makes the empty table (of PostgreSQL) with the types that the subject's relation has. */
export function createRollup(shape: RollupShape, subject: Subject): string[] {
  const columns = [
    `cast(${quote(shape.timeColumn)} as timestamp) as ${quote(shape.timeColumn)}`,
    ...shape.dimensionColumns.map(quote),
    ...shape.measures.map(({ column }) => `cast(null as double precision) as ${quote(column)}`),
  ];
  const table = nameOf(shape.relation);
  return [
    `drop table if exists ${table}`,
    `create table ${table} as select ${columns.join(', ')} from ${nameOf(subject.relation)} limit 0`,
    `create index on ${table} (${quote(shape.timeColumn)})`,
    `grant select on ${table} to yuwen_reader`,
    `comment on table ${table} is '汇总表：由${subject.source.replaceAll("'", '')}的已定数据汇总（演示平台为合成数据）'`,
  ];
}

/**
 * Adds the rows that were settled after `from` and up to `to` (local times) to their buckets. Only buckets that get
 * something are touched: each is taken out and put back with the sum of old and new.
 */
export function refreshRollup(shape: RollupShape, subject: Subject, from: string, to: string): Statement {
  const writer = createSqlWriter('postgres', { district: null });
  const time = quote(shape.timeColumn);
  const keys = [time, ...shape.dimensionColumns.map(quote)];
  const sums = shape.measures.map(({ column }) => quote(column));
  const settled = `t.${quote(shape.settledColumn)}`;
  const fresh = [
    `select date_trunc('${shape.grain}', t.${time}) as ${time}`,
    ...shape.dimensionColumns.map((column) => `t.${quote(column)}`),
    ...shape.measures.map(({ column, measure }) => `${compileMeasure(measure, writer)} as ${quote(column)}`),
  ].join(', ');
  const since = `${settled} > cast(${writer.param(from)} as timestamp) and ${settled} <= cast(${writer.param(to)} as timestamp)`;
  const grouped = keys.map((_, index) => index + 1).join(', ');
  const table = nameOf(shape.relation);
  const sql = [
    `with fresh as (${fresh} from ${writer.table(subject)} t where ${since} group by ${grouped}),`,
    `gone as (delete from ${table} where ${time} in (select ${time} from fresh) returning *)`,
    `insert into ${table} (${[...keys, ...sums].join(', ')})`,
    `select ${[...keys, ...sums.map((column) => `sum(${column})`)].join(', ')}`,
    `from (select ${[...keys, ...sums].join(', ')} from fresh union all select ${[...keys, ...sums].join(', ')} from gone) u`,
    `group by ${grouped}`,
  ].join('\n');
  return { sql, params: writer.params };
}

/** Whether everything that `coarse` holds can be added up from `fine`. */
export function isFiner(fine: RollupShape, coarse: RollupShape): boolean {
  const measures = new Set(fine.measures.map(({ column }) => column));
  return (
    (fine.grain === 'day' || coarse.grain === 'month') &&
    coarse.dimensionColumns.every((column) => fine.dimensionColumns.includes(column)) &&
    coarse.measures.every(({ column }) => measures.has(column))
  );
}

/** Fills an empty roll-up from a finer one, which is much smaller than the rows. */
export function deriveRollup(shape: RollupShape, finer: RollupShape): Statement {
  const time = quote(shape.timeColumn);
  const keys = [`date_trunc('${shape.grain}', ${time})`, ...shape.dimensionColumns.map(quote)];
  const sums = shape.measures.map(({ column }) => `sum(${quote(column)})`);
  const columns = [time, ...shape.dimensionColumns.map(quote), ...shape.measures.map(({ column }) => quote(column))];
  const sql = [
    `insert into ${nameOf(shape.relation)} (${columns.join(', ')})`,
    `select ${[...keys, ...sums].join(', ')} from ${nameOf(finer.relation)}`,
    `group by ${keys.map((_, index) => index + 1).join(', ')}`,
  ].join('\n');
  return { sql, params: [] };
}

function nameOf(relation: string): string {
  return relation.split('.').map(quote).join('.');
}
