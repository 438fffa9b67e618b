import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { DataQueryError } from '../data-query-error.ts';
import { dayColumnSuffix, inQuotes, inText } from './duckdb-names.ts';
import { writeSheetsAsCsv } from './workbook-sheets.ts';

const readers: Record<string, (file: string) => string> = {
  // An empty cell is nothing, not an empty text; the whole file is looked at before a column is called a number.
  '.csv': (file) => `read_csv(${inText(file)}, sample_size = -1, nullstr = '', header = true)`,
  '.tsv': (file) => `read_csv(${inText(file)}, sample_size = -1, nullstr = '', header = true, delim = '\t')`,
  '.parquet': (file) => `read_parquet(${inText(file)})`,
};

export interface TablesToLoad {
  /** A folder, or one file. */
  source: string;
  /** The DuckDB database that is written. */
  file: string;
  schema: string;
}

/**
 * Reads every CSV, TSV, Parquet and XLSX file of a source into a DuckDB database.
 * @throws DataQueryError `data_source_invalid` naming the file that cannot be read
 */
export async function loadTables(
  { source, file, schema }: TablesToLoad,
  settings: Record<string, string>,
): Promise<void> {
  const sheets = await mkdtemp(path.join(tmpdir(), 'yuwen-sheets-'));
  const instance = await DuckDBInstance.create(file, settings);
  const connection = await instance.connect();
  try {
    const files = await tableFilesOf(source, sheets);
    if (files.length === 0)
      throw new DataQueryError('data_source_invalid', `${source} 里没有 CSV、TSV、Parquet 或 XLSX 文件。`);
    await connection.run(`create schema if not exists ${inQuotes(schema)}`);
    for (const one of files) await loadTable(connection, one, schema);
    await connection.run('checkpoint');
  } finally {
    connection.closeSync();
    instance.closeSync();
    await rm(sheets, { recursive: true, force: true });
  }
}

async function tableFilesOf(source: string, sheetFolder: string): Promise<string[]> {
  const isFolder = (await stat(source)).isDirectory();
  const names = isFolder ? (await readdir(source)).toSorted().map((name) => path.join(source, name)) : [source];
  const files: string[] = [];
  for (const name of names) {
    const kind = path.extname(name).toLowerCase();
    if (kind in readers) files.push(name);
    if (kind === '.xlsx') files.push(...(await writeSheetsAsCsv(name, sheetFolder)));
  }
  return files;
}

async function loadTable(connection: DuckDBConnection, file: string, schema: string): Promise<void> {
  const kind = path.extname(file).toLowerCase();
  const name = path.basename(file, path.extname(file)).replaceAll('.', '_');
  const table = `${inQuotes(schema)}.${inQuotes(name)}`;
  try {
    await connection.run(`create table ${table} as select * from ${readers[kind]!(file)}`);
    await settleTypes(connection, table);
  } catch (cause) {
    const reason = (cause as Error).message.split('\n')[0];
    throw new DataQueryError('data_source_invalid', `${path.basename(file)} 读不成数据表：${reason}`, { cause });
  }
}

/**
 * What writers of CSV lose on the way: years and counts written as 2019.0 become whole numbers again, and Chinese dates
 * (2022年07月26日, 2022年07月) get a column of days beside them.
 */
async function settleTypes(connection: DuckDBConnection, table: string): Promise<void> {
  const described = await connection.runAndReadAll(`describe ${table}`);
  for (const [name, type] of described.getRows() as string[][]) {
    const column = inQuotes(name!);
    if (type === 'DOUBLE' && (await holdsForAll(connection, table, column, `${column} = trunc(${column})`)))
      await connection.run(`alter table ${table} alter ${column} type bigint`);
    if (
      type === 'VARCHAR' &&
      (await holdsForAll(connection, table, column, `regexp_full_match(${column}, '${chineseDate}')`))
    )
      await addDays(connection, table, name!);
  }
}

const chineseDate = '\\d{4}年\\d{1,2}月(\\d{1,2}日)?';

async function holdsForAll(connection: DuckDBConnection, table: string, column: string, test: string) {
  const counted = await connection.runAndReadAll(
    `select count(${column}), count(*) filter (where ${test}) from ${table}`,
  );
  const [filled, holding] = counted.getRows()[0]!.map(Number);
  return filled! > 0 && filled === holding;
}

async function addDays(connection: DuckDBConnection, table: string, name: string): Promise<void> {
  const [text, day] = [inQuotes(name), inQuotes(`${name}${dayColumnSuffix}`)];
  const part = (index: number) =>
    `cast(regexp_extract(${text}, '(\\d{4})年(\\d{1,2})月(\\d{1,2})?', ${index}) as integer)`;
  const ofMonth = `coalesce(try_cast(nullif(regexp_extract(${text}, '月(\\d{1,2})日', 1), '') as integer), 1)`;
  await connection.run(`alter table ${table} add column ${day} date`);
  await connection.run(
    `update ${table} set ${day} = make_date(${part(1)}, ${part(2)}, ${ofMonth}) where ${text} is not null`,
  );
}
