import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Document } from '../search/passage.ts';
import { decodeText } from './decode-text.ts';
import { readDocument } from './read-documents.ts';
import type { ReadFile } from './readers/create-file-reader.ts';
import { withoutPages } from './readers/source-text.ts';
import { toStoredText } from './to-stored-text.ts';

export interface KeptDocument {
  /** `unchanged`: the same bytes from the same place were there already. */
  status: 'ok' | 'unchanged';
  document: Document;
}

export interface DocumentStore {
  /**
   * Keeps a file and forgets what was kept of the same source before. `source` is its absolute path, `today` the day
   * from which it holds when it does not say. Throws an `IngestError` when its bytes are no usable text. What is there
   * already is not read again, so an ingest that was broken off goes on where it was.
   */
  keep(source: string, bytes: Uint8Array, today: string): Promise<KeptDocument>;
}

/** Only what is text already; whoever takes in other files hands in `createDocumentReader()`. */
const readPlainText: ReadFile = async (_, bytes) => withoutPages(decodeText(bytes));

/**
 * Documents taken in from outside, one file each: `<digest of its source>-<digest of its content>.md`. The name tells a
 * changed file from an unchanged one, and a citation of an earlier version never opens a later one.
 */
export function createDocumentStore(folder: string, read: ReadFile = readPlainText): DocumentStore {
  return {
    async keep(source, bytes, today) {
      const prefix = `${digest(source, 12)}-`;
      const name = `${prefix}${digest(bytes, 16)}.md`;
      const file = path.join(folder, name);
      await mkdir(folder, { recursive: true });
      const kept = await readDocument(file, folder).catch(() => null); // not there, or damaged: it is written anew
      if (kept === null) await writeWhole(file, toStoredText(source, await read(source, bytes), today));
      // After the new one is there. What a crash leaves of the old one is swept up by the next ingest of the source.
      await forgetOthers(folder, prefix, name);
      return kept
        ? { status: 'unchanged', document: kept }
        : { status: 'ok', document: await readDocument(file, folder) };
    },
  };
}

/** The first characters of a SHA-256 in hex. Twelve of them for places, sixteen for contents: no two meet by chance. */
function digest(content: string | Uint8Array, length: number): string {
  return createHash('sha256').update(content).digest('hex').slice(0, length);
}

/** Written beside, brought to the disk and then renamed: whoever reads or loses power meets the whole file or none. */
async function writeWhole(file: string, text: string): Promise<void> {
  const temporary = `${file}.${randomUUID()}.tmp`;
  try {
    const handle = await open(temporary, 'wx');
    await handle.writeFile(text).finally(() => handle.sync().finally(() => handle.close()));
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function forgetOthers(folder: string, prefix: string, name: string): Promise<void> {
  const names = await readdir(folder);
  const others = names.filter((other) => other.startsWith(prefix) && other.endsWith('.md') && other !== name);
  await Promise.all(others.map((other) => rm(path.join(folder, other), { force: true })));
}

/** Removes what was kept of a source, named by its absolute path or by the id of its document; how many files that were. */
export async function removeKept(folder: string, source: string): Promise<number> {
  const [, named] = /^document\/([0-9a-f]{12}-[0-9a-f]{16})(?:@|$)/u.exec(source) ?? [];
  const prefix = named === undefined ? `${digest(source, 12)}-` : `${named}.`;
  const names = await readdir(folder).catch(() => []); // nothing was ever taken in
  const kept = names.filter((name) => name.startsWith(prefix) && name.endsWith('.md'));
  await Promise.all(kept.map((name) => rm(path.join(folder, name), { force: true })));
  return kept.length;
}
