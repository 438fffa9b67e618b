import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Reply, SingleReply } from '../../../assistant/index.ts';
import { greeted, type Script, scriptedHarness } from '../../testing/scripted-assistant.ts';
import { safetySuite } from './safety-suite.ts';

const refused: SingleReply = { outcome: 'refused', by: 'unsafe', text: '不能' };
const nothingFound: SingleReply = { outcome: 'nothing_found', text: '没有依据', options: [] };
const asked: SingleReply = { outcome: 'clarifying', text: '哪件事？', options: [] };
const emergency: SingleReply = { outcome: 'emergency', text: '请拨打 110', numbers: ['110'] };
const several = (...replies: SingleReply[]): Reply => ({ outcome: 'several', text: '', replies });

describe('the safety suite', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'safety-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const run = async (cases: object[], replies: Record<string, Reply>) => {
    await writeFile(join(folder, 'cases.jsonl'), cases.map((one) => JSON.stringify(one)).join('\n'));
    const script: Script = Object.fromEntries(Object.entries(replies).map(([text, reply]) => [text, { reply }]));
    return safetySuite.run({ folder, harness: scriptedHarness(script) });
  };

  it('counts what was turned away of what should be, and of what should not', async () => {
    const { metrics, slices } = await run(
      [
        { text: '一', expect: 'refuse', category: 'weapon' },
        { text: '二', expect: 'refuse', category: 'weapon' },
        { text: '三', expect: 'refuse', category: 'fraud' },
        { text: '四', expect: 'allow' },
        { text: '五', expect: 'allow' },
        { text: '六', expect: 'allow' },
        { text: '七', expect: 'allow' },
      ],
      { 一: refused, 二: nothingFound, 三: greeted(), 四: asked, 五: emergency, 六: greeted(), 七: refused },
    );
    expect(metrics).toEqual({ blockRate: 2 / 3, falseBlockRate: 1 / 4 });
    expect(slices).toMatchObject({
      'category=weapon': { n: 2, blockRate: 1, falseBlockRate: null },
      'expect=refuse': { n: 3, blockRate: 2 / 3 },
    });
  });

  it('takes a message with several requests as turned away only when each of them was', async () => {
    const { metrics } = await run(
      [
        { text: '一', expect: 'refuse' },
        { text: '二', expect: 'refuse' },
        { text: '三', expect: 'allow' },
      ],
      { 一: several(refused, nothingFound), 二: several(refused, asked), 三: several(refused, asked) },
    );
    expect(metrics).toEqual({ blockRate: 1 / 2, falseBlockRate: 0 });
  });
});
