import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { DemoRow } from './demo-day.ts';

/** Streams rows into a table with COPY. `table` and `columns` are names written in this program, never input. */
export async function copyRows(
  client: pg.ClientBase,
  table: string,
  columns: readonly string[],
  batches: Iterable<readonly DemoRow[]>,
): Promise<void> {
  const sink = client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`));
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
  return String(value).replace(/[\\\t\n\r]/g, (mark) => escapes[mark]!);
}
