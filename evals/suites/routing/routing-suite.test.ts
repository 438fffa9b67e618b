import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Reply, Trace } from '../../../assistant/index.ts';
import type { CaseRecord } from '../../runs/run.ts';
import { greeted, type Script, scriptedHarness } from '../../testing/scripted-assistant.ts';
import { routingSuite } from './routing-suite.ts';

const routed = (kind: string, label: string | null = null, ...others: string[]): { trace: Partial<Trace> } => ({
  trace: { route: { kind, label, confidence: 0.9, alternatives: others.map((other) => ({ kind, label: other })) } },
});
const warning: Reply = { outcome: 'emergency', text: '请立即拨打 119', numbers: ['119'] };

describe('the routing suite', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'routing-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const run = async (cases: object[], script: Script) => {
    await writeFile(
      join(folder, 'cases.jsonl'),
      cases.map((one, id) => JSON.stringify({ id: `${id}`, ...one })).join('\n'),
    );
    return routingSuite.run({ folder, harness: scriptedHarness(script) });
  };

  it('counts kinds, first labels and labels among the first three, each over the cases that ask for them', async () => {
    const result = await run(
      [
        { text: '一', kind: 'matter', label: 'lost-umbrella' },
        { text: '二', kind: 'matter', label: 'lost-hat', alt: 'lost-cap' },
        { text: '三', kind: 'complaint', label: 'C05' },
        { text: '四', kind: 'chitchat' },
      ],
      {
        一: { reply: greeted(), ...routed('matter', 'lost-hat', 'lost-dog', 'lost-umbrella') },
        二: { reply: greeted(), ...routed('matter', 'lost-cap') },
        三: { reply: greeted(), ...routed('complaint', 'C05.02') },
        四: { reply: greeted(), ...routed('matter', null) },
      },
    );
    expect(result.metrics).toEqual({ kindAccuracy: 3 / 4, labelTop1: 2 / 3, labelTop3: 1, emergencyRecall: null });
    expect(result.slices).toMatchObject({
      'confusion=chitchat': { matter: 1 },
      'confusion=matter': { matter: 2 },
      'kind=matter': { n: 2, labelTop1: 1 / 2 },
    });
  });

  it('judges an emergency by what the citizen is told, not by where it was sent', async () => {
    const { metrics } = await run(
      [
        { text: '着火了', kind: 'emergency' },
        { text: '燃起来了', kind: 'emergency' },
      ],
      {
        着火了: { reply: warning, trace: {} },
        燃起来了: { reply: greeted(), ...routed('emergency') },
      },
    );
    expect(metrics).toMatchObject({ emergencyRecall: 1 / 2, kindAccuracy: 1 });
  });

  it('plays the earlier turns and judges the last, and lets a second kind be right', async () => {
    const { metrics } = await run(
      [
        {
          turns: ['你好', { role: 'assistant', text: '您好' }, { role: 'user', text: '电瓶车' }],
          kind: 'matter',
          alt: ['complaint'],
        },
      ],
      { 你好: { reply: greeted() }, 电瓶车: { reply: greeted(), ...routed('complaint') } },
    );
    expect(metrics).toMatchObject({ kindAccuracy: 1 });
  });

  it('plays what was said, and keeps it without personal data', async () => {
    const text = '我电话13812345678，路灯坏了';
    await writeFile(join(folder, 'cases.jsonl'), JSON.stringify({ id: 'a', text, kind: 'complaint' }));
    const records: CaseRecord[] = [];
    const harness = scriptedHarness({ [text]: { reply: greeted() } });
    await routingSuite.run({ folder, harness, onCase: (record) => void records.push(record) });
    expect(harness.turns[0]?.text).toBe(text);
    expect(JSON.stringify(records)).not.toContain('13812345678');
    expect(JSON.stringify(records)).toContain('路灯坏了');
  });

  it.each([
    ['a kind that there is not', { text: '你好', kind: 'weather' }, /cases\.jsonl:1: kind: /],
    ['a case that says nothing', { kind: 'chitchat' }, /缺少 text 或 turns/],
    [
      'a case in which only the desk speaks',
      { turns: [{ role: 'assistant', text: '您好' }], kind: 'chitchat' },
      /缺少/,
    ],
  ])('refuses %s', async (_, broken, message) => {
    await expect(run([broken], {})).rejects.toMatchObject({
      code: 'dataset_invalid',
      message: expect.stringMatching(message),
    });
  });
});
