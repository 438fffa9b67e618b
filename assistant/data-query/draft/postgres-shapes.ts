import type { ColumnType, DataEngine, TableShape } from '../engines/data-engine.ts';
import { quote } from '../write-sql.ts';

const limits = { timeoutMs: 30_000 };

/** The tables and views that the role may read, without those of PostgreSQL itself, columns in their own order. */
export async function postgresShapes(engine: DataEngine): Promise<TableShape[]> {
  const listed = await engine.run(
    `select table_schema as schema, table_name as name, column_name as column, data_type as type
     from information_schema.columns where table_schema not in ('information_schema', 'pg_catalog')
     order by 1, 2, ordinal_position`,
    [],
    limits,
  );
  const shapes = new Map<string, TableShape>();
  for (const { schema, name, column, type } of listed) {
    const relation = schema === 'public' ? String(name) : `${schema}.${name}`;
    const shape = shapes.get(relation) ?? { relation, rows: 0, columns: [] };
    shape.columns.push({ name: String(column), type: typeOf(String(type)) });
    shapes.set(relation, shape);
  }
  for (const shape of shapes.values()) {
    const [row] = await engine.run(
      `select count(*) as rows from ${shape.relation.split('.').map(quote).join('.')}`,
      [],
      limits,
    );
    shape.rows = Number(row?.rows ?? 0);
  }
  return [...shapes.values()];
}

function typeOf(type: string): ColumnType {
  if (/^(text|character|citext|name)/.test(type)) return 'text';
  if (type === 'boolean') return 'boolean';
  if (type === 'date') return 'date';
  if (type.startsWith('timestamp')) return 'moment';
  if (/^(smallint|integer|bigint)$/.test(type)) return 'integer';
  return /^(numeric|real|double precision|money)/.test(type) ? 'number' : 'other';
}
