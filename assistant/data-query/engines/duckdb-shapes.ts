import type { DuckDBInstance } from '@duckdb/node-api';
import type { ColumnType, TableShape } from './data-engine.ts';
import { dayColumnSuffix, inQuotes } from './duckdb-names.ts';

/** The tables and views of a database, in the order of their names, columns in their own order. */
export async function shapesOf(instance: DuckDBInstance): Promise<TableShape[]> {
  const connection = await instance.connect();
  try {
    const listed = await connection.runAndReadAll(`
      select table_schema, table_name, column_name, data_type from information_schema.columns
      where table_schema not in ('information_schema', 'pg_catalog') order by 1, 2, ordinal_position`);
    const shapes = new Map<string, TableShape>();
    for (const [schema, table, column, type] of listed.getRows() as string[][]) {
      const relation = schema === 'main' ? table! : `${schema}.${table}`;
      const shape = shapes.get(relation) ?? { relation, rows: 0, columns: [] };
      shape.columns.push(columnOf(column!, type!));
      shapes.set(relation, shape);
    }
    for (const shape of shapes.values()) {
      const name = shape.relation.split('.').map(inQuotes).join('.');
      const counted = await connection.runAndReadAll(`select count(*) from ${name}`);
      shape.rows = Number(counted.getRows()[0]![0]);
    }
    return [...shapes.values()];
  } finally {
    connection.closeSync();
  }
}

function columnOf(name: string, type: string): TableShape['columns'][number] {
  const made = name.endsWith(dayColumnSuffix) ? { madeFrom: name.slice(0, -dayColumnSuffix.length) } : {};
  return { name, type: typeOf(type), ...made };
}

function typeOf(type: string): ColumnType {
  if (type === 'VARCHAR' || type.startsWith('ENUM')) return 'text';
  if (type === 'BOOLEAN') return 'boolean';
  if (type === 'DATE') return 'date';
  if (type.startsWith('TIMESTAMP')) return 'moment';
  if (/^U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?$/.test(type)) return 'integer';
  return /^(DOUBLE|FLOAT|DECIMAL)/.test(type) ? 'number' : 'other';
}
