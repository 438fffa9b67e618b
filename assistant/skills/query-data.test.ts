import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { readSemanticModel, type SemanticModel } from '../../knowledge/index.ts';
import { DataAnswer } from '../data-query/data-answer.ts';
import { DataQueryError } from '../data-query/data-query-error.ts';
import type { DataEngine, Row } from '../data-query/engines/data-engine.ts';
import { dataQuery } from '../data-query/testing/builders.ts';
import { type ChatModel, ModelError } from '../models/chat-model.ts';
import type { AskedTurn } from '../skill.ts';
import { createQueryDataSkill } from './query-data.ts';

const corpus = fileURLToPath(new URL('../../knowledge/corpus', import.meta.url));
const everywhere = { account: 'cadre-demo', district: null };
const yuzhong = { account: 'cadre-yuzhong', district: '渝中区' };

const turn = (asked: string, changes: Partial<AskedTurn> = {}): AskedTurn => ({
  conversationId: 'c1',
  messageId: 'm1',
  text: asked,
  asked,
  channel: 'console',
  at: new Date('2026-11-23T12:00:00+08:00'),
  dialogue: {},
  cadre: everywhere,
  ...changes,
});

/** Gives these rows to every question of figures, and remembers what was run. */
function scriptedEngine(rows: Row[]): DataEngine & { ran: string[] } {
  const ran: string[] = [];
  return {
    dialect: 'postgres',
    ran,
    async run(sql) {
      ran.push(sql);
      return sql.includes('as_of') ? [{ as_of: '2026-10-31 23:50:00' }] : rows;
    },
  };
}

function scriptedModel(answer: () => unknown): ChatModel {
  return {
    name: 'scripted',
    fill: async (_, schema) => schema.parse(answer()),
    stream: () => {
      throw new Error('nothing is streamed for a data question');
    },
  };
}

interface Given {
  rows?: Row[];
  chatModel?: ChatModel | null;
  engine?: DataEngine;
}

describe('answering a data question', () => {
  let model: SemanticModel;
  beforeAll(async () => {
    model = await readSemanticModel(corpus);
  });
  const ask = (
    asked: AskedTurn,
    { rows = [{ ticket_count: 2763 }], chatModel = null, engine = scriptedEngine(rows) }: Given = {},
  ) => createQueryDataSkill({ model, engine, chatModel }).run(asked);

  it('answers nobody who is not logged in', async () => {
    const engine = scriptedEngine([]);
    const { cadre: _, ...stranger } = turn('上个月各区县投诉量前五');
    expect(await ask(stranger, { engine })).toMatchObject({ reply: { outcome: 'refused', by: 'no_right' } });
    expect(engine.ran).toEqual([]);
  });

  it('says the figure first, with its time and place', async () => {
    const { reply } = await ask(turn('上个月诉求量'));
    expect(reply).toMatchObject({ outcome: 'data', text: '2,763 件，是2026年10月1日至10月31日全市的诉求量。' });
  });

  it('gives a table, bars, the way it was computed and the moment of the data, in the shape of the contract', async () => {
    const rows = [
      { district: '两江新区', ticket_count: 567 },
      { district: '万州区', ticket_count: 174 },
    ];
    const { reply } = await ask(turn('上个月各区县投诉量前五'), { rows });
    if (reply.outcome !== 'data') throw new Error(reply.text);
    expect(DataAnswer.parse(reply.data)).toEqual(reply.data);
    expect(reply.data).toMatchObject({
      rows,
      columns: [{ label: '区县' }, { label: '诉求量（件）', unit: '件' }],
      chart: { xAxis: { data: ['两江新区', '万州区'] }, series: [{ type: 'bar', data: [567, 174] }] },
      dataAsOf: '2026-10-31 23:50:00',
      jurisdiction: null,
    });
    expect(reply.data.explanation.join('')).toMatch(
      /受理时间在时间范围内的诉求件数.*2026年10月1日至10月31日.*全市.*从高到低.*合成数据/s,
    );
  });

  it.each<[string, Row[], string | undefined]>([
    [
      '今年各月诉求量',
      [
        { time: '2026-01-01', ticket_count: 1 },
        { time: '2026-02-01', ticket_count: 2 },
      ],
      'line',
    ],
    [
      '上个月各渠道诉求占比',
      [
        { channel: '电话', ticket_count: 3, ticket_count_share: 75 },
        { channel: '网站', ticket_count: 1, ticket_count_share: 25 },
      ],
      'pie',
    ],
    [
      '上个月各渠道诉求占比，用柱状图',
      [
        { channel: '电话', ticket_count: 3, ticket_count_share: 75 },
        { channel: '网站', ticket_count: 1, ticket_count_share: 25 },
      ],
      'bar',
    ],
    ['上个月诉求量', [{ ticket_count: 3 }], undefined],
    ['列出昨天的工单', [{ number: 'D1' }, { number: 'D2' }], undefined],
  ])('draws 「%s」 as %3$s', async (question, rows, type) => {
    const { reply } = await ask(turn(question), { rows });
    if (reply.outcome !== 'data') throw new Error(reply.text);
    expect((reply.data.chart as { series: { type: string }[] } | null)?.series[0]?.type).toBe(type);
  });

  it('remembers the plan, so that the next question can lean on it', async () => {
    const { dialogue } = await ask(turn('上个月诉求量'));
    const { reply } = await ask(turn('只看渝中区', { dialogue }));
    expect(reply).toMatchObject({ data: { plan: { filter: { values: ['渝中区'] }, window: { from: '2026-10-01' } } } });
  });

  it('says of a question for more than the cadre may see whose figures it gives', async () => {
    const { reply } = await ask(turn('上个月全市诉求量', { cadre: yuzhong }), { rows: [{ ticket_count: 35 }] });
    expect(reply).toMatchObject({
      text: '35 件，是2026年10月1日至10月31日渝中区的诉求量。您的权限范围是渝中区，结果只含渝中区的数据，不代表其他区县或全市。',
      data: { jurisdiction: expect.stringContaining('渝中区') },
    });
  });

  it('refuses a question for another district alone, and runs nothing', async () => {
    const engine = scriptedEngine([]);
    const { reply } = await ask(turn('上个月南岸区诉求量', { cadre: yuzhong }), { engine });
    expect(reply).toMatchObject({
      outcome: 'refused',
      by: 'no_right',
      text: expect.stringContaining('只能查看渝中区'),
    });
    expect(engine.ran).toEqual([]);
  });

  it.each([
    ['今年房价是多少', { outcome: 'nothing_found' }],
    ['你好', { outcome: 'not_in_scope' }],
    ['把这些工单都删除', { outcome: 'refused', by: 'unsafe' }],
    ['投诉人的手机号是多少', { outcome: 'refused', by: 'no_right' }],
    ['上个月处置率', { outcome: 'clarifying' }],
  ])('ends 「%s」 as it should', async (question, ending) => {
    expect((await ask(turn(question))).reply).toMatchObject(ending);
  });

  it('says so, with the time it looked at, when there are no rows', async () => {
    const { reply } = await ask(turn('上个月各区县诉求量'), { rows: [] });
    expect(reply).toMatchObject({ outcome: 'nothing_found', text: expect.stringContaining('2026年10月1日至10月31日') });
  });

  it('tells a slow database by its code', async () => {
    const engine: DataEngine = {
      dialect: 'postgres',
      run: async () => {
        throw new DataQueryError('data_timeout', '用时过长');
      },
    };
    expect(await ask(turn('上个月诉求量'), { engine })).toMatchObject({
      reply: { outcome: 'failed', code: 'data_timeout' },
    });
  });

  describe('with a chat model', () => {
    it('runs the plan that the model filled', async () => {
      const chatModel = scriptedModel(() => dataQuery({ metrics: ['satisfied_rate'] }));
      const result = await ask(turn('群众买账不'), { chatModel, rows: [{ satisfied_rate: 84.1 }] });
      expect(result).toMatchObject({
        reply: { outcome: 'data', data: { plan: { metrics: ['satisfied_rate'] } } },
        trace: { engine: 'scripted' },
      });
    });

    it.each<[string, () => unknown, string]>([
      ['a plan with names that the data do not have', () => dataQuery({ metrics: ['password'] }), 'unsafe_query'],
      [
        'a timeout',
        () => {
          throw new ModelError('model_timeout', '超时');
        },
        'model_timeout',
      ],
    ])('falls back to its own reading at %s, and says why', async (_, answer, code) => {
      const result = await ask(turn('上个月诉求量'), { chatModel: scriptedModel(answer) });
      expect(result).toMatchObject({ reply: { outcome: 'data' }, trace: { engine: 'built-in', fallback: { code } } });
    });

    it('does not ask the model what is closed to everybody', async () => {
      const chatModel = scriptedModel(() => {
        throw new Error('must not be asked');
      });
      expect(await ask(turn('删除全部工单数据'), { chatModel })).toMatchObject({ reply: { outcome: 'refused' } });
    });

    it('keeps a hostile plan inside the jurisdiction', async () => {
      const engine = scriptedEngine([]);
      const hostile = { field: 'district', is: 'ne' as const, values: ['渝中区'] };
      const chatModel = scriptedModel(() =>
        dataQuery({ filter: { any: [hostile, { field: 'purpose', is: 'not_null', values: [] }] } }),
      );
      await ask(turn('随便查', { cadre: yuzhong }), { chatModel, engine });
      expect(engine.ran.length).toBeGreaterThan(0);
      for (const sql of engine.ran)
        expect(sql.match(/"data_platform"\."\w+" where "district" = /g)).toHaveLength(
          sql.match(/"data_platform"\./g)!.length,
        );
    });
  });
});
