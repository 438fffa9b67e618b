import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readColumnWords, type SemanticModel } from '../../../knowledge/index.ts';
import { emptyDialogue } from '../../dialogue-state.ts';
import { createQueryDataSkill } from '../../skills/query-data.ts';
import { type DuckDbEngine, openDuckDb } from '../engines/open-duckdb.ts';
import { checkModel } from './check-model.ts';
import { draftModel } from './draft-model.ts';

// Made up: markets with their stalls, month by month, and the companies behind them.
const stalls = `市场名称,所在区域,成交月份,摊位均价(元),成交摊位数,运营公司,是否智慧市场,检查等级
春森农贸市场,江州市东港区,2026年03月,1200.5,12,"甲乙商业管理有限公司,丙丁实业有限公司",是,合格
春森农贸市场,江州市东港区,2026年04月,1300,9,"甲乙商业管理有限公司,丙丁实业有限公司",是,合格
石桥集市,江州市东港区,2026年03月,800,30,丙丁实业有限公司,否,限期整改
河街菜场,江州市西岭区,2026年03月,950,5,甲乙商业管理有限公司,否,合格
河街菜场,江州市西岭区,2026年04月,990,8,甲乙商业管理有限公司,否,合格
老码头市场,江州市西岭区,2026年03月,1500,2,戊己集团有限公司,是,优秀
老码头市场,江州市西岭区,2026年04月,1450,3,戊己集团有限公司,是,优秀
`;

describe('a model drafted from a table that nobody described', () => {
  let folder: string;
  let engine: DuckDbEngine;
  let model: SemanticModel;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'draft-'));
    await writeFile(join(folder, '摊位成交.csv'), stalls);
    engine = await openDuckDb({ source: folder });
    const words = await readColumnWords(fileURLToPath(new URL('../../../knowledge/corpus', import.meta.url)));
    model = await draftModel({ title: '市场', shapes: await engine.shapes(), engine }, words);
  });
  afterAll(async () => {
    await engine.close();
    await rm(folder, { recursive: true });
  });

  const ask = async (asked: string) => {
    const { reply } = await createQueryDataSkill({ model, engine }).run({
      conversationId: 'c',
      messageId: 'm',
      text: asked,
      asked,
      channel: 'console',
      at: new Date('2026-11-23T12:00:00+08:00'),
      dialogue: emptyDialogue,
      cadre: { account: 'a', district: null },
    });
    return reply.outcome === 'data' ? reply.data.rows.map((row) => Object.values(row)) : reply.outcome;
  };

  it('guesses what things are, what adds up, in which unit, and when', () => {
    const [subject] = model.subjects;
    expect(subject).toMatchObject({ things: ['市场名称'], time: { column: '成交月份__day', grain: 'moment' } });
    expect(subject?.metrics).toMatchObject([
      { name: 'row_count' },
      { name: '摊位均价', kind: 'average', unit: '元' },
      { name: '成交摊位数', kind: 'additive' },
    ]);
    expect(subject?.dimensions.find(({ name }) => name === '运营公司')).toMatchObject({
      separator: ',',
      values: expect.arrayContaining([{ value: '丙丁实业有限公司', aliases: ['丙丁实业'] }]),
    });
    expect(subject?.valueGroups).toContainEqual(
      expect.objectContaining({ dimension: '所在区域', aliases: ['江州市', '江州全市'] }),
    );
  });

  it.each<[string, unknown]>([
    ['2026年3月春森农贸市场的摊位均价是多少', [[1200.5]]],
    ['请问石桥集市是由哪家公司运营的', [['丙丁实业有限公司']]],
    [
      '河街菜场与老码头市场是不是智慧市场',
      [
        ['河街菜场', '否'],
        ['老码头市场', '是'],
      ],
    ],
    ['2026年3月东港区哪个市场的摊位均价最高', [['春森农贸市场', 1200.5]]],
    ['2026年3月石桥集市和河街菜场，哪个市场的摊位均价更低', [['石桥集市', 800]]],
    [
      '2026年3月东港区和西岭区各自摊位均价最低的市场是哪个',
      [
        ['江州市东港区', '石桥集市', 800],
        ['江州市西岭区', '河街菜场', 950],
      ],
    ],
    ['2026年3月成交摊位数排名前三的市场里，摊位均价最高的是哪个市场', [['春森农贸市场', 12, 1200.5]]],
    ['2026年4月摊位均价在1000到1400元之间的市场有哪些', [['春森农贸市场']]],
    ['2026年3月丙丁实业有限公司有多少个市场', [[2]]],
    ['2026年3月老码头市场与石桥集市的摊位均价之间的差额是多少', [['老码头市场', 1500, 800, 700, 87.5]]],
    [
      '河街菜场在2026年3月与2026年4月的成交摊位数分别是多少',
      [
        ['2026年03月', 5],
        ['2026年04月', 8],
      ],
    ],
    ['2026年3月检查等级为限期整改的市场有哪些', [['石桥集市']]],
    ['2026年3月有哪些智慧市场的成交摊位数超过10', [['春森农贸市场']]],
    ['2026年3月检查等级为合格的市场有多少个', [[2]]],
    ['2026年3月江州市的成交摊位数', [[49]]],
    ['2026年3月春森农贸市场的摊位均价增长率', 'clarifying'],
    ['2026年3月蓝湾市场的摊位均价', 'clarifying'],
    ['2026年3月石桥集市的客流密度', 'clarifying'],
  ])('answers 「%s」', async (question, rows) => {
    const found = await ask(question);
    expect(Array.isArray(found) ? new Set(found.map(String)) : found).toEqual(
      Array.isArray(rows) ? new Set(rows.map(String)) : rows,
    );
  });

  it('stands the check against its own data, which names what is not there', async () => {
    const shapes = await engine.shapes();
    expect(await checkModel(model, shapes, engine)).toEqual([]);
    const [subject] = model.subjects;
    const broken = {
      ...model,
      subjects: [{ ...subject!, time: { ...subject!.time, column: '检查等级' }, relation: '摊位成交' }],
    };
    expect(await checkModel(broken, shapes, engine)).toMatchObject([
      { path: ['subjects', 0, 'time', 'column'], severity: 'error', message: expect.stringContaining('文字') },
    ]);
  });
});
