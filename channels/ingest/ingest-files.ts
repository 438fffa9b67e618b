import { type DocumentStore, IngestError, type IngestErrorCode } from '../../knowledge/index.ts';
import { readFileBytes } from './read-file-bytes.ts';

/** What became of one file. */
export type IngestedFile =
  | { path: string; status: 'ok' | 'unchanged'; docId: string; title: string; validFrom: string; passages: number }
  | { path: string; status: 'failed'; code: IngestErrorCode; message: string };

export interface IngestFilesOptions {
  store: DocumentStore;
  /** The day from which a document holds that names none, `2026-01-31`. */
  today: string;
  /** Called after each file with how many are done. */
  onProgress?: (done: number) => void;
}

/** Takes files in one after the other. One that cannot be used is reported and costs the others nothing. */
export async function ingestFiles(files: readonly string[], options: IngestFilesOptions): Promise<IngestedFile[]> {
  const ingested: IngestedFile[] = [];
  for (const file of files) {
    ingested.push(await ingestFile(file, options));
    options.onProgress?.(ingested.length);
  }
  return ingested;
}

async function ingestFile(path: string, { store, today }: IngestFilesOptions): Promise<IngestedFile> {
  try {
    const { status, document } = await store.keep(path, await readFileBytes(path), today);
    const { id: docId, title, validFrom, passages } = document;
    return { path, status, docId, title, validFrom, passages: passages.length };
  } catch (error) {
    // A full disk or a data folder that cannot be written is no property of the file: it ends the command.
    if (!(error instanceof IngestError)) throw error;
    return { path, status: 'failed', code: error.code, message: error.message };
  }
}
