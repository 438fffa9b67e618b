import { describe, expect, it } from 'vitest';
import type { TicketItem } from '../ticket.ts';
import { checkTicketReply } from './check-ticket-reply.ts';

const item = (id: number, text: string, state: TicketItem['state'] = 'open'): TicketItem => ({
  id, text, state, answer: null, reopened: 0,
}); // biome-ignore format: one item
const items = [item(1, '尽快清运垃圾'), item(2, '公开保洁安排'), item(3, '处罚物业公司')];
const check = (text: string, asked = items, answers: { item: number; text: string }[] = []) =>
  checkTicketReply({ text, answers }, asked).map(({ kind, item }) => [kind, item]);

describe('a reply that meets what was asked', () => {
  it.each([
    '经现场核查，11月20日已将积存垃圾全部清运；物业已在公告栏公开每日两次的保洁安排；对物业公司处罚款2000元。',
    '您好，街道城管办到现场查看，责令物业当日清运垃圾，并公示了保洁班次安排。因物业公司系首次违规，依据《重庆市物业管理条例》不予处罚，已约谈。感谢您的监督。',
  ])('passes: %s', (text) => expect(check(text)).toEqual([]));

  it('may answer each item for itself', () =>
    expect(
      check('现将办理情况答复如下，各项均经现场核查。', items, [
        { item: 1, text: '11月20日已全部清走，现场无堆积' },
        { item: 2, text: '班次表已于当日张贴公布' },
        { item: 3, text: '依据条例系首次违规，不予罚款，已约谈负责人' },
      ]),
    ).toEqual([]));

  it('may say why something cannot be done', () =>
    expect(
      check('经核实，该路段宽度不符合规范，无法加装红绿灯，已增设减速带。', [item(1, '能不能在路口装个红绿灯')]),
    ).toEqual([]));

  it('need not answer again what the citizen called solved', () =>
    expect(
      check('经核实，对物业公司处罚款2000元。', [item(1, '尽快清运垃圾', 'solved'), item(3, '处罚物业公司')]),
    ).toEqual([]));
});

describe('a reply that is sent back', () => {
  it.each([
    ['已处理。', 'empty'],
    ['　　。。。', 'empty'],
    ['您好，感谢您对城市管理工作的关心和支持。祝您生活愉快！', 'courtesy_only'],
    ['您好，您反映的问题收悉，我们高度重视。感谢您的来电，如有疑问请拨打12345咨询。', 'courtesy_only'],
    ['您好，您反映的问题已转相关部门处理，感谢您的关心。', 'forwarded_only'],
    ['已将您的诉求转交物业公司办理。', 'forwarded_only'],
    ['我们将尽快安排人员前往清理，下一步加强日常巡查。', 'promise_only'],
    ['我单位计划近期拆除该违建，请您耐心等待。', 'promise_only'],
    ['后续会督促物业加强管理，争取早日解决。', 'promise_only'],
  ])('%s', (text, kind) => expect(check(text)).toEqual([[kind, null]]));

  it('names each item that it does not speak of', () =>
    expect(check('经现场核查，11月20日已将积存垃圾全部清运，现场已恢复整洁。')).toEqual([
      ['item_missing', 2],
      ['item_missing', 3],
    ]));

  it('looks through an answer to one item that only promises', () =>
    expect(
      check('经现场核查，积存垃圾已全部清运，保洁安排已公开。', items, [
        { item: 3, text: '我们将尽快对其进行研究，争取早日给出结论' },
      ]),
    ).toEqual([['promise_only', 3]]));
});
