import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDemoData } from '../../channels/demo-data/load-demo-data.ts';
import type { DeskRecord } from '../../channels/store/open-record.ts';
import { openTestRecord } from '../../channels/testing/open-test-record.ts';
import { readSemanticModel, readTaxonomy, type SemanticModel } from '../../knowledge/index.ts';
import type { DataQuery } from './data-query.ts';
import type { DataEngine } from './engines/data-engine.ts';
import { createPostgresEngine } from './engines/postgres-engine.ts';
import { parseDataQuestion } from './parse-data-question.ts';
import { runDataQuery } from './run-data-query.ts';
import { dataQuery } from './testing/builders.ts';

const corpus = fileURLToPath(new URL('../../knowledge/corpus', import.meta.url));
const now = new Date('2025-06-15T12:00:00+08:00');
const limits = { timeoutMs: 8000 };

describe('data queries on PostgreSQL', () => {
  let model: SemanticModel;
  let whole: DeskRecord;
  let engine: DataEngine;

  beforeAll(async () => {
    model = await readSemanticModel(corpus);
    const taxonomy = await readTaxonomy(`${corpus}/complaints`);
    whole = await openTestRecord();
    await loadDemoData({ connection: whole.connectionOf('yuwen_app'), model, taxonomy, now, scale: 0.3 });
    engine = createPostgresEngine(whole.readerPool);
  });
  afterAll(() => whole?.close());

  const run = (changes: Partial<DataQuery>, district: string | null = null) =>
    runDataQuery(dataQuery(changes), { model, engine }, { district }, limits);
  const rowsOf = async (changes: Partial<DataQuery>) => (await run(changes)).rows;
  const read = async (sql: string) => (await whole.readerPool.query(sql)).rows;
  const may = "created_at >= '2025-05-01' and created_at < '2025-06-01'";

  it('counts what plain SQL counts', async () => {
    const expected = await read(`select count(*)::int as ticket_count from data_platform.ticket where ${may}`);
    expect(await rowsOf({})).toEqual(expected);
    expect(expected[0].ticket_count).toBeGreaterThan(500);
  });

  it('ranks groups, the largest first, and cuts', async () => {
    const expected = await read(`select district, count(*)::int as ticket_count from data_platform.ticket where ${may}
      group by 1 order by 2 desc, 1 limit 5`);
    const orderBy = [{ field: 'ticket_count', direction: 'desc' as const }];
    expect(await rowsOf({ dimensions: ['district'], orderBy, limit: 5 })).toEqual(expected);
  });

  it('forms a ratio over all rows of a group', async () => {
    const expected =
      await read(`select round(100.0 * count(*) filter (where satisfied) / count(satisfied), 1)::float as satisfied_rate
      from data_platform.ticket where ${may} and channel <> '电话'`);
    const filter = { field: 'channel', is: 'ne' as const, values: ['电话'] };
    expect(await rowsOf({ metrics: ['satisfied_rate'], filter })).toEqual(expected);
  });

  it('groups by region as the model has it', async () => {
    const rows = await rowsOf({ dimensions: ['region'] });
    const total = rows.reduce((sum, row) => sum + Number(row.ticket_count), 0);
    expect(rows.map((row) => row.region).toSorted()).toEqual(model.regions.map(({ name }) => name).toSorted());
    expect([{ ticket_count: total }]).toEqual(await rowsOf({}));
  });

  it('compares with the month of the year before, groups that vanished included', async () => {
    const [row] = await rowsOf({ comparison: { with: 'same_period_last_year' } });
    const [before] = await read(`select count(*)::int as rows from data_platform.ticket
      where created_at >= '2024-05-01' and created_at < '2024-06-01'`);
    expect(row).toMatchObject({ ticket_count_base: before.rows });
    expect(row!.ticket_count_change).toBe(Number(row!.ticket_count) - before.rows);
    const groups = await rowsOf({ dimensions: ['category'], comparison: { with: 'same_period_last_year' } });
    expect(groups.reduce((sum, one) => sum + Number(one.ticket_count_base), 0)).toBe(before.rows);
  });

  it('puts each month beside the month before it', async () => {
    const window = { from: '2025-01-01', to: '2025-05-31', said: null };
    const orderBy = [{ field: 'time', direction: 'asc' as const }];
    const rows = await rowsOf({ window, grain: 'month', comparison: { with: 'previous_period' }, orderBy });
    expect(rows.map((row) => row.time)).toEqual(['2025-01', '2025-02', '2025-03', '2025-04', '2025-05']);
    expect(rows.slice(1).map((row) => row.ticket_count_base)).toEqual(rows.slice(0, -1).map((row) => row.ticket_count));
  });

  it('takes shares of the whole before it cuts', async () => {
    const orderBy = [{ field: 'ticket_count', direction: 'desc' as const }];
    const all = await rowsOf({ dimensions: ['channel'], share: true, orderBy });
    const top = await rowsOf({ dimensions: ['channel'], share: true, orderBy, limit: 1 });
    expect(all.reduce((sum, row) => sum + Number(row.ticket_count_share), 0)).toBeCloseTo(100, 0);
    expect(top[0]).toEqual(all[0]);
  });

  it('divides by the people of the same places in the latest year known', async () => {
    const expected = await read(`select round((count(*) / (select sum(resident) from data_platform.population_stat
      where year = 2024 and district = '南岸区'))::numeric, 1)::float as tickets_per_10k
      from data_platform.ticket where ${may} and district = '南岸区'`);
    const filter = { field: 'district', is: 'eq' as const, values: ['南岸区'] };
    expect(await rowsOf({ metrics: ['tickets_per_10k'], filter })).toEqual(expected);
  });

  it('reads a yearly stock at one year and never adds years up', async () => {
    const expected = await read(`select 2024 as stock_year, round(sum(resident)::numeric, 1)::float as resident
      from data_platform.population_stat where year = 2024`);
    expect(await rowsOf({ subject: 'population', metrics: ['resident'], window: null })).toEqual(expected);
  });

  it('has no row for a year whose stock is not known yet', async () => {
    const window = { from: '2023-01-01', to: '2025-06-15', said: null };
    const orderBy = [{ field: 'time', direction: 'asc' as const }];
    const comparison = { with: 'same_period_last_year' as const };
    const rows = await rowsOf({
      subject: 'population',
      metrics: ['resident'],
      grain: 'year',
      window,
      comparison,
      orderBy,
    });
    expect(rows.map((row) => row.time)).toEqual(['2023', '2024']);
    expect(rows[1]!.resident_base).toBe(rows[0]!.resident);
  });

  it('compares with the average of all rows, not with a mean of ratios', async () => {
    const rows = await rowsOf({
      metrics: ['satisfied_rate'],
      dimensions: ['district'],
      comparison: { with: 'average' },
    });
    const [overall] = await rowsOf({ metrics: ['satisfied_rate'] });
    expect(new Set(rows.map((row) => row.satisfied_rate_base))).toEqual(new Set([overall!.satisfied_rate]));
  });

  it('answers yes or no where a threshold stands on one figure', async () => {
    expect(await rowsOf({ having: { field: 'ticket_count', is: 'gt', values: [1] } })).toMatchObject([{ meets: true }]);
    expect(await rowsOf({ having: { field: 'ticket_count', is: 'gt', values: [1e9] } })).toMatchObject([
      { meets: false },
    ]);
  });

  it('lists rows with times as Chongqing reads them', async () => {
    const [row] = await rowsOf({ kind: 'list', metrics: [], columns: ['number', 'created_at'], limit: 1 });
    expect(row).toMatchObject({ created_at: expect.stringMatching(/^2025-05-31 \d\d:\d\d:\d\d$/) });
  });

  it('runs every sample question of the model', async () => {
    for (const sample of model.subjects.flatMap(({ samples }) => samples)) {
      const parsed = parseDataQuestion(sample, { model, now });
      if (parsed.outcome !== 'plan') throw new Error(`${sample}: ${parsed.text}`);
      const { rows } = await runDataQuery(parsed.plan, { model, engine }, { district: null }, limits);
      expect(rows.length, sample).toBeGreaterThan(0);
    }
  });

  it('stops a question that takes too long, and says so by its code', async () => {
    await expect(engine.run('select pg_sleep(5)', [], { timeoutMs: 50 })).rejects.toMatchObject({
      code: 'data_timeout',
    });
    await expect(engine.run('select 1 as one', [], limits)).resolves.toEqual([{ one: 1 }]);
  });

  it('tells a value that does not fit its column by its code', async () => {
    const filter = { field: 'closed_at', is: 'eq' as const, values: ['昨天'] };
    await expect(run({ filter })).rejects.toMatchObject({ code: 'unsafe_query' });
  });
});
