import pg from 'pg';
import {
  createPostgresEngine,
  type DataEngine,
  DataQueryError,
  openDuckDb,
  postgresShapes,
  type TableShape,
} from '../../assistant/index.ts';

/** Tables that a model is drafted from or checked against. */
export interface DataSource {
  engine: DataEngine;
  shapes: TableShape[];
  close(): Promise<void>;
}

/**
 * Opens a folder or file of CSV, Parquet or XLSX, a `.duckdb` file, or a PostgreSQL database by its address.
 * @throws DataQueryError `data_source_invalid`, `data_unavailable`
 */
export async function openDataSource(source: string, schema?: string): Promise<DataSource> {
  if (/^postgres(ql)?:\/\//.test(source)) return openPostgresSource(source);
  const engine = await openDuckDb({ source, ...(schema ? { schema } : {}) });
  return { engine, shapes: await engine.shapes(), close: () => engine.close() };
}

async function openPostgresSource(url: string): Promise<DataSource> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 1,
    connectionTimeoutMillis: 5_000,
    options: '-c default_transaction_read_only=on',
  });
  const engine = createPostgresEngine(pool);
  try {
    const shapes = await postgresShapes(engine);
    if (shapes.length > 0) return { engine, shapes, close: () => pool.end() };
    throw new DataQueryError('data_source_invalid', '这个数据库里没有能读的表：请检查角色的权限。');
  } catch (error) {
    await pool.end();
    throw error;
  }
}
