import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDemoData } from '../../../channels/demo-data/load-demo-data.ts';
import type { DeskRecord } from '../../../channels/store/open-record.ts';
import { openTestRecord } from '../../../channels/testing/open-test-record.ts';
import { readSemanticModel, readTaxonomy, type SemanticModel } from '../../../knowledge/index.ts';
import type { DataQuery } from '../data-query.ts';
import type { DataEngine } from '../engines/data-engine.ts';
import { createPostgresEngine } from '../engines/postgres-engine.ts';
import { runDataQuery } from '../run-data-query.ts';
import { dataQuery } from '../testing/builders.ts';
import { randomPlans } from '../testing/random-plans.ts';
import { createRollupStates, type RollupStates } from './rollup-states.ts';

const corpus = fileURLToPath(new URL('../../../knowledge/corpus', import.meta.url));
const limits = { timeoutMs: 20_000 };
const subjects = ['ticket', 'event', 'service_case', 'alarm'];

describe('roll-ups', () => {
  let record: DeskRecord;
  let model: SemanticModel;
  let engine: DataEngine;
  let rollups: RollupStates;

  beforeAll(async () => {
    record = await openTestRecord();
    model = await readSemanticModel(corpus);
    const taxonomy = await readTaxonomy(`${corpus}/complaints`);
    const connection = record.connectionOf('yuwen_app');
    // Twice, so that the second time adds to what is there.
    for (const day of ['2025-05-20', '2025-06-15'])
      await loadDemoData({ connection, model, taxonomy, now: new Date(`${day}T12:00:00+08:00`), scale: 0.1 });
    engine = createPostgresEngine(record.readerPool);
    rollups = createRollupStates(engine, model);
  });
  afterAll(() => record?.close());

  const run = (plan: DataQuery, district: string | null = null, states: RollupStates | undefined = rollups) =>
    runDataQuery(plan, { model, engine, rollups: states }, { district }, limits);

  it('give what the base tables give, over plans of every form and for a cadre of one district', async () => {
    const used = new Set<string>();
    for (const [index, plan] of randomPlans(400, { model, subjects, today: '2025-06-15', seed: 7 }).entries()) {
      const district = index % 4 === 0 ? '渝中区' : null;
      const rolled = await run(plan, district);
      const base = await runDataQuery(plan, { model, engine }, { district }, limits);
      expect(rolled.rows, JSON.stringify(plan)).toEqual(base.rows);
      if (rolled.compiled.rollup) used.add(`${rolled.compiled.rollup.name} ${district ?? ''}`);
    }
    // Otherwise the plans would prove nothing.
    expect([...used].filter((name) => name.endsWith('渝中区')).length).toBeGreaterThan(3);
    expect(used.size).toBeGreaterThan(12);
  });

  it('hold settled rows only, once each', async () => {
    const [counted] = await engine.run(
      `select (select sum(ticket_count__over) from data_platform.ticket_by_day) as rolled,
        (select count(*) from data_platform.ticket where settled_at <= timestamp '2025-06-15 12:00:00') as settled,
        (select count(*) from data_platform.ticket) as everything`,
      [],
      limits,
    );
    expect(counted!.rolled).toBe(counted!.settled);
    expect(Number(counted!.everything)).toBeGreaterThan(Number(counted!.settled));
  });

  it('leave a ticket of the desk in the answer from the moment it is filed', async () => {
    const plan = dataQuery({ window: { from: '2025-06-01', to: '2025-06-15', said: null }, dimensions: ['district'] });
    const before = (await run(plan)).rows.find((row) => row.district === '渝中区');
    await record.db
      .insertInto('ticket')
      .values({
        number: '20250614-000001', source_message_id: 'm1', conversation_id: null, channel: 'web', status: 'assigned',
        purpose: '投诉', category_code: 'C05.02', category_name: '社会生活噪声', category_group: '生态环境', urgency: 'U3',
        title: '半夜放歌', content: '半夜放歌', district: '渝中区', street: null, place_detail: null,
        owner_unit: '渝中区公安分局', co_units: '[]', tier: 'district', draft: '{}', secret_hash: 'x',
        filed_at: new Date('2025-06-14T00:30:00+08:00'), first_response_due_at: new Date('2025-06-14T04:30:00+08:00'),
        due_at: new Date('2025-06-21T00:30:00+08:00'), closed_at: null, version: 1,
      } as never) // biome-ignore format: one ticket, one glance
      .execute();
    const after = await run(plan);
    expect(after.compiled.rollup?.name).toBe('ticket_by_month');
    expect(after.rows.find((row) => row.district === '渝中区')).toEqual({
      district: '渝中区',
      ticket_count: Number(before!.ticket_count) + 1,
    });
  });

  it.each<[string, Partial<DataQuery>]>([
    ['a median', { metrics: ['handling_hours_median'] }],
    ['a dimension that is in none', { dimensions: ['street'] }],
    ['a filter that is in none', { filter: { field: 'owner_unit', is: 'contains', values: ['城管'] } }],
    [
      'days in a month, by a dimension that is kept by months',
      { dimensions: ['purpose'], window: { from: '2025-05-03', to: '2025-05-20', said: null } },
    ],
    ['a list', { kind: 'list', metrics: [], columns: ['number'], limit: 1 }],
  ])('leave %s to the base table', async (_, changes) => {
    expect((await run(dataQuery(changes))).compiled.rollup).toBeNull();
  });

  it('are read again from the base table when they moved on during the question', async () => {
    const [stale] = (await rollups.again(limits)).filter(({ name }) => name === 'ticket_by_month');
    const behind: RollupStates = {
      known: async () => [{ ...stale!, settledTo: '2025-05-20 12:00:00' }],
      again: rollups.again,
    };
    const { compiled, rows } = await run(dataQuery({}), null, behind);
    expect(compiled.rollup).toBeNull();
    expect(rows).toEqual((await runDataQuery(dataQuery({}), { model, engine }, { district: null }, limits)).rows);
  });

  it('are none when the model defines them otherwise', async () => {
    const changed = {
      ...model,
      subjects: model.subjects.map((subject) => ({
        ...subject,
        source: subject.source,
        rollups: subject.rollups?.map((rollup) => ({ ...rollup, metrics: [] })),
      })),
    };
    expect(await createRollupStates(engine, changed).again(limits)).toEqual([]);
  });
});
