import pg from 'pg';
import type { SemanticModel, Taxonomy } from '../../knowledge/index.ts';
import { copyRows } from './copy-rows.ts';
import { demoAlarms } from './demo-alarms.ts';
import { type DayOfRows, type DemoRow, localTime } from './demo-day.ts';
import { demoEvents } from './demo-events.ts';
import { demoPopulation, populationColumns } from './demo-population.ts';
import { demoServiceCases } from './demo-service-cases.ts';
import { demoTickets } from './demo-tickets.ts';
import { createDemoWorld, type DemoWorld, demoSeed } from './demo-world.ts';

export interface LoadDemoDataOptions {
  /** As a role that may write the schema `data_platform`: yuwen_app. */
  connection: pg.ClientConfig;
  model: SemanticModel;
  taxonomy: Taxonomy;
  now: Date;
  /** 1 is some 100,000 tickets in three years, 10 a million. */
  scale?: number;
  onProgress?(progress: { table: string; daysDone: number; daysTotal: number }): void;
}

export interface LoadedDemoData {
  /** `loaded` from nothing, `topped_up` by the days since, `current` when there was nothing to add. */
  outcome: 'loaded' | 'topped_up' | 'current';
  rows: number;
  from: string;
  to: string;
  elapsedMs: number;
}

const tables: readonly DayOfRows[] = [demoTickets, demoEvents, demoServiceCases, demoAlarms];

/** One at a time, so that two desks on one folder do not both fill it. Any number. */
const loadingLock = 1_236_010;
const months = 36;

/**
 * Fills the demo platform with synthetic rows up to `now`, in one transaction. A day's rows depend on the seed and the
 * day only, so a later start adds just what has happened since. Another scale starts over.
 */
export async function loadDemoData(options: LoadDemoDataOptions): Promise<LoadedDemoData> {
  const startedMs = Date.now();
  const client = new pg.Client(options.connection);
  await client.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [loadingLock]);
    const loaded = await fill(client, options);
    await client.query('commit');
    return { ...loaded, elapsedMs: Date.now() - startedMs };
  } finally {
    // Ending the connection rolls back what was not committed.
    await client.end();
  }
}

async function fill(client: pg.Client, options: LoadDemoDataOptions): Promise<Omit<LoadedDemoData, 'elapsedMs'>> {
  const { now, scale = 1 } = options;
  const to = localTime(now.getTime() + 8 * 3_600_000);
  const about = await readAbout(client);
  const sameScale = about.scale === String(scale) && about.seed === demoSeed;
  if (sameScale && about.to && about.to >= to) return { outcome: 'current', rows: 0, from: about.from!, to: about.to };
  if (!sameScale) await empty(client);
  const from = (sameScale && about.from) || firstDay(to);
  const after = (sameScale && about.to) || '';
  const world = createDemoWorld(options.model, options.taxonomy);
  const rows = await copyTables(client, { world, scale, from, after, to, ...options });
  await copyPopulation(client, Number(from.slice(0, 4)) - 1, Number(to.slice(0, 4)), world);
  await writeAbout(client, { 说明: options.model.about, seed: demoSeed, scale: String(scale), from, to });
  return { outcome: after ? 'topped_up' : 'loaded', rows, from, to };
}

interface Span extends LoadDemoDataOptions {
  world: DemoWorld;
  scale: number;
  /** The first day. */
  from: string;
  /** Rows up to this local time are there already. */
  after: string;
  to: string;
}

async function copyTables(client: pg.Client, span: Span): Promise<number> {
  let rows = 0;
  const count = (batch: DemoRow[]) => {
    rows += batch.length;
    return batch;
  };
  for (const table of tables) await copyRows(client, table.table, table.columns, batchesOf(table, span, count));
  return rows;
}

function* batchesOf(table: DayOfRows, span: Span, count: (rows: DemoRow[]) => DemoRow[]): Iterable<DemoRow[]> {
  const days = daysFrom((span.after || span.from).slice(0, 10), span.to.slice(0, 10));
  for (const [index, day] of days.entries()) {
    const isNew = (row: DemoRow) =>
      String(row[table.timeColumn]) > span.after && String(row[table.timeColumn]) <= span.to;
    yield count(table.rowsOn(day, span.scale, span.world).filter(isNew));
    span.onProgress?.({ table: table.table, daysDone: index + 1, daysTotal: days.length });
  }
}

async function copyPopulation(client: pg.Client, first: number, last: number, world: DemoWorld): Promise<void> {
  await client.query('delete from data_platform.population_stat');
  // The year that is under way has no year-end figure yet.
  await copyRows(client, 'data_platform.population_stat', populationColumns, [demoPopulation(first, last - 1, world)]);
}

async function readAbout(client: pg.Client): Promise<Record<string, string | undefined>> {
  const { rows } = await client.query<{ key: string; value: string }>('select key, value from data_platform.about');
  return Object.fromEntries(rows.map(({ key, value }) => [key, value]));
}

async function writeAbout(client: pg.Client, facts: Record<string, string>): Promise<void> {
  for (const [key, value] of Object.entries(facts)) {
    await client.query(
      'insert into data_platform.about (key, value) values ($1, $2) on conflict (key) do update set value = excluded.value',
      [key, value],
    );
  }
}

async function empty(client: pg.Client): Promise<void> {
  for (const { table } of tables) await client.query(`delete from ${table}`);
}

/** The first of the month three years ago, so that every month shown has its month of the year before. */
function firstDay(to: string): string {
  const [year = 0, month = 0] = to.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 - months, 1)).toISOString().slice(0, 10);
}

function daysFrom(first: string, last: string): string[] {
  const days: string[] = [];
  for (let ms = Date.parse(first); ms <= Date.parse(last); ms += 86_400_000) {
    days.push(new Date(ms).toISOString().slice(0, 10));
  }
  return days;
}
