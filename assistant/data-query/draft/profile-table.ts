import type { DataEngine, Row, RunLimits, TableShape } from '../engines/data-engine.ts';
import { quote } from '../write-sql.ts';

/** What a column holds. Values are read for texts and for whole numbers of few kinds; of others only their extent. */
export interface ColumnProfile {
  name: string;
  type: TableShape['columns'][number]['type'];
  madeFrom?: string | undefined;
  filled: number;
  distinct: number;
  /** The smallest and largest number; null for anything that is none. */
  min: number | null;
  max: number | null;
  /** Distinct values of a text, the most frequent first. */
  values: string[];
}

export interface TableProfile {
  relation: string;
  rows: number;
  columns: ColumnProfile[];
}

/** Dictionaries are not read beyond this: such a column is text to be searched, and no list of names. */
const mostValues = 19_000;
const limits: RunLimits = { timeoutMs: 30_000 };

/** @throws DataQueryError what the engine throws */
export async function profileTable(shape: TableShape, engine: DataEngine): Promise<TableProfile> {
  const columns: ColumnProfile[] = [];
  for (const column of shape.columns) columns.push(await profileColumn(shape.relation, column, engine));
  return { relation: shape.relation, rows: shape.rows, columns };
}

async function profileColumn(
  relation: string,
  { name, type, madeFrom }: TableShape['columns'][number],
  engine: DataEngine,
): Promise<ColumnProfile> {
  const table = relation.split('.').map(quote).join('.');
  const column = quote(name);
  const isNumber = type === 'number' || type === 'integer';
  const extent = isNumber ? `, min(${column}) as low, max(${column}) as high` : '';
  const [row = {}] = await engine.run(
    `select count(${column}) as filled, count(distinct ${column}) as kinds${extent} from ${table}`,
    [],
    limits,
  );
  const distinct = Number(row.kinds);
  const values = type === 'text' && distinct <= mostValues ? await valuesOf(table, column, engine) : [];
  return {
    name,
    type,
    madeFrom,
    filled: Number(row.filled),
    distinct,
    min: numberIn(row, 'low'),
    max: numberIn(row, 'high'),
    values,
  };
}

function numberIn(row: Row, name: string): number | null {
  const value = row[name];
  return value === null || value === undefined ? null : Number(value);
}

async function valuesOf(table: string, column: string, engine: DataEngine): Promise<string[]> {
  const rows = await engine.run(
    `select ${column} as value from ${table} where ${column} is not null group by 1 order by count(*) desc, 1`,
    [],
    limits,
  );
  return rows.map(({ value }) => String(value));
}
