import type { SemanticModel } from '../../knowledge/index.ts';
import { compile } from './compile.ts';
import { windowCondition } from './compile-window.ts';
import { type CompiledQuery, maxRows } from './compiled-query.ts';
import type { DataQuery } from './data-query.ts';
import type { Cell, DataEngine, Row, RunLimits } from './engines/data-engine.ts';
import type { Jurisdiction } from './jurisdiction.ts';
import { createSqlWriter, quote, subjectOf } from './write-sql.ts';

export interface RunDataQuery {
  compiled: CompiledQuery;
  rows: Row[];
  /** Whether there were more rows than one answer brings. */
  isCut: boolean;
  /** The newest moment (or year) of the window in the rows that the jurisdiction lets through; null without any. */
  dataAsOf: string | null;
}

export interface DataSource {
  model: SemanticModel;
  engine: DataEngine;
}

/** Compiles a plan, reads its rows and rounds them as the model says. */
export async function runDataQuery(
  plan: DataQuery,
  { model, engine }: DataSource,
  jurisdiction: Jurisdiction,
  limits: RunLimits,
): Promise<RunDataQuery> {
  const compiled = compile(plan, model, jurisdiction, engine.dialect);
  const found = await engine.run(compiled.sql, compiled.params, limits);
  const isCut = found.length > maxRows;
  const decimals = decimalsOf(plan, model);
  const rows = found.slice(0, maxRows).map((row) => readable(row, plan, decimals));
  return { compiled, rows, isCut, dataAsOf: await newestOf(plan, { model, engine }, jurisdiction, limits) };
}

async function newestOf(
  { subject: name, window }: DataQuery,
  { model, engine }: DataSource,
  jurisdiction: Jurisdiction,
  limits: RunLimits,
): Promise<string | null> {
  const subject = subjectOf(model, name);
  const writer = createSqlWriter(engine.dialect, jurisdiction);
  const within = window ? ` where ${windowCondition(subject, window, writer)}` : '';
  const sql = `select max(t.${quote(subject.time.column)}) as as_of from ${writer.table(subject)} t${within}`;
  const [row] = await engine.run(sql, writer.params, limits);
  return row?.as_of == null ? null : String(row.as_of);
}

function decimalsOf({ subject, comparison }: DataQuery, model: SemanticModel): (column: string) => number {
  const { metrics } = subjectOf(model, subject);
  return (column) => {
    if (/_(?:share|change_rate)$/.test(column)) return 1;
    const metric = metrics.find(
      ({ name }) => column === name || column === `${name}_base` || column === `${name}_change`,
    );
    // The average of a count is seldom whole.
    return comparison?.with === 'average' && metric?.name !== column
      ? Math.max(1, metric?.decimals ?? 0)
      : (metric?.decimals ?? 2);
  };
}

function readable(row: Row, { grain }: DataQuery, decimals: (column: string) => number): Row {
  const cell = ([name, value]: [string, Cell]): [string, Cell] => {
    if (name === 'time' && grain && value !== null) return [name, bucketName(String(value), grain)];
    return [name, typeof value === 'number' ? rounded(value, decimals(name)) : value];
  };
  return Object.fromEntries(Object.entries(row).map(cell));
}

function rounded(value: number, digits: number): number {
  const factor = 10 ** digits;
  return Math.round(value * factor) / factor;
}

/** `2026-10-01` as the bucket it begins: 2026-10, 2026Q4, 2026. */
export function bucketName(day: string, grain: NonNullable<DataQuery['grain']>): string {
  if (grain === 'year') return day.slice(0, 4);
  if (grain === 'quarter') return `${day.slice(0, 4)}Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
  return grain === 'month' ? day.slice(0, 7) : day;
}
