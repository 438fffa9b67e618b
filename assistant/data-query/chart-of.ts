import type { Column } from './data-answer.ts';
import type { DataQuery } from './data-query.ts';
import type { Row } from './engines/data-engine.ts';

/** A pie with more slices than this cannot be read. */
const mostSlices = 8;
/** Bars beyond this are left to the table. */
const mostBars = 30;
const mostLines = 8;

/**
 * A declarative ECharts option by rule: a breakdown by time is a line, a share of few is a pie, any other breakdown is
 * bars; one figure and a list have none. A chart that the question names goes before the rule.
 */
export function chartOf(
  plan: DataQuery,
  columns: readonly Column[],
  rows: readonly Row[],
): Record<string, unknown> | null {
  const keys = columns.filter(({ role, name }) => role !== 'metric' && name !== 'stock_year');
  const [x, series] = keys;
  const metric = columns.find(({ role }) => role === 'metric');
  if (plan.kind === 'list' || !x || !metric || rows.length < 2) return null;
  const shared = columns.find(({ name }) => name === `${metric.name}_share`);
  switch (plan.chart ?? chosen(plan, rows.length)) {
    case 'pie':
      return pie(x, shared ?? metric, rows);
    case 'line':
      return axes('line', x, series, figuresOf(columns, metric), rows);
    case 'bar':
      return axes('bar', x, series, figuresOf(columns, metric), rows);
    default:
      return null;
  }
}

function chosen({ grain, share, dimensions }: DataQuery, rows: number): 'line' | 'bar' | 'pie' {
  if (grain) return 'line';
  return share && dimensions.length === 1 && rows <= mostSlices ? 'pie' : 'bar';
}

/** The first measure, its base beside it, and other measures of the same unit. */
function figuresOf(columns: readonly Column[], first: Column): Column[] {
  return columns.filter(
    ({ role, unit, name }) => role === 'metric' && unit === first.unit && name !== 'meets' && !/_change$/.test(name),
  );
}

function axes(
  type: 'line' | 'bar',
  x: Column,
  series: Column | undefined,
  figures: Column[],
  rows: readonly Row[],
): Record<string, unknown> {
  const shown = type === 'bar' ? rows.slice(0, mostBars) : rows;
  const places = [...new Set(shown.map((row) => String(row[x.name])))];
  const lines = series
    ? bySeries(series, x, figures[0]!, places, shown)
    : figures.map((figure) => ({ name: figure.label, data: shown.map((row) => row[figure.name] ?? null) }));
  return {
    tooltip: { trigger: 'axis' },
    legend: lines.length > 1 ? { type: 'scroll' } : undefined,
    grid: { containLabel: true, left: 16, right: 16, bottom: 16 },
    xAxis: { type: 'category', data: places, name: x.label },
    yAxis: { type: 'value', name: figures[0]?.unit ?? '' },
    series: lines.map((line) => ({ type, ...line })),
  };
}

/** One line a value of the second breakdown, the largest ones only. */
function bySeries(series: Column, x: Column, figure: Column, places: readonly string[], rows: readonly Row[]) {
  const names = [...new Set(rows.map((row) => String(row[series.name])))];
  const total = (name: string) =>
    rows.reduce((sum, row) => sum + (String(row[series.name]) === name ? Number(row[figure.name] ?? 0) : 0), 0);
  const largest = names.toSorted((a, b) => total(b) - total(a)).slice(0, mostLines);
  return largest.map((name) => ({
    name,
    data: places.map(
      (place) =>
        rows.find((row) => String(row[series.name]) === name && String(row[x.name]) === place)?.[figure.name] ?? null,
    ),
  }));
}

function pie(x: Column, figure: Column, rows: readonly Row[]): Record<string, unknown> {
  const data = rows.slice(0, mostSlices).map((row) => ({ name: String(row[x.name]), value: row[figure.name] ?? null }));
  return {
    tooltip: { trigger: 'item' },
    legend: { type: 'scroll' },
    series: [{ type: 'pie', name: figure.label, radius: '65%', data }],
  };
}
