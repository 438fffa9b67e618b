import { randomUUID } from 'node:crypto';
import { rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { DataQueryError } from '../data-query-error.ts';
import type { OpenDataEngine, TableShape } from './data-engine.ts';
import { createDuckDbEngine } from './duckdb-engine.ts';
import { shapesOf } from './duckdb-shapes.ts';
import { loadTables } from './load-tables.ts';

export interface OpenDuckDbOptions {
  /** A folder of CSV, Parquet and XLSX files, one such file, or a `.duckdb` file. */
  source: string;
  /** Mebibytes that all questions together may use; beyond it `data_too_large`. */
  memoryMb?: number;
  threads?: number;
  /** The schema that the tables of a folder are put into; a model may name `data_platform.ticket`. */
  schema?: string;
}

export interface DuckDbEngine extends OpenDataEngine {
  dialect: 'duckdb';
  /** Every table with its columns and how many rows it has. */
  shapes(): Promise<TableShape[]>;
}

const defaultMemoryMb = 1024;
const defaultThreads = 2;

/**
 * Opens a file or folder for reading. Tables are named after their files (`土地成交.csv` is `土地成交`). Files are read once,
 * into a database of their own that is then opened again read-only: from there no statement reaches a file, a setting or
 * an extension.
 * @throws DataQueryError `data_source_invalid`
 */
export async function openDuckDb({
  source,
  memoryMb = defaultMemoryMb,
  threads = defaultThreads,
  schema = 'main',
}: OpenDuckDbOptions): Promise<DuckDbEngine> {
  const settings = { threads: String(threads), memory_limit: `${memoryMb}MiB` };
  const isDatabase = await isDatabaseFile(source);
  const file = isDatabase ? source : path.join(tmpdir(), `yuwen-data-${randomUUID()}.duckdb`);
  const forget = () => (isDatabase ? Promise.resolve() : rm(file, { force: true }));
  try {
    if (!isDatabase) await loadTables({ source, file, schema }, settings);
    const instance = await openReadOnly(file, settings);
    return {
      ...(createDuckDbEngine(instance) as { dialect: 'duckdb'; run: DuckDbEngine['run'] }),
      description: `DuckDB，${source}`,
      shapes: () => shapesOf(instance),
      async close() {
        instance.closeSync();
        await forget();
      },
    };
  } catch (cause) {
    await forget();
    throw asSourceError(cause, source);
  }
}

async function isDatabaseFile(source: string): Promise<boolean> {
  const found = await stat(source).catch((cause: Error) => {
    throw new DataQueryError('data_source_invalid', `找不到 ${source}：请检查数据文件或文件夹的路径。`, { cause });
  });
  return found.isFile() && /\.(duckdb|db)$/i.test(source);
}

async function openReadOnly(file: string, settings: Record<string, string>): Promise<DuckDBInstance> {
  const instance = await DuckDBInstance.create(file, { ...settings, access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  try {
    // The last line makes the others final.
    for (const statement of [
      'set enable_external_access = false',
      'set autoinstall_known_extensions = false',
      'set autoload_known_extensions = false',
      'set lock_configuration = true',
    ])
      await connection.run(statement);
  } finally {
    connection.closeSync();
  }
  return instance;
}

function asSourceError(cause: unknown, source: string): DataQueryError {
  if (cause instanceof DataQueryError) return cause;
  const reason = (cause as Error).message.split('\n')[0];
  return new DataQueryError('data_source_invalid', `${source} 读不成数据表：${reason}`, { cause });
}
