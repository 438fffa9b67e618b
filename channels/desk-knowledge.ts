import path from 'node:path';
import { type Knowledge, openKnowledge } from '../knowledge/index.ts';
import type { Config } from './config.ts';

/** The knowledge of a desk, with its snapshot in the data folder. */
export function openDeskKnowledge(config: Config, notice: (text: string) => void): Promise<Knowledge> {
  const snapshotFile = path.join(config.record.dataFolder, 'knowledge.snapshot');
  return openKnowledge({ ...config.knowledge, snapshotFile, notice });
}
