import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseRecord } from '../../runs/run.ts';
import { scriptedHarness } from '../../testing/scripted-assistant.ts';
import { piiSuite } from './pii-suite.ts';

describe('the pii suite', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pii-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const run = async (cases: object[], onCase?: (record: CaseRecord) => void) => {
    await writeFile(join(folder, 'cases.jsonl'), cases.map((one) => JSON.stringify(one)).join('\n'));
    return piiSuite.run({ folder, harness: scriptedHarness({}), onCase });
  };

  it('counts a piece as right when type and both ends are, over all pieces and by type', async () => {
    const { metrics, slices } = await run([
      { text: '电话13812345678', spans: [{ type: 'phone', start: 2, end: 13 }] },
      // Wanted with the word before it: touched, not exact. The plate is not wanted at all.
      { text: '电话13912345678，渝A12345', spans: [{ type: 'phone', start: 0, end: 13 }] },
      { text: '拨打12345', spans: [] },
      { text: '打13712345678', spans: [] },
    ]);
    expect(metrics).toEqual({ precision: 1 / 4, recall: 1 / 2, f1: 1 / 3, overlapRecall: 1, lookAlikeMasked: 1 / 2 });
    expect(slices).toMatchObject({
      'type=phone': { n: 2, precision: 1 / 3, recall: 1 / 2 },
      'type=license_plate': { n: 0, precision: 0, recall: null },
    });
  });

  it('counts in characters, so that an emoji before a number moves nothing, and knows other names of a type', async () => {
    const { metrics } = await run([{ text: '😀渝A12345', spans: [{ type: 'plate', start: 1, end: 8 }] }]);
    expect(metrics).toMatchObject({ precision: 1, recall: 1 });
  });

  it('keeps no personal data, also where the detector found none', async () => {
    const kept: CaseRecord[] = [];
    await run([{ text: '找老幺要钥匙，电话13812345678', spans: [{ type: 'person', start: 1, end: 3 }] }], (one) => {
      kept.push(one);
    });
    expect(JSON.stringify(kept)).not.toMatch(/老幺|13812345678/);
  });

  it('names a span that lies outside its text before anything is run', async () => {
    await expect(run([{ id: 'a', text: '短', spans: [{ type: 'phone', start: 0, end: 11 }] }])).rejects.toMatchObject({
      code: 'dataset_invalid',
      message: expect.stringContaining('a: 范围超出文本'),
    });
  });
});
