import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** A transcript's path, or those of every transcript in a folder, by name. */
export async function transcriptFiles(fileOrFolder: string): Promise<string[]> {
  if (!(await stat(fileOrFolder)).isDirectory()) return [fileOrFolder];
  const names = await readdir(fileOrFolder);
  return names
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => path.join(fileOrFolder, name));
}

/** Where our own transcripts lie, below the project's folder. */
export const ownTranscripts = 'channels/hotline/transcripts';
