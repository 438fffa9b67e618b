import { describe, expect, it } from 'vitest';
import { openTestRecord } from '../../../channels/testing/open-test-record.ts';
import { fruitColumns, fruitRows, itBehavesLikeADataEngine } from '../testing/engine-contract.ts';
import { createPostgresEngine } from './postgres-engine.ts';

const cell = (value: string | number | boolean | null) => (value === null ? 'null' : `'${value}'`);

describe('PostgreSQL under the role that reads', () => {
  itBehavesLikeADataEngine(async () => {
    const record = await openTestRecord();
    const owner = record.connectionOf('yuwen_owner');
    const { Client } = (await import('pg')).default;
    const client = new Client(owner);
    await client.connect();
    await client.query(`create table data_platform.fruit
      (name text, weight double precision, many bigint, ripe boolean, picked date, sold_at timestamp)`);
    const values = fruitRows.map((row) => `(${row.map(cell).join(', ')})`).join(', ');
    await client.query(`insert into data_platform.fruit (${fruitColumns.join(', ')}) values ${values}`);
    await client.end();
    return {
      engine: createPostgresEngine(record.readerPool),
      slow: 'select pg_sleep(20)',
      close: () => record.close(),
    };
  });

  it('says that it cannot be reached', async () => {
    const pool = { connect: () => Promise.reject(new Error('ECONNREFUSED')) };
    const engine = createPostgresEngine(pool as never);
    await expect(engine.run('select 1', [], { timeoutMs: 100 })).rejects.toMatchObject({ code: 'data_unavailable' });
  });
});
