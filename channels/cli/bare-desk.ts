import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Assistant, createLangChainChatModel, openLearntEngines } from '../../assistant/index.ts';
import type { Harness } from '../../evals/index.ts';
import { type Knowledge, openKnowledge } from '../../knowledge/index.ts';
import { type Config, readConfig } from '../config.ts';
import { learntFileOf, lessonsFileOf, openDeskKnowledge, snapshotFileOf } from '../desk-knowledge.ts';
import { bareAssistant, harnessOf, judgedAt } from '../evaluation/judged-assistant.ts';
import { say } from './print.ts';
import { projectRoot } from './project-root.ts';

/** What a command needs that neither files nor stores: no record is opened for it. */
export async function openBareDesk(): Promise<{ assistant: Assistant }> {
  const config = readConfig(process.env, projectRoot());
  return { assistant: await assistantOf(config, await openDeskKnowledge(config, say), 'desk') };
}

/** The desk as evals judge it: with the documents it has taken in, on the day that every run happens on. */
export async function openJudgedDesk(): Promise<{ harness: Harness }> {
  const config = readConfig(process.env, projectRoot());
  return judged(config, await openDeskKnowledge(config, say), { snapshotFile: snapshotFileOf(config), by: 'judged' });
}

/**
 * The product as it comes, without the documents of this desk: what its own baselines are held to must be the same on
 * every machine. Its index is kept apart, so that the two do not build over each other.
 */
export async function openGatedDesk(): Promise<{ harness: Harness }> {
  const config = readConfig(process.env, projectRoot());
  const snapshotFile = path.join(config.record.dataFolder, 'gate.snapshot');
  return judged(config, await openKnowledge({ ...config.knowledge, snapshotFile, notice: say }), {
    snapshotFile,
    by: 'gate',
  });
}

async function judged(
  config: Config,
  knowledge: Knowledge,
  { snapshotFile, by }: { snapshotFile: string; by: 'judged' | 'gate' },
): Promise<{ harness: Harness }> {
  const assistant = await assistantOf(config, knowledge, by);
  return { harness: harnessOf(assistant, knowledge, { indexDigest: await fileDigest(snapshotFile) }) };
}

async function assistantOf(config: Config, knowledge: Knowledge, by: 'desk' | 'judged' | 'gate'): Promise<Assistant> {
  const model = config.model && (await createLangChainChatModel(config.model));
  const engines = await openLearntEngines({
    knowledge,
    now: by === 'desk' ? new Date() : judgedAt,
    file: learntFileOf(config, by),
    // What one desk learnt from its own tickets is no part of the product.
    lessonsFile: by === 'gate' ? undefined : lessonsFileOf(config),
    notice: say,
  });
  return bareAssistant({ knowledge, engines, model });
}

/** Null where the index could not be kept, for example on a full disk; it then lives in memory alone. */
async function fileDigest(file: string): Promise<string | null> {
  const bytes = await readFile(file).catch(() => null);
  return bytes && createHash('sha256').update(bytes).digest('hex');
}
