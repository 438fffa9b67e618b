import pg from 'pg';
import { DataQueryError } from '../data-query-error.ts';
import { type Cell, type DataEngine, mostRowsRead, type Row, type RunLimits } from './data-engine.ts';

/** Object ids of PostgreSQL's types. A bigint of ours is a count and fits a number; a time is already Chongqing's. */
const bigint = 20;
const numeric = 1700;
const times = new Set([1082, 1083, 1114, 1184]);

/**
 * PostgreSQL (or what speaks its protocol) under a role that may only read. Every question is a transaction of its own
 * that is read only and timed, so that the fence holds even where the role was given too much.
 */
export function createPostgresEngine(pool: pg.Pool): DataEngine {
  return {
    dialect: 'postgres',
    async run(sql, params, limits) {
      limits.signal?.throwIfAborted();
      const client = await connect(pool);
      try {
        const rows = await runFenced(client, sql, params, limits);
        client.release();
        return rows;
      } catch (cause) {
        // A connection whose transaction failed is thrown away rather than handed to the next question.
        client.release(true);
        throw asDataQueryError(cause);
      }
    },
  };
}

async function connect(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect();
  } catch (cause) {
    throw new DataQueryError('data_unavailable', '数据平台暂时连不上。', { cause });
  }
}

async function runFenced(
  client: pg.PoolClient,
  sql: string,
  params: readonly Cell[],
  { timeoutMs }: RunLimits,
): Promise<Row[]> {
  // One trip for both: on a roll-up the trips take longer than the query.
  await client.query(`begin read only; set local statement_timeout = ${Math.round(timeoutMs)}`);
  const rows = await readRows(client, sql, params);
  await client.query('rollback');
  return rows;
}

/**
 * Rows are counted as they come, and the connection is given up when there are too many: a cursor would count as well,
 * but PostgreSQL runs no cursor in parallel.
 */
function readRows(client: pg.PoolClient, sql: string, params: readonly Cell[]): Promise<Row[]> {
  const rows: Row[] = [];
  // Named for nobody, so that it goes as one statement with parameters: two statements in a text are an error.
  const query = new pg.Query<Row>({ text: sql, values: [...params], types: { getTypeParser: parserOf } });
  return new Promise((resolve, reject) => {
    query.on('row', (row) => {
      if (rows.push(row) > mostRowsRead)
        reject(new DataQueryError('data_too_large', '结果的行数太多，请缩小范围或先汇总。'));
    });
    query.on('end', () => resolve(rows));
    query.on('error', reject);
    client.query(query);
  });
}

function parserOf(type: number) {
  if (type === bigint || type === numeric || type === 23 || type === 21 || type === 700 || type === 701) return Number;
  if (type === 16) return (text: string) => text === 't';
  if (times.has(type)) return (text: string) => text.slice(0, 19);
  return (text: string) => text;
}

function asDataQueryError(cause: unknown): unknown {
  if (cause instanceof DataQueryError) return cause;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
  if (code === '57014')
    return new DataQueryError('data_timeout', '这次查询用时过长，已停止。请缩小时间范围再试。', { cause });
  // Class 22: a value that is no date, no number.
  if (code.startsWith('22')) return new DataQueryError('unsafe_query', '条件的取值与数据类型不符。', { cause });
  // A table that is being loaded from nothing is locked until it is full; half of it would be a wrong figure.
  if (code === '55P03')
    return new DataQueryError('data_unavailable', '数据平台正在装入数据，请过一会儿再问。', { cause });
  // Class 08 is the connection, 57P the server going away, 53 out of resources.
  if (/^(08|57P|53)/.test(code)) return new DataQueryError('data_unavailable', '数据平台暂时连不上。', { cause });
  return cause;
}
