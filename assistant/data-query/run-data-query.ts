import type { SemanticModel } from '../../knowledge/index.ts';
import { compile } from './compile.ts';
import { windowCondition } from './compile-window.ts';
import { type CompiledQuery, maxRows } from './compiled-query.ts';
import type { DataQuery } from './data-query.ts';
import type { Cell, DataEngine, Row, RunLimits } from './engines/data-engine.ts';
import type { Jurisdiction } from './jurisdiction.ts';
import type { RollupState } from './rollups/pick-rollup.ts';
import type { RollupStates } from './rollups/rollup-states.ts';
import { hiddenCount } from './suppress-small.ts';
import { createSqlWriter, quote, subjectOf } from './write-sql.ts';

export interface RunDataQuery {
  compiled: CompiledQuery;
  rows: Row[];
  /** Whether there were more rows than one answer brings. */
  isCut: boolean;
  /** Figures that are not shown because they are about few people, or would give such a figure away. */
  hidden: number;
  /** The newest moment (or year) of the window in the rows that the jurisdiction lets through; null without any. */
  dataAsOf: string | null;
}

export interface DataSource {
  model: SemanticModel;
  engine: DataEngine;
  /** Without it base tables answer everything. */
  rollups?: RollupStates | undefined;
}

/** Compiles a plan, reads its rows and rounds them as the model says. */
export async function runDataQuery(
  plan: DataQuery,
  source: DataSource,
  jurisdiction: Jurisdiction,
  limits: RunLimits,
): Promise<RunDataQuery> {
  const [{ compiled, found }, dataAsOf] = await Promise.all([
    runCurrent(plan, source, jurisdiction, limits),
    newestOf(plan, source, jurisdiction, limits),
  ]);
  const isCut = found.length > maxRows;
  const decimals = decimalsOf(plan, source.model);
  const hidden = found.slice(0, maxRows).reduce((sum, row) => sum + Number(row[hiddenCount] ?? 0), 0);
  const rows = found.slice(0, maxRows).map(({ [hiddenCount]: _, ...row }) => readable(row, plan, decimals));
  return { compiled, rows, isCut, hidden, dataAsOf };
}

/**
 * A roll-up may move on between writing a query and running it, and some rows would then be counted twice. Its state is
 * looked at again afterwards; the second time round the base table answers, which cannot be behind.
 */
async function runCurrent(
  plan: DataQuery,
  { model, engine, rollups }: DataSource,
  jurisdiction: Jurisdiction,
  limits: RunLimits,
): Promise<{ compiled: CompiledQuery; found: Row[] }> {
  const run = async (states: readonly RollupState[]) => {
    const compiled = compile(plan, model, jurisdiction, engine.dialect, states);
    return { compiled, found: await engine.run(compiled.sql, compiled.params, limits) };
  };
  const ran = await run((await rollups?.known(limits)) ?? []);
  const { rollup } = ran.compiled;
  if (!rollup || !rollups) return ran;
  const now = (await rollups.again(limits)).find(({ name }) => name === rollup.name);
  return now?.settledTo === rollup.settledTo ? ran : run([]);
}

async function newestOf(
  { subject: name, window }: DataQuery,
  { model, engine }: DataSource,
  jurisdiction: Jurisdiction,
  limits: RunLimits,
): Promise<string | null> {
  const subject = subjectOf(model, name);
  if (subject.time.grain === 'none') return null;
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

/** Sums of fractions differ in their last places by the order they are added in; a half must not tip over by that. */
const significantDigits = 12;

function rounded(value: number, digits: number): number {
  const factor = 10 ** digits;
  return Math.round(Number((value * factor).toPrecision(significantDigits))) / factor;
}

/** `2026-10-01` as the bucket it begins: 2026-10, 2026Q4, 2026. */
export function bucketName(day: string, grain: NonNullable<DataQuery['grain']>): string {
  if (grain === 'year') return day.slice(0, 4);
  if (grain === 'quarter') return `${day.slice(0, 4)}Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
  return grain === 'month' ? day.slice(0, 7) : day;
}
