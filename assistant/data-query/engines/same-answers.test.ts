import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SemanticModel } from '../../../knowledge/index.ts';
import type { DataQuery } from '../data-query.ts';
import { parseDataQuestion } from '../parse-data-question.ts';
import { runDataQuery } from '../run-data-query.ts';
import { openPlatform, type Platform, readModel } from '../testing/platforms.ts';
import { randomPlans } from '../testing/random-plans.ts';

const now = new Date('2025-06-15T12:00:00+08:00');
const limits = { timeoutMs: 20_000 };

describe('DuckDB and PostgreSQL', () => {
  let model: SemanticModel;
  let platform: Platform;
  beforeAll(async () => {
    model = await readModel();
    platform = await openPlatform(model, now, 0.1);
  });
  afterAll(() => platform?.close());

  const answers = async (plan: DataQuery, district: string | null) => {
    const [postgres, duckdb] = await Promise.all(
      [platform.postgres, platform.duckdb].map((engine) => runDataQuery(plan, { model, engine }, { district }, limits)),
    );
    return { postgres: said(postgres!), duckdb: said(duckdb!) };
  };
  const said = ({ rows, isCut, hidden, dataAsOf, compiled }: Awaited<ReturnType<typeof runDataQuery>>) => ({
    rows,
    isCut,
    hidden,
    dataAsOf,
    columns: compiled.columns,
  });

  it('give the same answer to every sample question of the model', async () => {
    const questions = model.subjects.flatMap(({ samples }) => samples);
    let filled = 0;
    for (const question of questions) {
      const parsed = parseDataQuestion(question, { model, now });
      if (parsed.outcome !== 'plan') throw new Error(`${question}: ${parsed.text}`);
      const { postgres, duckdb } = await answers(parsed.plan, null);
      expect(duckdb, question).toEqual(postgres);
      filled += postgres.rows.length > 0 ? 1 : 0;
    }
    expect(filled).toBeGreaterThan(15);
  });

  it('give the same answer to plans of every form over every subject, for the city and for one district', async () => {
    const subjects = model.subjects.map(({ name }) => name);
    let filled = 0;
    for (const [index, plan] of randomPlans(300, { model, subjects, today: '2025-06-15', seed: 11 }).entries()) {
      const { postgres, duckdb } = await answers(plan, index % 3 === 0 ? '渝中区' : null);
      expect(duckdb, JSON.stringify(plan)).toEqual(postgres);
      filled += postgres.rows.length > 0 ? 1 : 0;
    }
    expect(filled).toBeGreaterThan(150);
  });

  it.each<[string, Partial<DataQuery>]>([
    ['a list, the newest first', { columns: ['number', 'created_at', 'district', 'category'], limit: 40 }],
    [
      'a list in an order',
      { columns: ['number', 'due_at'], orderBy: [{ field: 'due_at', direction: 'asc' }], limit: 40 },
    ],
    ['what is shown once', { columns: ['district', 'channel'], distinct: true }],
    [
      'rows by their rank in each group',
      {
        columns: ['district', 'number', 'due_at'],
        orderBy: [
          { field: 'due_at', direction: 'desc' },
          { field: 'number', direction: 'asc' },
        ],
        pick: { per: ['district'], among: null },
        limit: 2,
      },
    ],
    [
      'rows found by a part of a name',
      {
        columns: ['number', 'owner_unit'],
        filter: { field: 'owner_unit', is: 'contains', values: ['住房'] },
        limit: 40,
      },
    ],
  ])('give the same %s', async (_, changes) => {
    const [plan] = randomPlans(1, { model, subjects: ['ticket'], today: '2025-06-15', seed: 1 });
    const list: DataQuery = {
      ...plan!,
      kind: 'list', metrics: [], dimensions: [], grain: null, comparison: null, share: false, having: null, orderBy: [],
      filter: null, limit: null, window: { from: '2025-05-01', to: '2025-06-15', said: null },
      ...changes,
    }; // biome-ignore format: a plan, one glance
    const { postgres, duckdb } = await answers(list, null);
    const inAnyOrder = (rows: unknown[]) => rows.map((row) => JSON.stringify(row)).toSorted();
    const isOrdered = !list.distinct;
    expect(isOrdered ? duckdb.rows : inAnyOrder(duckdb.rows)).toEqual(
      isOrdered ? postgres.rows : inAnyOrder(postgres.rows),
    );
    expect(postgres.rows.length).toBeGreaterThan(20);
  });
});
