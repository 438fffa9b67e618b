import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { EvalsError } from './evals-error.ts';
import type { Harness } from './harness.ts';
import { ownDataSetFolder, projectFolder } from './own-data-sets.ts';
import type { CaseRecord, RunSummary } from './runs/run.ts';
import { identifyRun } from './runs/run-identity.ts';
import type { RunStore } from './runs/run-store.ts';
import type { Progress, Suite } from './suite.ts';

export interface RunSuiteOptions {
  suite: Suite;
  harness: Harness;
  /** A data set in the suite's format; without it the first of the suite's own. */
  folder?: string;
  limit?: number;
  /** Where the run is kept; without it nothing is. */
  store?: RunStore;
  /** Called with the run's id as soon as it is known, before the first case. */
  onBegin?: (runId: string) => void;
  onProgress?: (progress: Progress) => void;
  signal?: AbortSignal;
  now?: () => Date;
}

/** Cases are written in parts of so many: one statement a case would cost more than running it. */
const casesPerWrite = 50;

/**
 * Runs a suite over a data set and, with a store, keeps the run and its cases. The summary's numbers are those stored.
 *
 * @throws EvalsError when the data set cannot be used or the run is cancelled; a run begun is then marked failed
 */
export async function runSuite(options: RunSuiteOptions): Promise<RunSummary & { id: string }> {
  const { suite, harness, store, now = () => new Date() } = options;
  const folder = resolve(options.folder ?? ownDataSetFolder(suite.ownDataSets[0]!));
  await requireFolder(folder);
  const id = randomUUID();
  const data = basename(folder);
  const startedAt = now();
  const identity = await identifyRun({ dataFolder: folder, sourceFolder: projectFolder() }, harness);
  await store?.begin({ id, suite: suite.name, data, identity, startedAt });
  options.onBegin?.(id);
  try {
    const result = await runAndKeep(id, folder, options);
    const finishedAt = now();
    await store?.finish(id, result, finishedAt);
    return { id, suite: suite.name, data, ...result, elapsedMs: finishedAt.getTime() - startedAt.getTime() };
  } catch (error) {
    await store?.fail(id, now());
    throw error;
  }
}

async function runAndKeep(id: string, folder: string, { suite, store, ...run }: RunSuiteOptions) {
  const waiting: CaseRecord[] = [];
  const write = async (atLeast: number) => {
    if (store && waiting.length >= atLeast) await store.addCases(id, waiting.splice(0));
  };
  const onCase = async (record: CaseRecord) => {
    if (store) waiting.push(record);
    await write(casesPerWrite);
  };
  try {
    return await suite.run({ ...run, folder, onCase });
  } finally {
    // What was recorded before a run broke is still evidence.
    await write(1);
  }
}

async function requireFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => null);
  if (!found?.isDirectory()) throw new EvalsError('dataset_missing', `${folder}: 没有这个文件夹`);
}
