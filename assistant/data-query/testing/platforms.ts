import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { exportTables } from '../../../channels/data-platform/export-tables.ts';
import { loadDemoData } from '../../../channels/demo-data/load-demo-data.ts';
import type { DeskRecord } from '../../../channels/store/open-record.ts';
import { openTestRecord } from '../../../channels/testing/open-test-record.ts';
import { readSemanticModel, readTaxonomy, type SemanticModel } from '../../../knowledge/index.ts';
import type { DataEngine } from '../engines/data-engine.ts';
import { openDuckDb } from '../engines/open-duckdb.ts';
import { createPostgresEngine } from '../engines/postgres-engine.ts';

const corpus = fileURLToPath(new URL('../../../knowledge/corpus', import.meta.url));

/** What the semantic model's subjects read, as tables that a folder can hold. */
const exported = [
  'ticket',
  'event',
  'service_case',
  'alarm',
  'population_stat',
  'economy',
  'welfare_stat',
  'vital_value',
];
/** The tables behind them that say of each row whose it is. */
const owned = ['demo_ticket', 'demo_event', 'demo_service_case', 'demo_alarm', ...exported.slice(4)];

export interface Platform {
  postgres: DataEngine;
  duckdb: DataEngine;
  record: DeskRecord;
  close(): Promise<void>;
}

export function readModel(): Promise<SemanticModel> {
  return readSemanticModel(corpus);
}

/**
 * The demo platform as it was at `now` (about 100,000 tickets times `scale`) in both databases: the same rows, those of
 * one district alone where `only` names it.
 */
export async function openPlatform(model: SemanticModel, now: Date, scale: number, only?: string): Promise<Platform> {
  const record = await openTestRecord();
  const taxonomy = await readTaxonomy(path.join(corpus, 'complaints'));
  await loadDemoData({ connection: record.connectionOf('yuwen_app'), model, taxonomy, now, scale });
  const folder = await mkdtemp(path.join(tmpdir(), 'yuwen-platform-'));
  const client = new pg.Client(record.connectionOf('yuwen_app'));
  await client.connect();
  if (only !== undefined)
    for (const table of owned) await client.query(`delete from data_platform.${table} where district <> $1`, [only]);
  await exportTables(client, exported, folder);
  await client.end();
  const duckdb = await openDuckDb({ source: folder, schema: 'data_platform' });
  return {
    postgres: createPostgresEngine(record.readerPool),
    duckdb,
    record,
    async close() {
      await duckdb.close();
      await record.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
