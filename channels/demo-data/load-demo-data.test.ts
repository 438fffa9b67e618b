import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSemanticModel, readTaxonomy, type SemanticModel, type Taxonomy } from '../../knowledge/index.ts';
import type { DeskRecord } from '../store/open-record.ts';
import { openTestRecord } from '../testing/open-test-record.ts';
import { loadDemoData } from './load-demo-data.ts';

const corpus = fileURLToPath(new URL('../../knowledge/corpus', import.meta.url));

describe('the demo data', () => {
  let record: DeskRecord;
  let model: SemanticModel;
  let taxonomy: Taxonomy;
  beforeAll(async () => {
    record = await openTestRecord();
    [model, taxonomy] = await Promise.all([readSemanticModel(corpus), readTaxonomy(`${corpus}/complaints`)]);
  });
  afterAll(() => record.close());

  const load = (now: string, scale = 0.05) =>
    loadDemoData({ connection: record.connectionOf('yuwen_app'), model, taxonomy, now: new Date(now), scale });
  const read = async (sql: string) => (await record.readerPool.query(sql)).rows;
  const digest = () =>
    read(`select count(*)::int as rows, md5(string_agg(number || street, ',' order by number)) from
    data_platform.ticket where created_at < '2025-06-01'`);

  it('is loaded from nothing, says that it is synthetic and reaches up to now', async () => {
    expect(await load('2025-06-01T12:00:00+08:00')).toMatchObject({ outcome: 'loaded', from: '2022-06-01' });
    expect(await read("select value from data_platform.about where key = '说明'")).toMatchObject([
      { value: expect.stringContaining('合成数据') },
    ]);
    const [newest] = await read('select max(created_at)::text as at from data_platform.demo_ticket');
    expect(newest.at > '2025-05-31' && newest.at <= '2025-06-01 12:00:00').toBe(true);
  });

  it('adds nothing when it is loaded again at the same moment', async () => {
    expect(await load('2025-06-01T12:00:00+08:00')).toMatchObject({ outcome: 'current', rows: 0 });
  });

  it('adds the days since on a later start, and makes the same rows from nothing', async () => {
    const before = await digest();
    expect(await load('2025-06-20T09:00:00+08:00')).toMatchObject({ outcome: 'topped_up' });
    expect(await digest()).toEqual(before);
    const days =
      "select count(distinct created_at::date)::int as days from data_platform.ticket where created_at >= '2025-06-01'";
    expect((await read(days))[0].days).toBeGreaterThan(15);
    await load('2025-06-20T09:00:00+08:00', 0.06);
    await load('2025-06-20T09:00:00+08:00', 0.05);
    expect(await digest()).toEqual(before);
  });

  it('has every district, every group of complaints and figures that differ between districts', async () => {
    const [seen] = await read(
      'select count(distinct district)::int as districts, count(distinct category_group)::int as groups from data_platform.ticket',
    );
    expect(seen).toEqual({ districts: 39, groups: 18 });
  });

  it('shows nothing that has not happened yet', async () => {
    const [future] = await read(`select count(*)::int as rows from data_platform.ticket
      where created_at > now() at time zone 'Asia/Shanghai' or closed_at > now() at time zone 'Asia/Shanghai'`);
    expect(future.rows).toBe(0);
  });

  it('says 合成数据 on every table of the schema', async () => {
    const unsaid = await read(`select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'data_platform' and c.relkind in ('r', 'v') and coalesce(obj_description(c.oid), '') not like '%合成数据%'`);
    expect(unsaid).toEqual([]);
  });

  it('is joined by a ticket of the desk at once, with no copy', async () => {
    await record.db
      .insertInto('ticket')
      .values({
        number: '20250620-000001', source_message_id: 'm1', conversation_id: null, channel: 'web', status: 'assigned',
        purpose: '投诉', category_code: 'C05.02', category_name: '社会生活噪声', category_group: '生态环境', urgency: 'U3',
        title: '半夜放歌', content: '半夜放歌', district: '渝中区', street: null, place_detail: null,
        owner_unit: '渝中区公安分局', co_units: '[]', tier: 'district', draft: '{}', secret_hash: 'x',
        filed_at: new Date('2025-06-20T00:30:00+08:00'), first_response_due_at: new Date('2025-06-20T04:30:00+08:00'),
        due_at: new Date('2025-06-27T00:30:00+08:00'), closed_at: null, version: 1,
      } as never) // biome-ignore format: one ticket, one glance
      .execute();
    expect(
      await read(`select channel, status, category, overdue, created_at::text from data_platform.ticket
        where number = '20250620-000001'`),
    ).toEqual([
      { channel: '网站', status: '待受理', category: '社会生活噪声', overdue: true, created_at: '2025-06-20 00:30:00' },
    ]);
  });

  it('is not to be written by the reader', async () => {
    await expect(record.readerPool.query('delete from data_platform.demo_ticket')).rejects.toThrow();
    await expect(record.readerPool.query('select content from yuwen.ticket')).rejects.toThrow(/permission denied/);
  });
});
