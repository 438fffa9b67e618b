import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { DemoRow } from './demo-day.ts';

export interface CopyTarget {
  /** Names written in this program, never input. */
  table: string;
  columns: readonly string[];
  /**
   * Writes the rows as settled for good, so that an index alone answers from the first question on. PostgreSQL allows
   * it where the table was emptied in the same transaction.
   */
  freeze?: boolean;
}

/** Streams rows into a table with COPY. */
export async function copyRows(
  client: pg.ClientBase,
  { table, columns, freeze = false }: CopyTarget,
  batches: Iterable<readonly DemoRow[]>,
): Promise<void> {
  const sink = client.query(
    copyFrom(`copy ${table} (${columns.join(', ')}) from stdin${freeze ? ' with (freeze)' : ''}`),
  );
  await pipeline(Readable.from(lines(batches), { objectMode: false }), sink);
}

function* lines(batches: Iterable<readonly DemoRow[]>): Iterable<Buffer> {
  for (const rows of batches) {
    if (rows.length > 0) yield Buffer.from(`${rows.map(toLine).join('\n')}\n`);
  }
}

/** PostgreSQL's text format: tabs between cells, `\N` for null. */
function toLine(row: DemoRow): string {
  return row.map(toCell).join('\t');
}

const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function toCell(value: DemoRow[number]): string {
  if (value === null) return '\\N';
  if (typeof value !== 'string') return String(value);
  // Hardly a text has any of them, and looking is cheaper than replacing.
  return /[\\\t\n\r]/.test(value) ? value.replace(/[\\\t\n\r]/g, (mark) => escapes[mark]!) : value;
}
