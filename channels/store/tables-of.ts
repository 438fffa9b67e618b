import type { Kysely } from 'kysely';
import type { DeskRecord } from './open-record.ts';
import type { Database } from './schema.ts';

/** A feature's store is handed the record as its own tables: the rest of the schema is none of its business. */
export function tablesOf<Tables extends Partial<Database>>({ db }: Pick<DeskRecord, 'db'>): Kysely<Tables> {
  return db as unknown as Kysely<Tables>;
}
