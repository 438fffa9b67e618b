import { type Kysely, sql } from 'kysely';

/**
 * Documents taken in through the console, and what became here of those that the command line put into the data folder: a
 * row of such a one has no text of its own.
 */
export const keptDocuments = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('kept_document')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('origin', 'text', (column) => column.notNull().check(sql`origin in ('upload', 'folder', 'corpus')`))
      .addColumn('state', 'text', (column) =>
        column.notNull().check(sql`state in ('waiting', 'reading', 'ready', 'failed', 'withdrawn')`),
      )
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('digest', 'text', (column) => column.notNull())
      .addColumn('size', 'integer', (column) => column.notNull())
      .addColumn('bytes', sql`bytea`)
      .addColumn('title', 'text', (column) => column.notNull())
      .addColumn('text', 'text')
      .addColumn('pages', 'jsonb')
      .addColumn('scanned_pages', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('valid_from', 'text')
      .addColumn('valid_to', 'text')
      .addColumn('serves', 'boolean', (column) => column.notNull())
      .addColumn('matters', 'jsonb', (column) => column.notNull().defaultTo(sql`'[]'::jsonb`))
      .addColumn('failure', 'jsonb')
      .addColumn('reason', 'text')
      .addColumn('uploaded_by', 'text', (column) => column.notNull())
      .addColumn('uploaded_at', 'timestamptz', (column) => column.notNull())
      .addColumn('revision', 'integer', (column) => column.notNull().defaultTo(1))
      .execute();
    await db.schema.createIndex('kept_document_by_digest').on('kept_document').column('digest').execute();
    await sql`create trigger kept_document_raises after update on kept_document
      for each row when (old.state in ('ready', 'withdrawn') or new.state in ('ready', 'withdrawn'))
      execute function raise_knowledge_generation()`.execute(db);
    await sql`create trigger kept_document_adds after insert on kept_document
      for each row when (new.state in ('ready', 'withdrawn')) execute function raise_knowledge_generation()`.execute(
      db,
    );
  },
};
