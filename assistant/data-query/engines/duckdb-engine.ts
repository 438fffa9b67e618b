import { type DuckDBConnection, type DuckDBInstance, type DuckDBResultReader, StatementType } from '@duckdb/node-api';
import { DataQueryError } from '../data-query-error.ts';
import { type Cell, type DataEngine, mostRowsRead, type Row, type RunLimits } from './data-engine.ts';
import { toCell } from './duckdb-cell.ts';

/**
 * DuckDB over an instance that was opened to be read: `openDuckDb` makes one. Every question has a connection of its own,
 * so that interrupting one leaves the others alone. What is no single SELECT is turned away before it runs.
 */
export function createDuckDbEngine(instance: DuckDBInstance): DataEngine {
  return {
    dialect: 'duckdb',
    async run(sql, params, limits) {
      limits.signal?.throwIfAborted();
      const connection = await instance.connect();
      try {
        return await runTimed(connection, sql, params, limits);
      } finally {
        connection.closeSync();
      }
    },
  };
}

async function runTimed(
  connection: DuckDBConnection,
  sql: string,
  params: readonly Cell[],
  { timeoutMs, signal }: RunLimits,
): Promise<Row[]> {
  const interrupt = () => connection.interrupt();
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    interrupt();
  }, timeoutMs);
  signal?.addEventListener('abort', interrupt);
  try {
    return toRows(await readSelect(connection, sql, params));
  } catch (cause) {
    signal?.throwIfAborted();
    throw asDataQueryError(cause, isLate);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', interrupt);
  }
}

async function readSelect(connection: DuckDBConnection, sql: string, params: readonly Cell[]) {
  // `prepare` runs all statements of a text but the last, so they are counted first.
  const { count } = await connection.extractStatements(sql);
  if (count !== 1) throw new DataQueryError('unsafe_query', '一次只能执行一条查询。');
  const statement = await connection.prepare(sql);
  try {
    if (statement.statementType !== StatementType.SELECT)
      throw new DataQueryError('unsafe_query', '数据平台只能查询，不能修改。');
    statement.bind([...params]);
    const reader = await statement.streamAndReadUntil(mostRowsRead + 1);
    if (reader.currentRowCount > mostRowsRead)
      throw new DataQueryError('data_too_large', '结果的行数太多，请缩小范围或先汇总。');
    return reader;
  } finally {
    statement.destroySync();
  }
}

function toRows(reader: DuckDBResultReader): Row[] {
  const names = reader.columnNames();
  return reader.getRows().map((cells) => Object.fromEntries(cells.map((cell, index) => [names[index]!, toCell(cell)])));
}

/** DuckDB names the kind of an error at the beginning of its message and nowhere else. */
function asDataQueryError(cause: unknown, isLate: boolean): unknown {
  if (cause instanceof DataQueryError) return cause;
  const { message } = cause as Error;
  if (isLate || /^INTERRUPT/.test(message))
    return new DataQueryError('data_timeout', '这次查询用时过长，已停止。请缩小时间范围再试。', { cause });
  if (/^Out of Memory/.test(message))
    return new DataQueryError('data_too_large', '这次查询要用的内存太多，请缩小范围再试。', { cause });
  if (/^(Conversion|Out of Range|Binder|Parser|Permission|Catalog|Invalid Input)/.test(message))
    return new DataQueryError('unsafe_query', '条件的取值与数据类型不符，或查询用到了数据平台没有的东西。', { cause });
  if (/^(IO|Connection)/.test(message))
    return new DataQueryError('data_unavailable', '数据文件暂时读不了。', { cause });
  return cause;
}
