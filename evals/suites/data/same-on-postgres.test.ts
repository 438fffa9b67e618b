import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPostgresEngine, createQueryDataSkill, type TableShape } from '../../../assistant/index.ts';
import type { DeskRecord } from '../../../channels/store/open-record.ts';
import { openTestRecord } from '../../../channels/testing/open-test-record.ts';
import { ownDataSetFolder } from '../../own-data-sets.ts';
import { readDataCases } from './data-case.ts';
import { type OpenDataSet, openDataSet } from './open-data-set.ts';
import { playDataCase } from './play-data-case.ts';

const typeOf = {
  text: 'text',
  integer: 'bigint',
  number: 'double precision',
  boolean: 'boolean',
  date: 'date',
  moment: 'timestamp',
  other: 'text',
};
const views = ['ticket', 'event', 'service_case', 'alarm'];
const filled = ['population_stat', 'economy', 'welfare_stat', 'vital_value'];

describe('the own data questions on PostgreSQL', () => {
  let set: OpenDataSet;
  let record: DeskRecord;
  beforeAll(async () => {
    set = await openDataSet(ownDataSetFolder('data'));
    record = await openTestRecord();
    const client = new pg.Client(record.connectionOf('yuwen_owner'));
    await client.connect();
    for (const name of views) await client.query(`drop view data_platform.${name}`);
    for (const name of filled) await client.query(`drop table data_platform.${name}`);
    for (const shape of await set.engine.shapes()) await copyTable(client, shape);
    await client.end();
  });
  afterAll(async () => {
    await set?.close();
    await record?.close();
  });

  async function copyTable(client: pg.Client, { relation, columns }: TableShape): Promise<void> {
    const declared = columns.map(({ name, type }) => `"${name}" ${typeOf[type]}`).join(', ');
    await client.query(`create table ${relation} (${declared})`);
    const file = join(ownDataSetFolder('data'), 'tables', `${relation.split('.')[1]}.csv`);
    await pipeline(
      createReadStream(file),
      client.query(copyFrom(`copy ${relation} from stdin with (format csv, header)`)),
    );
  }

  it('end as they end on DuckDB, with the same rows', async () => {
    const engine = createPostgresEngine(record.readerPool);
    const onPostgres = createQueryDataSkill({ model: set.model, engine });
    const cases = await readDataCases(ownDataSetFolder('data'));
    let figures = 0;
    for (const one of cases) {
      const [duckdb, postgres] = [await playDataCase(one, set.skill), await playDataCase(one, onPostgres)];
      expect({ ...postgres, sql: null }, one.id).toEqual({ ...duckdb, sql: null });
      figures += postgres.outcome === 'data' ? 1 : 0;
    }
    expect(figures).toBeGreaterThan(150);
  });
});
