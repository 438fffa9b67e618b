import pg from 'pg';
import type { SemanticModel, Taxonomy } from '../../knowledge/index.ts';
import { forgetRollups, refreshRollups } from '../data-platform/refresh-rollups.ts';
import { copyRows } from './copy-rows.ts';
import { demoAlarms } from './demo-alarms.ts';
import { type DayOfRows, type DemoRow, localTime } from './demo-day.ts';
import { demoEconomy, economyColumns } from './demo-economy.ts';
import { demoEvents } from './demo-events.ts';
import { demoPopulation, populationColumns } from './demo-population.ts';
import { demoServiceCases } from './demo-service-cases.ts';
import { demoTickets } from './demo-tickets.ts';
import { demoVitalSigns } from './demo-vital-signs.ts';
import { demoWelfare, welfareColumns } from './demo-welfare.ts';
import { createDemoWorld, type DemoWorld, demoSeed } from './demo-world.ts';

export interface LoadDemoDataOptions {
  /** As a role that may write the schema `data_platform`: yuwen_app. */
  connection: pg.ClientConfig;
  model: SemanticModel;
  taxonomy: Taxonomy;
  now: Date;
  /** 1 is some 100,000 tickets in three years, 10 a million; without it what is there is kept, or 1 made. */
  scale?: number | undefined;
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

const tables: readonly DayOfRows[] = [demoTickets, demoEvents, demoServiceCases, demoAlarms, demoVitalSigns];

/** 100,000 tickets at a first start, a million where it is asked for. */
export const demoScales = { standard: 1, full: 10 } as const;

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
  const { now } = options;
  const to = localTime(now.getTime() + 8 * 3_600_000);
  const about = await readAbout(client);
  const scale = options.scale ?? Number(about.scale ?? demoScales.standard);
  const sameScale = about.scale === String(scale) && about.seed === demoSeed;
  if (sameScale && about.to && about.to >= to) {
    await refreshRollups(client, options.model, about.to);
    return { outcome: 'current', rows: 0, from: about.from!, to: about.to };
  }
  if (!sameScale) await empty(client);
  const from = (sameScale && about.from) || firstDay(to);
  const after = (sameScale && about.to) || '';
  const world = createDemoWorld(options.model, options.taxonomy);
  const rows = await copyTables(client, { ...options, world, scale, from, after, to });
  const figures = await copyFigures(client, { from, to, world });
  // Without it the first questions are planned by guesses; the server's own round comes minutes later.
  await client.query('select data_platform.learn_statistics()');
  await refreshRollups(client, options.model, to);
  await writeAbout(client, { 说明: options.model.about, seed: demoSeed, scale: String(scale), from, to });
  return { outcome: after ? 'topped_up' : 'loaded', rows: rows + figures, from, to };
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
  const freeze = span.after === '';
  for (const { table, columns, ...day } of tables)
    await copyRows(client, { table, columns, freeze }, batchesOf({ table, columns, ...day }, span, count));
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

/** Figures that offices report for a year, a quarter, a month: few rows, made anew each time. */
async function copyFigures(client: pg.Client, { from, to, world }: Pick<Span, 'from' | 'to' | 'world'>) {
  const [firstYear, thisYear] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  const figures = [
    // The year that is under way has no year-end figure yet.
    { name: 'population_stat', columns: populationColumns, rows: demoPopulation(firstYear - 1, thisYear - 1, world) },
    { name: 'economy', columns: economyColumns, rows: demoEconomy(from, to, world) },
    { name: 'welfare_stat', columns: welfareColumns, rows: demoWelfare(from, to, world) },
  ];
  for (const { name, columns, rows } of figures) {
    await client.query(`delete from data_platform.${name}`);
    await copyRows(client, { table: `data_platform.${name}`, columns }, [rows]);
  }
  return figures.reduce((sum, { rows }) => sum + rows.length, 0);
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
  await client.query(`truncate ${tables.map(({ table }) => table).join(', ')}`);
  await forgetRollups(client);
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
