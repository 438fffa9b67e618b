import { type Kysely, sql } from 'kysely';

/** Keys of other systems with the nonces they have used, the switch of each surface, and how long things are kept. */
export const access = {
  async up(db: Kysely<unknown>): Promise<void> {
    await createKeys(db);
    await createSettings(db);
  },
};

async function createKeys(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('access_key')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('doors', sql`text[]`, (column) => column.notNull())
    .addColumn('files_tickets', 'boolean', (column) => column.notNull())
    .addColumn('sealed_secret', 'text', (column) => column.notNull())
    .addColumn('created_at', 'timestamptz', (column) => column.notNull())
    .addColumn('created_by', 'text', (column) => column.notNull())
    .addColumn('last_used_at', 'timestamptz')
    .addColumn('revoked_at', 'timestamptz')
    .addColumn('revoked_by', 'text')
    .addColumn('revoked_reason', 'text')
    .execute();
  // No reference to the key: that of the environment has no row and uses nonces all the same.
  await db.schema
    .createTable('access_nonce')
    .addColumn('key_id', 'text', (column) => column.notNull())
    .addColumn('nonce', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'timestamptz', (column) => column.notNull())
    .addPrimaryKeyConstraint('access_nonce_once', ['key_id', 'nonce'])
    .execute();
  await db.schema.createIndex('access_nonce_expiry').on('access_nonce').column('expires_at').execute();
}

/** Only what somebody has changed has a row; everything else stands at its default in the program. */
async function createSettings(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('surface_switch')
    .addColumn('surface', 'text', (column) => column.primaryKey())
    .addColumn('is_on', 'boolean', (column) => column.notNull())
    .addColumn('changed_at', 'timestamptz', (column) => column.notNull())
    .addColumn('changed_by', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('retention_setting')
    .addColumn('kind', 'text', (column) => column.primaryKey())
    .addColumn('days', 'integer', (column) => column.notNull().check(sql`days > 0`))
    .addColumn('changed_at', 'timestamptz', (column) => column.notNull())
    .addColumn('changed_by', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .execute();
}
