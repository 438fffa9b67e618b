import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DataEngine } from '../engines/data-engine.ts';

/**
 * What an opened engine of a test holds: the table `fruit` with the rows of `fruitRows`, in a schema that is searched.
 * `slow` is a statement that would run for many seconds.
 */
export interface EngineUnderTest {
  engine: DataEngine;
  slow: string;
  close(): Promise<void>;
}

/** name, number, whole, yes or no, day, moment; one cell of each kind is empty. */
export const fruitColumns = ['name', 'weight', 'many', 'ripe', 'picked', 'sold_at'] as const;
export const fruitRows = [
  ['枇杷', 1.5, 3, true, '2026-05-01', '2026-05-02 08:00:00'],
  ['脐橙', 2.25, 4, false, '2026-11-20', '2026-11-21 23:59:59'],
  ['柚子', null, null, null, null, null],
] as const;

/** Every engine passes it: see `engines/*.test.ts`. */
export function itBehavesLikeADataEngine(open: () => Promise<EngineUnderTest>): void {
  const limits = { timeoutMs: 5000 };
  let opened: EngineUnderTest;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened?.close());
  const run = (sql: string, params: readonly (string | number | boolean | null)[] = []) =>
    opened.engine.run(sql, params, limits);

  it('gives text, numbers, truths, days, moments and nothing as they are read', async () => {
    const rows = await run('select * from fruit order by many nulls last');
    expect(rows).toEqual(
      fruitRows.map((row) => Object.fromEntries(row.map((cell, index) => [fruitColumns[index], cell]))),
    );
  });

  it('gives counts and sums as numbers', async () => {
    const sql = `select count(*) as n, sum(many) as s, avg(many) as a,
      cast(percentile_cont(0.5) within group (order by weight) filter (where ripe is not null) as double precision) as m
      from fruit`;
    expect(await run(sql)).toEqual([{ n: 3, s: 7, a: 3.5, m: 1.875 }]);
  });

  it('takes values as parameters, whatever they look like', async () => {
    const found = (name: string) => run('select many from fruit where name = $1', [name]);
    expect(await found('脐橙')).toEqual([{ many: 4 }]);
    expect(await found("' or 1 = 1 --")).toEqual([]);
    expect(await run('select name from fruit where many in ($1, $2) and ripe = $3', [3, 4, true])).toEqual([
      { name: '枇杷' },
    ]);
  });

  it('cuts time into days, weeks, months, quarters and years alike', async () => {
    const buckets = ['day', 'week', 'month', 'quarter', 'year'].map(
      (grain) => `cast(date_trunc('${grain}', sold_at) + interval '12 month' as date) as ${grain}s`,
    );
    expect(await run(`select ${buckets.join(', ')} from fruit where many = 4`)).toEqual([
      { days: '2027-11-21', weeks: '2027-11-16', months: '2027-11-01', quarters: '2027-10-01', years: '2027-01-01' },
    ]);
  });

  it('tells a value that does not fit its column', async () => {
    await expect(run('select name from fruit where sold_at = cast($1 as timestamp)', ['昨天'])).rejects.toMatchObject({
      code: 'unsafe_query',
    });
  });

  it('stops a question that takes too long, and answers the next one', async () => {
    await expect(opened.engine.run(opened.slow, [], { timeoutMs: 100 })).rejects.toMatchObject({
      code: 'data_timeout',
    });
    expect(await run('select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('does not begin for somebody who has left', async () => {
    const signal = AbortSignal.abort();
    await expect(opened.engine.run('select 1 as one', [], { ...limits, signal })).rejects.toThrow();
  });

  it('brings no more rows than the desk can hold, and says so', async () => {
    const many = 'select a.name from fruit a, generate_series(1, 10000) as s(i)';
    await expect(run(many)).rejects.toMatchObject({ code: 'data_too_large' });
  });

  it.each([
    "insert into fruit (name) values ('李子')",
    'update fruit set weight = 0',
    'delete from fruit',
    'drop table fruit',
    'create table mine as select * from fruit',
    "copy fruit to '/tmp/fruit.csv'",
    'with gone as (delete from fruit returning *) select * from gone',
    'select 1; delete from fruit',
    'select * into mine from fruit',
  ])('changes nothing, whatever it is given: %s', async (sql) => {
    await expect(run(sql)).rejects.toThrow();
    expect(await run('select count(*) as n from fruit')).toEqual([{ n: fruitRows.length }]);
  });
}
