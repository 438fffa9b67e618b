import type { GoldCell } from '../suites/data/data-case.ts';

export interface TableOfRows {
  rows: readonly GoldCell[][];
}

export interface RowsMatch {
  /** Every gold row is found, no row is left over, under one way of laying gold columns on those of the answer. */
  isFound: boolean;
  /** As found, and in the order of the gold rows. */
  isInOrder: boolean;
  /** Columns of the answer that no gold column lies on. */
  extra: number[];
}

const none: RowsMatch = { isFound: false, isInOrder: false, extra: [] };

/**
 * Looks for a column of the answer for each gold column so that the rows are the same rows. Every way is tried: tables
 * of an answer are narrow, and columns whose values do not fit are out at once.
 */
export function matchRows(gold: readonly GoldCell[][], { rows }: TableOfRows, ordered: boolean): RowsMatch {
  if (gold.length !== rows.length) return none;
  if (gold.length === 0) return { isFound: true, isInOrder: true, extra: [] };
  const width = rows[0]!.length;
  const fitting = gold[0]!.map((_, column) => columnsThatFit(gold, rows, column, width));
  let best = none;
  for (const chosen of choices(fitting, [])) {
    const laid = rows.map((row) => chosen.map((column) => row[column] ?? null));
    if (!sameRows(gold, laid)) continue;
    const isInOrder = gold.every((row, index) => sameRow(row, laid[index]!));
    const extra = Array.from({ length: width }, (_, index) => index).filter((index) => !chosen.includes(index));
    best = { isFound: true, isInOrder, extra };
    if (isInOrder || !ordered) return best;
  }
  return best;
}

function columnsThatFit(gold: readonly GoldCell[][], rows: readonly GoldCell[][], column: number, width: number) {
  const wanted = gold.map((row) => row[column] ?? null);
  return Array.from({ length: width }, (_, index) => index).filter((index) =>
    sameMany(
      wanted,
      rows.map((row) => row[index] ?? null),
    ),
  );
}

function* choices(fitting: readonly number[][], taken: readonly number[]): Generator<number[]> {
  const [first, ...rest] = fitting;
  if (!first) return yield [...taken];
  for (const column of first) if (!taken.includes(column)) yield* choices(rest, [...taken, column]);
}

function sameMany(wanted: readonly GoldCell[], given: readonly GoldCell[]): boolean {
  const left = [...given];
  return wanted.every((cell) => {
    const at = left.findIndex((other) => sameCell(cell, other));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

function sameRows(gold: readonly GoldCell[][], given: readonly GoldCell[][]): boolean {
  const left = [...given];
  return gold.every((row) => {
    const at = left.findIndex((other) => sameRow(row, other));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

function sameRow(a: readonly GoldCell[], b: readonly GoldCell[]): boolean {
  return a.length === b.length && a.every((cell, index) => sameCell(cell, b[index] ?? null));
}

/**
 * Numbers are the same when they differ by no more than the rounding of the shorter one, or by the scale of a unit
 * (万, 亿, per cent); a day and the month or moment it is written as are one.
 */
export function sameCell(gold: GoldCell, given: GoldCell): boolean {
  if (gold === null || given === null) return gold === given;
  const [wanted, found] = [asNumber(gold), asNumber(given)];
  if (wanted !== null && found !== null) return sameNumber(wanted, found);
  const [a, b] = [asText(gold), asText(given)];
  return a === b || (asDay(a) !== null && asDay(a) === asDay(b));
}

const scales = [1, 100, 1e4, 1e8];

function sameNumber(wanted: number, found: number): boolean {
  return scales.some((scale) => near(wanted, found * scale) || (scale > 1 && near(wanted * scale, found)));
}

function near(a: number, b: number): boolean {
  const slack = Math.max(slackOf(a), slackOf(b));
  return Math.abs(a - b) <= Math.max(slack, 1e-9 * Math.max(Math.abs(a), Math.abs(b)));
}

/** Half of the last digit that is written, and a little for binary fractions: 12.3 stands for 12.25 to 12.35. */
function slackOf(value: number): number {
  const digits = /\.(\d+)$/.exec(String(Number(value.toPrecision(12))))?.[1]?.length ?? 0;
  return digits === 0 ? 1e-9 : 0.5001 * 10 ** -digits;
}

function asNumber(cell: GoldCell): number | null {
  if (typeof cell === 'number') return cell;
  return typeof cell === 'string' && /^-?\d+(?:\.\d+)?$/.test(cell.trim()) ? Number(cell) : null;
}

function asText(cell: GoldCell): string {
  return String(cell).normalize('NFKC').replace(/\s+/g, '').toLowerCase();
}

/** `2022年07月`, `2022-07` and `2022-07-01 08:00:00` are one month. */
function asDay(text: string): string | null {
  const found = /^(\d{4})[-年/](\d{1,2})(?:[-月/](?:(\d{1,2})日?)?)?(?:\d{2}:\d{2}.*)?$/.exec(text);
  return found ? [found[1], found[2]!.padStart(2, '0'), (found[3] ?? '1').padStart(2, '0')].join('-') : null;
}
