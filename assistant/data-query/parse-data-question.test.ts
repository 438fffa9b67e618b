import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { readSemanticModel, type SemanticModel } from '../../knowledge/index.ts';
import type { DataQuery } from './data-query.ts';
import { parseDataQuestion } from './parse-data-question.ts';
import { sayShape } from './testing/say-shape.ts';

const corpus = fileURLToPath(new URL('../../knowledge/corpus', import.meta.url));
/** A Monday noon in Chongqing. */
const now = new Date('2026-11-23T12:00:00+08:00');
const october = 'in 2026-10-01..2026-10-31';
const november = 'in 2026-11-01..2026-11-23';
const year = 'in 2026-01-01..2026-11-23';
const noise = 'category in 建筑施工噪声|社会生活噪声|工业噪声与振动|交通噪声';

describe('a data question read without a model', () => {
  let model: SemanticModel;
  beforeAll(async () => {
    model = await readSemanticModel(corpus);
  });
  const parse = (text: string, previous?: DataQuery, home: string | null = null) =>
    parseDataQuestion(text, { model, now, previous, home });
  const shape = (text: string, previous?: DataQuery) => {
    const parsed = parse(text, previous);
    return parsed.outcome === 'plan' ? sayShape(parsed.plan) : `${parsed.outcome} ${parsed.text}`;
  };

  it.each([
    ['上个月各区县投诉量前五', `ticket_count by district ${october} order ticket_count desc limit 5`],
    ['上个月渝中区诉求量多少', `ticket_count where district eq 渝中区 ${october}`],
    ['今天收到多少诉求', 'ticket_count in 2026-11-23..2026-11-23'],
    ['昨天两江新区接了多少投诉', 'ticket_count where district eq 两江新区 in 2026-11-22..2026-11-22'],
    ['上周末全市有多少工单', 'ticket_count in 2026-11-21..2026-11-22'],
    ['本季度各片区办件量', 'case_count by region in 2026-10-01..2026-11-23 order case_count desc'],
    ['2025年三季度南岸区按时办结率', 'on_time_rate where district eq 南岸区 in 2025-07-01..2025-09-30'],
    ['今年汛期内涝告警有多少次', 'alarm_count where scene eq 内涝 in 2026-05-01..2026-09-30'],
    ['去年国庆期间诉求量', 'ticket_count in 2025-10-01..2025-10-07'],
    ['今年1到10月诉求量', 'ticket_count in 2026-01-01..2026-10-31'],
    ['今年各区县网办率排名', `online_rate by district ${year} order online_rate desc`],
    ['上周各场景告警量', 'alarm_count by scene in 2026-11-16..2026-11-22 order alarm_count desc'],
  ])('reads the measure, the place and the time of 「%s」', (text, plan) => expect(shape(text)).toBe(plan));

  it.each([
    ['今年以来满意率最低的3个区县', `satisfied_rate by district ${year} order satisfied_rate asc limit 3`],
    ['哪个区县上周投诉最多', 'ticket_count by district in 2026-11-16..2026-11-22 order ticket_count desc limit 1'],
    ['哪些区县今年超期量最多', `overdue_count by district ${year} order overdue_count desc limit 5`],
    ['平均处置时长最长的十个区县', `handling_hours by district ${november} order handling_hours desc limit 10`],
    ['处置时长最短的5个区县', `handling_hours by district ${november} order handling_hours asc limit 5`],
    ['满意率最好的三个区县', `satisfied_rate by district ${november} order satisfied_rate desc limit 3`],
    ['重复率最差的两个区县', `repeat_rate by district ${november} order repeat_rate desc limit 2`],
    ['后三名满意率区县', `satisfied_rate by district ${november} order satisfied_rate asc limit 3`],
    ['2025年上半年各区县退单率从低到高', 'return_rate by district in 2025-01-01..2025-06-30 order return_rate asc'],
    ['近7天各类诉求倒数三名', 'ticket_count by category in 2026-11-17..2026-11-23 order ticket_count asc limit 3'],
    ['今年哪个月投诉最多', `ticket_count by month ${year} order ticket_count desc limit 1`],
    ['城镇化率排名后5的区县', 'urban_rate by district order urban_rate asc limit 5'],
  ])('reads the ranking of 「%s」', (text, plan) => expect(shape(text)).toBe(plan));

  it.each([
    ['近30天每天的诉求量', 'ticket_count by day in 2026-10-25..2026-11-23 order time asc'],
    ['今年各月诉求量趋势', `ticket_count by month ${year} order time asc`],
    ['今年逐月满意率', `satisfied_rate by month ${year} order time asc`],
    ['近三年每年诉求量', 'ticket_count by year in 2023-11-24..2026-11-23 order time asc'],
    [
      '渝中区近三个月噪声诉求按月走势',
      `ticket_count by month where district eq 渝中区 and ${noise} in 2026-08-24..2026-11-23 order time asc`,
    ],
    ['各渠道每月诉求量，今年', `ticket_count by month,channel ${year} order time asc, ticket_count desc`],
    ['去年和今年的诉求量', 'ticket_count by year in 2025-01-01..2026-11-23 order time asc'],
    ['主城各区上个月诉求量', `ticket_count by district where region eq 中心城区 ${october} order ticket_count desc`],
    [
      '渝中区和南岸区上个月诉求量对比',
      `ticket_count by district where district in 渝中区|南岸区 ${october} order ticket_count desc`,
    ],
    ['渝中区和南岸区上个月诉求总共多少', `ticket_count where district in 渝中区|南岸区 ${october}`],
    [
      '咨询和求助上个月分别多少',
      `ticket_count by purpose where purpose in 咨询|求助 ${october} order ticket_count desc`,
    ],
    ['上个月投诉最多的问题是什么', `ticket_count by category ${october} order ticket_count desc limit 1`],
  ])('reads the breakdown of 「%s」', (text, plan) => expect(shape(text)).toBe(plan));

  it.each([
    ['上个月诉求量同比增长多少', `ticket_count ${october} vs same_period_last_year`],
    ['上个月诉求量环比', `ticket_count ${october} vs previous_period`],
    ['本月诉求量比上个月增长了多少', `ticket_count ${november} vs previous_period`],
    ['10月诉求量比去年10月增长多少', `ticket_count ${october} vs same_period_last_year`],
    ['去年9月和今年9月的诉求量', 'ticket_count in 2026-09-01..2026-09-30 vs same_period_last_year'],
    ['上个月诉求量较年初', `ticket_count ${october} vs start_of_year`],
    [
      '诉求量环比增幅最大的5个区县，上个月',
      `ticket_count by district ${october} vs previous_period order ticket_count_change_rate desc limit 5`,
    ],
    [
      '上个月诉求量环比下降最多的3个区县',
      `ticket_count by district ${october} vs previous_period order ticket_count_change_rate asc limit 3`,
    ],
    [
      '上个月满意率低于全市平均的区县',
      `satisfied_rate by district ${october} vs average having satisfied_rate_change lt 0 order satisfied_rate desc`,
    ],
    [
      '上月诉求量同比下降的区县',
      `ticket_count by district ${october} vs same_period_last_year having ticket_count_change lt 0 order ticket_count_change_rate asc`,
    ],
    [
      '上个月诉求量同比增长超过20%的区县',
      `ticket_count by district ${october} vs same_period_last_year having ticket_count_change_rate gt 20 order ticket_count_change_rate desc`,
    ],
  ])('reads the comparison of 「%s」', (text, plan) => expect(shape(text)).toBe(plan));

  it.each([
    [
      '上个月投诉量超过100件的区县',
      `ticket_count by district ${october} having ticket_count gt 100 order ticket_count desc`,
    ],
    [
      '上个月诉求量不超过一百件的区县',
      `ticket_count by district ${october} having ticket_count lte 100 order ticket_count desc`,
    ],
    [
      '满意率低于80%的区县有哪些',
      `satisfied_rate by district ${november} having satisfied_rate lt 80 order satisfied_rate desc`,
    ],
    [
      '满意率在80%到85%之间的区县，今年',
      `satisfied_rate by district ${year} having satisfied_rate between 80|85 order satisfied_rate desc`,
    ],
    [
      '今年处置时长超过3天的区县',
      `handling_hours by district ${year} having handling_hours gt 72 order handling_hours desc`,
    ],
    [
      '误报率两成以上的区县，今年',
      `false_alarm_rate by district ${year} having false_alarm_rate gte 20 order false_alarm_rate desc`,
    ],
    [
      '诉求量超过500件或者不足20件的区县',
      `ticket_count by district ${november} having (ticket_count gt 500 or ticket_count lt 20) order ticket_count desc`,
    ],
    ['渝中区上个月诉求有没有超过500件', `ticket_count where district eq 渝中区 ${october} having ticket_count gt 500`],
  ])('reads the threshold of 「%s」', (text, plan) => expect(shape(text)).toBe(plan));

  it.each([
    [
      '除渝中区以外各区县上个月诉求量',
      `ticket_count by district where district ne 渝中区 ${october} order ticket_count desc`,
    ],
    ['除了咨询和表扬，上个月还有多少诉求', `ticket_count where purpose not_in 咨询|表扬 ${october}`],
    ['不包括渝东北的上个月诉求量', `ticket_count where region ne 渝东北 ${october}`],
    ['上月不是电话渠道的诉求量', `ticket_count where channel ne 电话 ${october}`],
    ['上个月噪声或油烟诉求量', `ticket_count where ${noise}|餐饮油烟异味 ${october}`],
    ['上个月渝中区或者通过网站来的诉求有多少', `ticket_count where (district eq 渝中区 or channel eq 网站) ${october}`],
    ['万开云上个月诉求量', `ticket_count where district in 万州区|开州区|云阳县 ${october}`],
    ['石柱县上个月诉求量', `ticket_count where district eq 石柱土家族自治县 ${october}`],
    ['今年以来物联感知发现的重大事件有多少', `event_count where event_source eq 物联感知 and level eq 重大 ${year}`],
    ['上个月新生儿出生一件事办件量', `case_count where matter eq 新生儿出生一件事 ${october}`],
    ['上个月诉求有多少件是投诉类的', `ticket_count where purpose eq 投诉 ${october}`],
  ])('reads the filters of 「%s」', (text, plan) => expect(shape(text)).toBe(plan));

  it.each([
    ['上季度各渠道诉求占比', 'ticket_count by channel in 2026-07-01..2026-09-30 order ticket_count desc with share'],
    ['上个月噪声投诉占比', 'ticket_count in 2026-10-01..2026-10-31 having part eq 噪声 with share'],
    [
      '上个月渝中区投诉占全市的比重',
      `ticket_count by district ${october} having district eq 渝中区 order ticket_count desc with share`,
    ],
    ['上个月各区县万人诉求比前10', `tickets_per_10k by district ${october} order tickets_per_10k desc limit 10`],
    [
      '上个月各区县诉求量、办结量和满意率',
      `ticket_count+closed_count+satisfied_rate by district ${october} order ticket_count desc`,
    ],
    ['12345诉求上个月办得怎么样', `close_rate+satisfied_rate+handling_hours ${october}`],
    ['列出渝中区昨天的工单', 'list ticket where district eq 渝中区 in 2026-11-22..2026-11-22 order time desc limit 20'],
    ['2024年渝中区常住人口', 'resident where district eq 渝中区 in 2024-01-01..2024-12-31'],
    ['各区县常住人口排名', 'resident by district order resident desc'],
  ])('reads the shape of 「%s」', (text, plan) => expect(shape(text)).toBe(plan));

  describe('a follow-up', () => {
    const first = '上个月各区县投诉量前五';
    const after = (...texts: string[]) => {
      let previous: DataQuery | undefined;
      for (const text of [first, ...texts]) {
        const parsed = parse(text, previous);
        if (parsed.outcome !== 'plan') return `${parsed.outcome} ${parsed.text}`;
        previous = parsed.plan;
      }
      return sayShape(previous!);
    };

    it.each([
      [['那环比呢'], `ticket_count by district ${october} vs previous_period order ticket_count desc limit 5`],
      [['上上个月呢'], 'ticket_count by district in 2026-09-01..2026-09-30 order ticket_count desc limit 5'],
      [['那去年同期呢'], 'ticket_count by district in 2025-10-01..2025-10-31 order ticket_count desc limit 5'],
      [['只看渝东北'], `ticket_count by district where region eq 渝东北 ${october} order ticket_count desc limit 5`],
      [
        ['只看渝东北', '换成渝东南'],
        `ticket_count by district where region eq 渝东南 ${october} order ticket_count desc limit 5`,
      ],
      [['只看渝东北', '全市呢'], `ticket_count by district ${october} order ticket_count desc limit 5`],
      [['满意率呢'], `satisfied_rate by district ${october} order satisfied_rate desc limit 5`],
      [['按渠道看'], `ticket_count by channel ${october} order ticket_count desc`],
      [['前十呢'], `ticket_count by district ${october} order ticket_count desc limit 10`],
      [['不含咨询类'], `ticket_count by district where purpose ne 咨询 ${october} order ticket_count desc limit 5`],
      [['今年呢', '按月看'], `ticket_count by month ${year} order time asc`],
      [['只看渝中区', '列出明细'], `list ticket where district eq 渝中区 ${october} order time desc limit 20`],
    ])('%j goes on from the plan before', (texts, plan) => expect(after(...texts)).toBe(plan));

    it('is not made of a question that says everything itself', () => {
      expect(after('今年各场景告警量')).toBe(`alarm_count by scene ${year} order alarm_count desc`);
    });
  });

  it.each([
    ['目前超期的工单有多少', 'ticket_count where is_overdue eq true'],
    ['超期量最多的3个区县', 'overdue_count by district order overdue_count desc limit 3'],
  ])('asks what stands open now, of all time: 「%s」', (text, plan) => expect(shape(text)).toBe(plan));

  it('lists the rows that a named measure counts', () => {
    expect(shape('超期未办结的工单列一下')).toBe('list ticket where is_overdue eq true order time desc limit 20');
  });

  it.each([
    ['每天平均多少投诉', '每天多少投诉'],
    ['上个月日均诉求量', '上个月每天诉求量'],
  ])('asks rather than give another figure for 「%s」', (text, send) => {
    expect(parse(text)).toMatchObject({ outcome: 'clarifying', options: [{ send }] });
  });

  it('asks rather than list districts with figures for those without any', () => {
    expect(parse('哪些区县上个月没有投诉')).toMatchObject({ outcome: 'clarifying' });
  });

  it.each(['本周新增工单多少', '上个月诉求数据更新情况'])(
    'takes 「%s」 for a question and no order to write',
    (text) => {
      expect(parse(text)).not.toMatchObject({ reason: 'write' });
    },
  );

  it('says what it assumed', () => {
    expect(parse('各区县投诉量')).toMatchObject({
      assumptions: [
        { field: 'window', text: '没有说时间，按本月至今（2026-11-01 至 2026-11-23）统计' },
        { field: 'metrics', text: expect.stringContaining('按全部诉求统计') },
      ],
    });
  });

  it('takes an old district for its successor, with a note', () => {
    expect(parse('江北区上个月诉求量')).toMatchObject({
      plan: { filter: { field: 'district', is: 'eq', values: ['两江新区'] } },
      assumptions: [{ field: 'filter', text: expect.stringContaining('现按两江新区统计') }],
    });
  });

  it('asks which one is meant where a measure stands in several subjects', () => {
    expect(parse('上个月处置率')).toMatchObject({
      outcome: 'clarifying',
      options: [{ send: '上个月治理事件处置率' }, { send: '上个月感知告警处置率' }],
    });
    expect(shape('上个月治理事件处置率')).toBe(`event_disposed_rate ${october}`);
  });

  it('asks rather than drop a place it does not know', () => {
    expect(parse('成都市上个月投诉量')).toMatchObject({ outcome: 'clarifying', options: [{ send: '上个月投诉量' }] });
  });

  it('asks of what, where a figure is asked for and nothing is named', () => {
    expect(parse('渝中区上个月多少件')).toMatchObject({ outcome: 'clarifying', text: '想查哪一类数据？' });
  });

  it('knows 「我区」 by who asks, and asks back where the asker has none', () => {
    expect(parse('我区上个月诉求量', undefined, '渝中区')).toMatchObject({ plan: { filter: { values: ['渝中区'] } } });
    expect(parse('我区上个月诉求量')).toMatchObject({ outcome: 'clarifying' });
  });

  it.each([
    ['你好', 'not_data'],
    ['今天天气不错', 'not_data'],
    ['今年房价是多少', 'no_data'],
    ['渝中区房价多少', 'no_data'],
    ['帮我把这些工单都删除', 'write'],
    ['将渝中区的诉求状态改成已办结', 'write'],
    ["'; drop table ticket; --", 'write'],
    ['查一下投诉人的手机号', 'sensitive'],
    ['上个月信访量', 'sensitive'],
    ['未成年人诉求有多少', 'sensitive'],
  ])('declines 「%s」 as %s', (text, reason) => {
    expect(parse(text)).toMatchObject({ outcome: 'declined', reason });
  });

  it('asks about a word that it did not understand, and offers to leave it out', () => {
    expect(parse('上个月渝中区诉求量蓝鲸')).toMatchObject({
      outcome: 'clarifying',
      text: expect.stringContaining('蓝鲸'),
      options: [{ send: '上个月渝中区诉求量' }],
    });
  });

  it('is less sure of what it had to assume', () => {
    const [sure, unsure] = [parse('上个月渝中区诉求量'), parse('渝中区诉求量')];
    if (sure.outcome !== 'plan' || unsure.outcome !== 'plan') throw new Error('both are plans');
    expect(unsure.confidence).toBeLessThan(sure.confidence);
  });

  it('leans on nothing but the words: full width, capitals and spaces change nothing', () => {
    expect(shape('上个月 １１０转办 的诉求量')).toBe(shape('上个月110转办的诉求量'));
  });
});
