import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpus, totalmem } from 'node:os';
import { promisify } from 'node:util';
import type { Harness } from '../harness.ts';
import { dataDigest } from './data-digest.ts';
import type { RunIdentity } from './run.ts';

const run = promisify(execFile);

type IdentifiedHarness = Pick<Harness, 'engine' | 'knowledgeDigest' | 'settings' | 'indexDigest'>;

/** What a run on the data in `dataFolder`, from the source tree at `sourceFolder`, is a run of. */
export async function identifyRun(
  { dataFolder, sourceFolder }: { dataFolder: string; sourceFolder: string },
  { engine, knowledgeDigest, settings, indexDigest = null }: IdentifiedHarness,
): Promise<RunIdentity> {
  return {
    ...(await commitOf(sourceFolder)),
    dataDigest: await dataDigest(dataFolder),
    knowledgeDigest,
    engine,
    settingsDigest: digestOf(settings),
    indexDigest,
    seed: settings.seed,
    machine: describeMachine(),
    node: process.version,
  };
}

function digestOf(settings: Harness['settings']): string {
  const inOrder = Object.entries(settings).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(inOrder)).digest('hex');
}

/** What is blessed is judged against and judges nothing itself: blessing one suite leaves the next as clean as it was. */
const notCode = ':(exclude,top)evals/baselines';

/** The commit checked out and whether files differ from it; both null where there is no git or no checkout. */
export async function commitOf(sourceFolder: string): Promise<Pick<RunIdentity, 'commit' | 'dirty'>> {
  try {
    const { stdout: commit } = await run('git', ['rev-parse', 'HEAD'], { cwd: sourceFolder });
    const { stdout: changes } = await run('git', ['status', '--porcelain', '--', '.', notCode], { cwd: sourceFolder });
    return { commit: commit.trim(), dirty: changes.trim() !== '' };
  } catch {
    // An installed copy is not a checkout, and then there is simply no commit to name.
    return { commit: null, dirty: null };
  }
}

/** Enough to judge timings by, and no name of the machine or its owner. */
function describeMachine(): string {
  const processors = cpus();
  const model = processors[0]?.model.trim() || 'unknown processor';
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  return `${process.platform} ${process.arch}, ${processors.length} × ${model}, ${gigabytes} GB`;
}
