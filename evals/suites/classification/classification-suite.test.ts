import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scriptedHarness } from '../../testing/scripted-assistant.ts';
import { createClassificationSuite, type TrainClassifier } from './classification-suite.ts';

/** Knows a text when one of its training texts begins with the same character; else it guesses its first label. */
const byFirstCharacter: TrainClassifier = (examples) => ({
  predict(text) {
    const known = examples.find((example) => example.text[0] === text[0]);
    const others = examples.filter(({ label }) => label !== known?.label).map(({ label }) => ({ label, p: 0.05 }));
    return known ? [{ label: known.label, p: 0.9 }, ...others] : examples.map(({ label }) => ({ label, p: 0.5 }));
  },
});

describe('the classification suite', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'classification-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const write = (file: string, texts: [string, string][]) =>
    writeFile(join(folder, file), texts.map(([text, label]) => JSON.stringify({ text, label })).join('\n'));
  const suite = createClassificationSuite(byFirstCharacter);
  const run = () => suite.run({ folder, harness: scriptedHarness({}) });

  it('learns from train.jsonl and is judged on test.jsonl', async () => {
    await write('train.jsonl', [
      ['雨伞掉了', '失物'],
      ['路灯不亮', '路灯'],
    ]);
    await write('test.jsonl', [
      ['雨衣掉了', '失物'],
      ['路灯坏了', '路灯'],
      ['路上捡到雨伞', '失物'],
      ['没有电', '路灯'],
    ]);
    const { n, metrics, slices } = await run();
    expect(n).toBe(4);
    // 失物: one of two found, one of two said. 路灯: the same. The second guess is right for both that are wrong.
    expect(metrics).toEqual({
      macroF1: 0.5,
      accuracy: 0.5,
      top2: 1,
      // Surest first: three with .9, of which two are right; the one with .5 is wrong. ⌈.8 × 4⌉ = ⌈.9 × 4⌉ = 4.
      accuracyAt80: 0.5,
      accuracyAt90: 0.5,
      // Bin of .9: |2 − 2.7|, bin of .5: |0 − .5|; over 4.
      ece: expect.closeTo((0.7 + 0.5) / 4, 12),
    });
    expect(slices).toMatchObject({
      'class=失物': { n: 2, precision: 0.5, recall: 0.5, f1: 0.5 },
      'confusion=失物': { 失物: 1, 路灯: 1 },
    });
  });

  it('names a missing training file before it judges anything', async () => {
    await write('test.jsonl', [['雨伞掉了', '失物']]);
    await expect(run()).rejects.toMatchObject({
      code: 'dataset_missing',
      message: expect.stringContaining('train.jsonl'),
    });
  });
});
