import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { EvalsError } from './evals-error.ts';
import type { Harness } from './harness.ts';
import { ownDataSetFolder, projectFolder } from './own-data-sets.ts';
import { newestResumable, type Resumable, resumableRun } from './runs/resume-run.ts';
import type { CaseRecord, RunIdentity, RunSummary } from './runs/run.ts';
import { identifyRun } from './runs/run-identity.ts';
import type { RunStore } from './runs/run-store.ts';
import type { Progress, Suite } from './suite.ts';

export interface RunSuiteOptions {
  suite: Suite;
  harness: Harness;
  /** A data set in the suite's format; without it the first of the suite's own. */
  folder?: string;
  /** What the data set is called in the record; without it the folder's last part. */
  data?: string;
  limit?: number;
  /** Where the run is kept; without it nothing is. */
  store?: RunStore;
  /** Goes on with this run, or with the newest unfinished one of the same identity if there is one. */
  resume?: { id: string } | 'newest';
  /** Called with the run's id as soon as it is known, before the first case. */
  onBegin?: (runId: string) => void;
  /** A sentence in Chinese that whoever runs it should know: what is gone on with, or could be. */
  notice?: (text: string) => void;
  onProgress?: (progress: Progress) => void;
  /** Called with what the run is a run of, before the first case. */
  onIdentity?: (identity: RunIdentity) => void;
  /** Called with every case that was played, in order; the run waits for it. */
  onCase?: (record: CaseRecord) => Promise<void> | void;
  signal?: AbortSignal;
  now?: () => Date;
}

/** Cases are written in parts of so many: one statement a case would cost more than running it. */
const casesPerWrite = 50;
/** Or after so long, so that slow cases are not lost in numbers and a run under way is seen to be alive. */
const writeAfterMs = 5000;

/**
 * Runs a suite over a data set and, with a store, keeps the run and its cases. The summary's numbers are those stored.
 *
 * @throws EvalsError when the data set cannot be used, the run cannot be gone on with, or is cancelled; a run begun is then
 * marked failed
 */
export async function runSuite(options: RunSuiteOptions): Promise<RunSummary & { id: string }> {
  const { suite, harness, store, now = () => new Date() } = options;
  const folder = resolve(options.folder ?? ownFolderOf(suite));
  await requireFolder(folder);
  const data = options.data ?? basename(folder);
  const startedAt = now();
  const identity = await identifyRun({ dataFolder: folder, sourceFolder: projectFolder() }, harness);
  const resumed = await findResumable(options, { data, identity, now: startedAt });
  const id = resumed?.run.id ?? randomUUID();
  if (resumed) await store?.reopen(id, startedAt);
  else await store?.begin({ id, suite: suite.name, data, identity, startedAt });
  options.onIdentity?.(identity);
  options.onBegin?.(id);
  try {
    const result = await runAndKeep({ id, folder, ...(resumed ? { done: resumed.done } : {}) }, options);
    const finishedAt = now();
    await store?.finish(id, result, finishedAt);
    return { id, suite: suite.name, data, ...result, elapsedMs: finishedAt.getTime() - startedAt.getTime() };
  } catch (error) {
    await store?.fail(id, now());
    throw error;
  }
}

/** Going on is never a surprise: without `resume` it is only said that it could be done. */
async function findResumable(
  { suite, store, resume, notice }: RunSuiteOptions,
  wanted: { data: string; identity: RunIdentity; now: Date },
): Promise<Resumable | null> {
  if (!store) return null;
  const of = { suite: suite.name, ...wanted };
  const newest = resume === undefined || resume === 'newest' ? await newestResumable(store, of) : null;
  if (resume === undefined && newest) notice?.(`评测 ${newest.id} 没有跑完，条件相同；加 --resume 可以接着跑。`);
  if (resume === 'newest' && !newest) notice?.('没有条件相同而未跑完的评测，从头开始。');
  const id = resume === 'newest' ? newest?.id : resume?.id;
  if (id === undefined) return null;
  const found = await resumableRun(store, id, of);
  notice?.(`接着跑评测 ${id}：已有 ${found.done.size} 例。`);
  return found;
}

interface RunPlace {
  id: string;
  folder: string;
  done?: ReadonlyMap<string, CaseRecord>;
}

async function runAndKeep({ id, folder, done }: RunPlace, { suite, store, ...run }: RunSuiteOptions) {
  const { now = () => new Date() } = run;
  const waiting: CaseRecord[] = [];
  let written = now().getTime();
  const write = async () => {
    if (!store || waiting.length === 0) return;
    written = now().getTime();
    await store.addCases(id, waiting.splice(0), now());
  };
  const onCase = async (record: CaseRecord) => {
    if (store) waiting.push(record);
    await run.onCase?.(record);
    if (waiting.length >= casesPerWrite || now().getTime() - written >= writeAfterMs) await write();
  };
  try {
    return await suite.run({ ...run, folder, onCase, ...(done ? { done } : {}) });
  } finally {
    // What was recorded before a run broke is still evidence.
    await write();
  }
}

function ownFolderOf({ name, ownDataSets: [first] }: Suite): string {
  if (first === undefined)
    throw new EvalsError('dataset_missing', `套件 ${name} 没有自带的数据集，请用 --data 给一个。`);
  return ownDataSetFolder(first);
}

async function requireFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => null);
  if (!found?.isDirectory()) throw new EvalsError('dataset_missing', `${folder}: 没有这个文件夹`);
}
