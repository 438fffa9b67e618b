import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { openEmbeddedServer } from './embedded-server.ts';
import { type Listening, listen } from './listen.ts';
import { migrate } from './migrate.ts';
import type { ReadyServer } from './ready-server.ts';
import type { DatabaseRole } from './roles.ts';
import type { Database } from './schema.ts';
import { openServerOfOnesOwn } from './server-of-ones-own.ts';

/** The desk's durable record. Named so because `Record` is a word of TypeScript. */
export interface DeskRecord {
  /** Reads and writes, as yuwen_app; it cannot change the shape of a table. */
  readonly db: Kysely<Database>;
  /** For data questions, as yuwen_reader: SELECT in the schema data_platform, nothing else, ten seconds at most. */
  readonly readerPool: pg.Pool;
  /** Calls back when somebody notifies the channel, from whichever desk. A wake-up only: some may be lost. */
  listen(channel: string, onNotify: (payload: string) => void): Listening;
  /** How each role connects, for `doctor` and for tests. */
  connectionOf(role: DatabaseRole): pg.PoolConfig;
  /** One phrase for people: which PostgreSQL, where. */
  readonly description: string;
  close(): Promise<void>;
}

export interface RecordOptions {
  readonly dataFolder: string;
  /** A PostgreSQL server of one's own; without it the embedded one in the data folder. */
  readonly databaseUrl?: string | undefined;
  /** Told, in one sentence each, what a person who starts the desk should know. */
  notice(text: string): void;
}

export async function openRecord(options: RecordOptions): Promise<DeskRecord> {
  const server = options.databaseUrl
    ? await openServerOfOnesOwn(options.databaseUrl)
    : await openEmbeddedServer(options.dataFolder, options.notice);
  try {
    await migrate(server.connectionOf('yuwen_owner'));
    return connect(server, options.notice);
  } catch (cause) {
    await server.close();
    throw cause;
  }
}

/**
 * Small on purpose: 60 connections have to do for several desks on one folder, and a waiting query costs little. On two
 * cores six filed more complaints a second than four, eight, twelve or sixteen (`yuwen bench tickets`).
 */
const appConnections = 6;
const readerConnections = 4;

export function connect(server: ReadyServer, notice: (text: string) => void): DeskRecord {
  const appPool = openPool({ ...server.connectionOf('yuwen_app'), max: appConnections }, notice);
  const readerPool = openPool({ ...server.connectionOf('yuwen_reader'), max: readerConnections }, notice);
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool: appPool }) });
  return {
    db,
    readerPool,
    listen: (channel, onNotify) => listen(server.connectionOf('yuwen_app'), channel, onNotify),
    connectionOf: server.connectionOf,
    description: server.description,
    async close() {
      await Promise.all([db.destroy(), readerPool.end()]);
      await server.close();
    },
  };
}

/** An idle connection that breaks is replaced by the pool; without a listener Node would end the process over it. */
function openPool(config: pg.PoolConfig, notice: (text: string) => void): pg.Pool {
  const pool = new pg.Pool(config);
  pool.on('error', (error) => notice(`A database connection was lost and will be replaced: ${error.message}`));
  return pool;
}
