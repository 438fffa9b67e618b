import path from 'node:path';
import { type Knowledge, openKnowledge } from '../knowledge/index.ts';
import type { Config } from './config.ts';

/** Where a desk keeps the documents it has taken in. */
export function documentsFolderOf({ record }: Pick<Config, 'record'>): string {
  return path.join(record.dataFolder, 'documents');
}

/** Where a desk keeps its search index. */
export function snapshotFileOf({ record }: Pick<Config, 'record'>): string {
  return path.join(record.dataFolder, 'knowledge.snapshot');
}

/** Where a desk keeps what its built-in engines learnt; evals happen on a day of their own, with other cards in force. */
export function learntFileOf({ record }: Pick<Config, 'record'>, by: 'desk' | 'judged' | 'gate' = 'desk'): string {
  return path.join(record.dataFolder, by === 'desk' ? 'learnt.snapshot' : `learnt-${by}.snapshot`);
}

/** Where a desk keeps the confirmed complaints that its classifier learns from too. */
export function lessonsFileOf({ record }: Pick<Config, 'record'>): string {
  return path.join(record.dataFolder, 'category-lessons.json');
}

/** The knowledge of a desk, with its snapshot and the documents it has taken in from the data folder. */
export function openDeskKnowledge(config: Config, notice: (text: string) => void): Promise<Knowledge> {
  const snapshotFile = snapshotFileOf(config);
  return openKnowledge({ ...config.knowledge, documentsFolder: documentsFolderOf(config), snapshotFile, notice });
}
