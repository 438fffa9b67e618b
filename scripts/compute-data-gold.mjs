// Fills the gold rows of the data suite's own cases: runs each case's goldSql, written by hand and independent of the
// product's compiler, over the tables beside it, and writes the rows into cases.jsonl. Run it after changing a case.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

const folder = join(import.meta.dirname, '..', 'evals', 'datasets', 'data');
const connection = await (await DuckDBInstance.create(':memory:')).connect();
for (const file of readdirSync(join(folder, 'tables')))
  await connection.run(
    `create table "${basename(file, '.csv')}" as select * from read_csv('${join(folder, 'tables', file)}', sample_size = -1, nullstr = '')`,
  );

function toCell(value) {
  if (value === null || typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number')
    return value;
  if (typeof value === 'bigint') return Number(value);
  return typeof value.toDouble === 'function' ? value.toDouble() : String(value).slice(0, 19);
}

const file = join(folder, 'cases.jsonl');
const cases = readFileSync(file, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line));
for (const one of cases) {
  if (!one.goldSql) continue;
  const found = await connection.runAndReadAll(one.goldSql).catch((error) => {
    throw new Error(`${one.id}: ${error.message}`);
  });
  one.rows = found.getRows().map((row) => row.map(toCell));
}
writeFileSync(file, `${cases.map((one) => JSON.stringify(one)).join('\n')}\n`);
