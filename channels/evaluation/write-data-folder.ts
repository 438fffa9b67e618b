import { appendFile, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSetLine } from './data-set-store.ts';

export interface DataFolder {
  folder: string;
  dispose(): Promise<void>;
}

/** The file of a suite's data that a case is a line of. */
export function fileOf(suite: string, split: DataSetLine['split']): string {
  if (suite === 'classification') return split === 'train' ? 'train.jsonl' : 'test.jsonl';
  return 'cases.jsonl';
}

/**
 * Lines as a folder that a suite can be run on, named as the run's data should be named. With `own`, the suite's own set
 * is copied there first; without it a classifier still learns from the own training lines unless there are others.
 */
export async function writeDataFolder(
  { suite, name, own, ownFolder }: { suite: string; name: string; own: boolean; ownFolder: string },
  lines: readonly DataSetLine[],
): Promise<DataFolder> {
  const parent = await mkdtemp(join(tmpdir(), 'yuwen-data-set-'));
  const folder = join(parent, name);
  await mkdir(folder);
  if (own) await cp(ownFolder, folder, { recursive: true });
  else if (suite === 'classification' && !lines.some(({ split }) => split === 'train'))
    await cp(join(ownFolder, 'train.jsonl'), join(folder, 'train.jsonl'));
  for (const line of lines) await appendLine(join(folder, fileOf(suite, line.split)), line.body);
  return { folder, dispose: () => rm(parent, { recursive: true, force: true }) };
}

/** A file of one line, to have the suite itself say whether it can use it. */
export async function writeOneLine(suite: string, body: Record<string, unknown>, folder: string): Promise<void> {
  await writeFile(join(folder, fileOf(suite, 'test')), `${JSON.stringify(body)}\n`);
}

// The own file may end without a line break; an empty line in between is skipped by every reader.
const appendLine = (file: string, body: Record<string, unknown>) => appendFile(file, `\n${JSON.stringify(body)}`);
