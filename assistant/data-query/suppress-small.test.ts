import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSemanticModel, type SemanticModel } from '../../knowledge/index.ts';
import type { DataQuery } from './data-query.ts';
import { type DuckDbEngine, openDuckDb } from './engines/open-duckdb.ts';
import { explainPlan } from './explain-plan.ts';
import { runDataQuery } from './run-data-query.ts';
import { dataQuery } from './testing/builders.ts';
import { subjectOf } from './write-sql.ts';

const corpus = fileURLToPath(new URL('../../knowledge/corpus', import.meta.url));

/** People helped, by district: in May one district is small, in April two are. */
const helped = {
  '2025-05-01': { 渝中区: 3, 南岸区: 7, 巴南区: 20, 城口县: 0 },
  '2025-04-01': { 渝中区: 4, 南岸区: 2, 巴南区: 19, 城口县: 6 },
};
const csv = Object.entries(helped).flatMap(([month, people]) =>
  Object.entries(people).map(
    ([district, count]) => `${district},${month} 00:00:00,特困供养,0—17岁,${count},${count / 10}`,
  ),
);

describe('figures of few people', () => {
  let model: SemanticModel;
  let folder: string;
  let engine: DuckDbEngine;
  beforeAll(async () => {
    model = await readSemanticModel(corpus);
    folder = await mkdtemp(path.join(tmpdir(), 'yuwen-welfare-'));
    const header = 'district,month,category,age_group,people,amount';
    await writeFile(path.join(folder, 'welfare_stat.csv'), `${[header, ...csv].join('\n')}\n`);
    engine = await openDuckDb({ source: folder, schema: 'data_platform' });
  });
  afterAll(async () => {
    await engine?.close();
    await rm(folder, { recursive: true });
  });

  const run = (changes: Partial<DataQuery>) => {
    const plan = dataQuery({ subject: 'welfare', metrics: ['helped_people'], ...changes });
    return runDataQuery(plan, { model, engine }, { district: null }, { timeoutMs: 5000 });
  };
  const shown = async (changes: Partial<DataQuery>, column = 'helped_people') =>
    Object.fromEntries(
      (await run({ dimensions: ['district'], ...changes })).rows.map((row) => [row.district, row[column]]),
    );
  const april = { from: '2025-04-01', to: '2025-04-30', said: null };

  it('hide the small one and the next larger, so that the rest cannot tell it', async () => {
    expect(await shown({})).toEqual({ 渝中区: null, 南岸区: null, 巴南区: 20, 城口县: 0 });
  });

  it('hide no more than the small ones where there are several', async () => {
    expect(await shown({ window: april })).toEqual({ 渝中区: null, 南岸区: null, 巴南区: 19, 城口县: 6 });
  });

  it('hide what is read from them too: shares, amounts, and changes from or to a small figure', async () => {
    expect(await shown({ share: true }, 'helped_people_share')).toMatchObject({ 渝中区: null, 南岸区: null });
    expect(await shown({ metrics: ['help_amount'] }, 'help_amount')).toEqual({
      渝中区: null,
      南岸区: null,
      巴南区: 2,
      城口县: 0,
    });
    const changed = await shown({ comparison: { with: 'previous_period' } }, 'helped_people_change');
    expect(changed).toEqual({ 渝中区: null, 南岸区: null, 巴南区: 1, 城口县: -6 });
  });

  it('hide a small one that stands alone', async () => {
    const filter = { field: 'district', is: 'eq' as const, values: ['渝中区'] };
    expect((await run({ filter })).rows).toMatchObject([{ helped_people: null }]);
  });

  it('are not found by a threshold, nor by what a cut leaves out', async () => {
    const under = { field: 'helped_people', is: 'lt' as const, values: [5] };
    expect(await shown({ having: under })).toEqual({ 城口县: 0 });
    const top = { share: true, orderBy: [{ field: 'helped_people', direction: 'desc' as const }], limit: 3 };
    expect(Object.values(await shown(top)).filter((value) => value === null)).toHaveLength(1);
  });

  it('are counted and told, and leave no trace in the rows', async () => {
    const result = await run({ dimensions: ['district'] });
    expect(result.hidden).toBe(2);
    expect(Object.keys(result.rows[0]!)).toEqual(['district', 'stock_year', 'helped_people']);
    const plan = dataQuery({ subject: 'welfare', metrics: ['helped_people'], dimensions: ['district'] });
    expect(explainPlan(plan, subjectOf(model, 'welfare'), model, result, '全市').join('')).toContain('有2个数没有显示');
  });

  it('are shown as they are where the model protects nobody', async () => {
    const open = structuredClone(model);
    for (const metric of subjectOf(open, 'welfare').metrics) delete metric.suppress;
    const plan = dataQuery({ subject: 'welfare', metrics: ['helped_people'], dimensions: ['district'] });
    const { rows, hidden } = await runDataQuery(plan, { model: open, engine }, { district: null }, { timeoutMs: 5000 });
    expect(rows.map((row) => row.helped_people).toSorted()).toEqual([0, 20, 3, 7]);
    expect(hidden).toBe(0);
  });
});
