import { Kysely, Migrator, PostgresDialect } from 'kysely';
import pg from 'pg';
import { migrations } from './migrations/migration-list.ts';
import { RecordError } from './record-error.ts';

/**
 * Brings the record to the shape this desk knows, as the owner. Kysely's migrator does it in one transaction and holds an
 * advisory lock of PostgreSQL meanwhile, so of desks that start together one migrates and the others wait and find it done.
 */
export async function migrate(owner: pg.PoolConfig): Promise<void> {
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: new pg.Pool({ ...owner, max: 1 }) }) });
  try {
    const migrator = new Migrator({
      db,
      provider: { getMigrations: async () => migrations },
      migrationTableSchema: 'yuwen',
      // Steps are written side by side by several people; a lower number may arrive later.
      allowUnorderedMigrations: true,
    });
    const { error } = await migrator.migrateToLatest();
    if (error) throw migrationFailed(error);
  } finally {
    await db.destroy();
  }
}

function migrationFailed(cause: unknown) {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const advice = reason.includes('corrupted migrations')
    ? 'A newer desk has used this record already: start that version.'
    : 'Nothing was changed.';
  return new RecordError('migration_failed', `The record could not be brought up to date: ${reason}. ${advice}`, {
    cause,
  });
}
