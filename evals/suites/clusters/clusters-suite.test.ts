import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createComplaintClassifier } from '../../../assistant/index.ts';
import { learntPairModel } from '../../../assistant/tickets/duplicates/pair-weights.ts';
import { readCatalogue } from '../../../knowledge/index.ts';
import type { Harness } from '../../harness.ts';
import { readClusterMessages } from './cluster-message.ts';
import { clustersSuite } from './clusters-suite.ts';
import { learnFromDevHalf } from './learn-pair-model.ts';

const own = 'evals/datasets/clusters';
const harness = {} as Harness; // messages are compared, nothing is asked of the assistant

async function folderWith(...messages: object[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'clusters-'));
  await writeFile(join(folder, 'messages.jsonl'), messages.map((message) => JSON.stringify(message)).join('\n'));
  return folder;
}

describe('the authored set', () => {
  let result: Awaited<ReturnType<typeof clustersSuite.run>>;
  beforeAll(async () => {
    result = await clustersSuite.run({ folder: own, harness });
  }, 60_000);

  it('finds the cases of the half that nothing was learnt from, and far better than plain TF-IDF', () => {
    expect(result.slices['half=kept']!.bestClusterF1).toBeGreaterThan(0.85);
    expect(result.metrics.bestClusterF1! - result.slices.plain!.bestClusterF1!).toBeGreaterThan(0.05);
    expect(result.errors).toBe(0);
  });

  it('has at least 300 messages, and no place in both halves', async () => {
    const messages = await readClusterMessages(own);
    expect(messages.length).toBeGreaterThanOrEqual(300);
    const halvesOf = new Map<string, Set<string>>();
    for (const { cluster, half } of messages)
      if (cluster) halvesOf.set(cluster, (halvesOf.get(cluster) ?? new Set()).add(half!));
    expect([...halvesOf.values()].every(({ size }) => size === 1)).toBe(true);
  });
});

it('uses the model that the dev half teaches', async () => {
  const catalogue = await readCatalogue('knowledge/corpus');
  const messages = await readClusterMessages(own);
  const learnt = learnFromDevHalf(messages, { catalogue, classifier: createComplaintClassifier(catalogue) });
  // The corpus grows and moves the weights a little; another sign or size would be another model.
  for (const factor of ['place', 'problem'] as const)
    for (const [name, weight] of Object.entries(learnt[factor].weights))
      expect(Math.abs(weight - (learntPairModel[factor].weights[name as never] ?? 0)), name).toBeLessThan(1);
}, 60_000);

it('works on messages of other cities that only a shared name ties together', async () => {
  const at = '2019-07-01 10:00:00';
  const folder = await folderWith(
    { id: '1', at, cluster: 7, text: 'B2区锦绣新苑小区旁边修建垃圾中转站，臭气熏天，请求搬迁。' },
    { id: '2', at, cluster: 7, text: '反映B2区锦绣新苑附近垃圾中转站恶臭扰民，业主要求停建。' },
    { id: '3', at, text: '咨询B市社保卡补办需要什么材料？' },
  );
  const { metrics } = await clustersSuite.run({ folder, harness });
  expect(metrics).toEqual({ pairPrecision: 1, pairRecall: 1, bestClusterF1: 1 });
});

it('names the file and line of a message that cannot be read', async () => {
  const folder = await folderWith({ id: '1', text: '路灯坏了', at: 'gestern' });
  await expect(clustersSuite.count(folder)).rejects.toMatchObject({
    code: 'dataset_invalid',
    message: expect.stringContaining('messages.jsonl:1'),
  });
});
