import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SemanticModel } from '../../knowledge/index.ts';
import { compile } from './compile.ts';
import type { DataQuery } from './data-query.ts';
import { createRollupStates } from './rollups/rollup-states.ts';
import { runDataQuery } from './run-data-query.ts';
import { dataQuery } from './testing/builders.ts';
import { escapeAttempts } from './testing/escape-attempts.ts';
import { generatedEscapes, hostileNames, hostileStatements } from './testing/generated-escapes.ts';
import { openPlatform, type Platform, readModel } from './testing/platforms.ts';

const now = new Date('2025-06-15T12:00:00+08:00');
const limits = { timeoutMs: 20_000 };
const own = '渝中区';
const engines = ['postgres', 'duckdb'] as const;

describe('the fence around a cadre of one district', () => {
  let model: SemanticModel;
  let whole: Platform;
  /** The same data with the rows of every other district deleted: what the fence has to make of the whole. */
  let alone: Platform;
  beforeAll(async () => {
    model = await readModel();
    whole = await openPlatform(model, now, 0.1);
    alone = await openPlatform(model, now, 0.1, own);
  });
  afterAll(async () => {
    await whole?.close();
    await alone?.close();
  });

  const attempts = () => [...escapeAttempts, ...generatedEscapes(model)];
  const askFenced = (engine: (typeof engines)[number], changes: Partial<DataQuery>) => {
    const source = { model, engine: whole[engine] };
    const rollups = engine === 'postgres' ? createRollupStates(whole.postgres, model) : undefined;
    return runDataQuery(dataQuery(changes), { ...source, rollups }, { district: own }, limits);
  };

  it.each(engines)('brings none of more than two hundred reaches a foreign row, on %s', async (engine) => {
    const all = attempts();
    expect(new Set(all.map(([name]) => name)).size).toBeGreaterThanOrEqual(200);
    let filled = 0;
    for (const [name, changes] of all) {
      const fenced = await askFenced(engine, changes);
      const expected = await runDataQuery(
        dataQuery(changes),
        { model, engine: alone[engine] },
        { district: null },
        limits,
      );
      expect(fenced.rows, name).toEqual(expected.rows);
      expect(fenced.dataAsOf, name).toEqual(expected.dataAsOf);
      filled += fenced.rows.length > 0 ? 1 : 0;
    }
    // A fence that shows nothing at all would pass too.
    expect(filled).toBeGreaterThan(80);
  });

  it.each(engines)('keeps something out: an unfenced question brings many districts, on %s', async (engine) => {
    const { rows } = await runDataQuery(
      dataQuery({ dimensions: ['district'] }),
      { model, engine: whole[engine] },
      { district: null },
      limits,
    );
    expect(rows.length).toBeGreaterThan(30);
    expect((await askFenced(engine, { dimensions: ['district'] })).rows).toHaveLength(1);
  });

  it('turns away every name that the semantic model does not have', () => {
    expect(hostileNames.length).toBeGreaterThan(50);
    for (const [name, changes] of hostileNames)
      for (const dialect of engines)
        expect(() => compile(dataQuery(changes), model, { district: own }, dialect), name).toThrow(
          expect.objectContaining({ code: 'unsafe_query' }),
        );
  });

  it.each(engines)('lets no statement write or look elsewhere, on %s', async (engine) => {
    const count = async () =>
      (
        await whole[engine].run(
          'select count(*) as n, sum(resident) as s from data_platform.population_stat',
          [],
          limits,
        )
      )[0];
    const before = await count();
    for (const sql of hostileStatements)
      await expect(whole[engine].run(sql, [], limits), `${engine}: ${sql}`).rejects.toThrow();
    expect(await count()).toEqual(before);
  });

  it('forgets what a statement set for the session', async () => {
    await whole.postgres.run("select set_config('transaction_read_only', 'off', false)", [], limits).catch(() => {});
    await whole.postgres.run("select set_config('default_transaction_read_only', 'off', false)", [], limits);
    await whole.postgres.run("select set_config('search_path', 'yuwen', false)", [], limits);
    await expect(whole.postgres.run('delete from data_platform.population_stat', [], limits)).rejects.toThrow();
    const [row] = await whole.postgres.run("select current_setting('search_path') as path", [], limits);
    expect(row).toEqual({ path: 'data_platform' });
  });
});
