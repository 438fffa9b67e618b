import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestRecord } from '../testing/open-test-record.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/migration-list.ts';
import { type DeskRecord, openRecord } from './open-record.ts';

describe('a record', () => {
  let record: DeskRecord;
  beforeAll(async () => {
    record = await openTestRecord();
  });
  afterAll(() => record.close());

  const job = { kind: 'notify-owner', payload: '{}', run_at: new Date() };

  it('lets the app write and read', async () => {
    await record.db.insertInto('outbox_job').values(job).execute();
    const rows = await record.db.selectFrom('outbox_job').select(['kind', 'attempts', 'payload']).execute();
    expect(rows).toEqual([{ kind: 'notify-owner', attempts: 0, payload: {} }]);
  });

  it('does not let the app change the shape of a table', async () => {
    const { db } = record;
    await expect(sql`alter table ticket add column x text`.execute(db)).rejects.toThrow(
      'must be owner of table ticket',
    );
    await expect(sql`create table y (x text)`.execute(db)).rejects.toThrow('permission denied for schema yuwen');
    await expect(sql`truncate outbox_job`.execute(db)).rejects.toThrow('permission denied');
  });

  it('does not let the app rewrite what happened', async () => {
    const { db } = record;
    await expect(sql`update audit set actor = 'nobody'`.execute(db)).rejects.toThrow(
      'permission denied for table audit',
    );
    await expect(sql`delete from ticket_event`.execute(db)).rejects.toThrow('permission denied for table ticket_event');
  });

  it('shows the reader the data platform and nothing else', async () => {
    const owner = new pg.Client(record.connectionOf('yuwen_owner'));
    await owner.connect();
    await owner.query('create table data_platform.probe (n int); insert into data_platform.probe values (7)');
    await owner.end();

    const { readerPool } = record;
    expect((await readerPool.query('select n from probe')).rows).toEqual([{ n: 7 }]);
    await expect(readerPool.query('select * from yuwen.ticket')).rejects.toThrow('permission denied for schema yuwen');
  });

  it('never lets the reader write, not even when it asks for a writing transaction', async () => {
    const { readerPool } = record;
    const write = 'insert into data_platform.probe values (8)';
    await expect(readerPool.query(write)).rejects.toThrow('read-only transaction');
    await expect(readerPool.query(`begin read write; ${write}`)).rejects.toThrow('permission denied for table probe');
    await expect(readerPool.query('rollback; begin read write; create temp table t (n int)')).rejects.toThrow(
      'permission denied to create temporary tables',
    );
    await expect(readerPool.query('rollback; set role yuwen_app')).rejects.toThrow('permission denied to set role');
  });

  it('has a time limit for the reader, and the days of Chongqing', async () => {
    const { rows } = await record.readerPool.query(
      "select current_setting('statement_timeout') as timeout, current_setting('timezone') as zone",
    );
    expect(rows).toEqual([{ timeout: '10s', zone: 'Asia/Shanghai' }]);
  });

  it('is migrated once, however often and by however many it is asked', async () => {
    const owner = record.connectionOf('yuwen_owner');
    await Promise.all([migrate(owner), migrate(owner), migrate(owner)]);
    const client = new pg.Client(owner);
    await client.connect();
    const { rows } = await client.query('select name from kysely_migration order by name');
    await client.end();
    expect(rows.map(({ name }) => name)).toEqual(Object.keys(migrations).toSorted());
  });
});

describe('openRecord', () => {
  it('makes a record in an empty folder, and finds it there the next time', async () => {
    const dataFolder = await mkdtemp(join(tmpdir(), 'yuwen-record-'));
    await chmod(dataFolder, 0o755);
    const notices: string[] = [];
    const open = () => openRecord({ dataFolder, notice: (text) => notices.push(text) });
    try {
      const first = await open();
      await first.db.insertInto('outbox_job').values({ kind: 'k', payload: '{}', run_at: new Date() }).execute();
      await first.close();

      const second = await open();
      expect(await second.db.selectFrom('outbox_job').select('kind').execute()).toEqual([{ kind: 'k' }]);
      await second.close();
      expect(notices).toEqual([]);
    } finally {
      await rm(dataFolder, { recursive: true });
    }
  });
});
