import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';

/** Writes tables or views of the data platform as `<name>.csv`, for another engine to read. Names are those of this program. */
export async function exportTables(client: pg.ClientBase, names: readonly string[], folder: string): Promise<void> {
  for (const name of names) {
    const source = client.query(
      copyTo(`copy (select * from data_platform.${name}) to stdout with (format csv, header)`),
    );
    await pipeline(source, createWriteStream(path.join(folder, `${name}.csv`)));
  }
}
