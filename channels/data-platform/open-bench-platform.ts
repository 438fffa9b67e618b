import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { createPostgresEngine, createRollupStates, openDuckDb } from '../../assistant/index.ts';
import type { DataContender } from '../../evals/index.ts';
import { readSemanticModel, readTaxonomy, type SemanticModel } from '../../knowledge/index.ts';
import { loadDemoData } from '../demo-data/load-demo-data.ts';
import { type DeskRecord, openRecord } from '../store/open-record.ts';
import { exportTables } from './export-tables.ts';
import { forgetRollups, refreshRollups } from './refresh-rollups.ts';

export interface BenchPlatform {
  model: SemanticModel;
  /** As many as there are in truth. */
  tickets: number;
  contenders: DataContender[];
  /** Seconds that the pieces took to make, by what they are. */
  madeIn: Record<string, number>;
  close(): Promise<void>;
}

export interface OpenBenchPlatformOptions {
  corpusFolder: string;
  /** About as many tickets are made; above `mostGenerated` the same ones again, shifted by minutes. */
  rows: number;
  now: Date;
  notice(text: string): void;
}

const mostGenerated = 1_000_000;
/** What one unit of the generator's scale makes. */
const rowsPerScale = 100_000;

/** The demo platform in a PostgreSQL of its own and in DuckDB, in a temporary folder that `close` removes. */
export async function openBenchPlatform({
  corpusFolder,
  rows,
  now,
  notice,
}: OpenBenchPlatformOptions): Promise<BenchPlatform> {
  const folder = await mkdtemp(path.join(tmpdir(), 'yuwen-bench-data-'));
  const model = await readSemanticModel(corpusFolder);
  const record = await openRecord({ dataFolder: path.join(folder, 'record'), notice: () => {} });
  const madeIn: Record<string, number> = {};
  const step = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    notice(name);
    const startedAt = performance.now();
    const made = await work();
    madeIn[name] = Math.round(performance.now() - startedAt) / 1000;
    return made;
  };
  const taxonomy = await readTaxonomy(path.join(corpusFolder, 'complaints'));
  const scale = Math.min(rows, mostGenerated) / rowsPerScale;
  const connection = record.connectionOf('yuwen_app');
  await step('装入演示数据 load', () => loadDemoData({ connection, model, taxonomy, now, scale }));
  if (rows > mostGenerated)
    await step('复制到更多行 multiply', () => multiply(record, model, Math.round(rows / mostGenerated)));
  const csv = path.join(folder, 'tables');
  await mkdir(csv);
  await step('导出 export', () => withClient(connection, (client) => exportTables(client, ['ticket'], csv)));
  const duckdb = await step('读入 DuckDB load', () =>
    openDuckDb({ source: csv, schema: 'data_platform', memoryMb: 4096 }),
  );
  const postgres = createPostgresEngine(record.readerPool);
  const counted = await postgres.run('select count(*) as tickets from data_platform.ticket', [], { timeoutMs: 60_000 });
  return {
    model,
    tickets: Number(counted[0]?.tickets),
    contenders: [
      { name: 'PostgreSQL', engine: postgres, rollups: createRollupStates(postgres, model) },
      { name: 'DuckDB', engine: duckdb },
    ],
    madeIn,
    async close() {
      await duckdb.close();
      await record.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** More rows than it pays to draw: those that are there once more, `times` over, each copy some minutes earlier. */
async function multiply(record: DeskRecord, model: SemanticModel, times: number): Promise<void> {
  const shifted = (column: string) => `${column} - make_interval(mins => copy)`;
  const moments = ['created_at', 'dispatched_at', 'first_contact_at', 'due_at', 'closed_at'];
  const kept = [
    'channel', 'purpose', 'category_code', 'category', 'category_group', 'urgency', 'district', 'street', 'owner_unit',
    'return_count', 'is_repeat', 'is_group', 'contacted', 'solved', 'satisfied',
  ]; // biome-ignore format: a list
  await withClient(record.connectionOf('yuwen_owner'), async (client) => {
    await client.query(
      `insert into data_platform.demo_ticket (id, ${[...moments, ...kept].join(', ')})
       select id + copy * 100000000000, ${[...moments.map(shifted), ...kept].join(', ')}
       from data_platform.demo_ticket, generate_series(1, $1) as copies(copy)`,
      [times - 1],
    );
    await client.query('vacuum analyze data_platform.demo_ticket');
  });
  await withClient(record.connectionOf('yuwen_app'), async (client) => {
    const { rows } = await client.query<{ value: string }>("select value from data_platform.about where key = 'to'");
    await forgetRollups(client);
    await refreshRollups(client, model, rows[0]!.value);
  });
}

async function withClient<T>(connection: pg.PoolConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ ...connection, statement_timeout: 0 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
