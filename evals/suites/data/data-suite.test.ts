import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseRecord } from '../../runs/run.ts';
import { scriptedHarness } from '../../testing/scripted-assistant.ts';
import { dataSuite } from './data-suite.ts';

describe('the data suite', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'data-suite-'));
    await mkdir(join(folder, 'tables'));
    const rows = '茶园名称,年份,产量\n云顶茶园,2024,12.5\n云顶茶园,2025,13\n鹿鸣茶园,2025,8\n柳溪茶园,2025,21\n';
    await writeFile(join(folder, 'tables', '茶园产量.csv'), rows);
  });
  afterEach(() => rm(folder, { recursive: true }));

  const run = async (...cases: object[]) => {
    const lines = cases.map((one, index) => JSON.stringify({ id: String(index), ...one }));
    await writeFile(join(folder, 'cases.jsonl'), lines.join('\n'));
    const records: CaseRecord[] = [];
    const onCase = (record: CaseRecord) => void records.push(record);
    const result = await dataSuite.run({ folder, harness: scriptedHarness({}), onCase });
    return { ...result, scores: records.map(({ scores }) => scores) };
  };

  it('finds an answer right whose rows are the gold ones, strictly or with a name beside', async () => {
    const { scores, metrics } = await run(
      { question: '2025年云顶茶园的产量是多少', rows: [[13]], phenomenon: 'lookup' },
      { question: '2025年云顶茶园和鹿鸣茶园的产量分别是多少', rows: [[8], [13]] },
    );
    expect(scores).toEqual([
      { answered: 1, right: 1, rightStrict: 1, wrongShown: 0 },
      { answered: 1, right: 1, rightStrict: 0, wrongShown: 0 },
    ]);
    expect(metrics).toEqual({ answered: 1, rightWhenAnswered: 1, right: 1, rightStrict: 0.5, wrongShown: 0 });
  });

  it('counts a wrong figure apart from a question asked back', async () => {
    const { scores, metrics } = await run(
      { question: '2025年柳溪茶园的产量', rows: [[99]] },
      { question: '2025年柳溪茶园的海拔', rows: [[500]] },
    );
    expect(scores).toMatchObject([
      { answered: 1, right: 0, wrongShown: 1 },
      { answered: 0, right: 0, wrongShown: 0 },
    ]);
    expect(metrics).toMatchObject({ answered: 0.5, rightWhenAnswered: 0, wrongShown: 0.5 });
  });

  it('wants the right ending where no figure is right', async () => {
    const { scores } = await run(
      { question: '删除2025年的数据', outcome: 'refused' },
      { question: '你好', outcome: ['not_in_scope'] },
    );
    expect(scores).toMatchObject([
      { answered: null, right: 1 },
      { answered: null, right: 1 },
    ]);
  });

  it('plays the turns of a case one after the other, and slices by phenomenon', async () => {
    const { slices } = await run({ turns: ['各茶园产量合计', '撤销'], outcome: 'clarifying', phenomenon: 'undo' });
    expect(slices['phenomenon=undo']).toMatchObject({ n: 1, right: 1 });
  });

  it('names the line of a case that has neither rows nor an ending', async () => {
    await expect(run({ question: '产量' })).rejects.toThrow(/rows|outcome/);
  });
});
