import type pg from 'pg';
import type { DatabaseRole } from './roles.ts';

/** A server that stands and in which the three roles can log in and the two schemas exist. */
export interface ReadyServer {
  connectionOf(role: DatabaseRole): pg.PoolConfig;
  readonly description: string;
  close(): Promise<void>;
}
