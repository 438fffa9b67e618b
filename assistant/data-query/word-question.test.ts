import { describe, expect, it } from 'vitest';
import { asksUndo, nameShownRow, withoutGreeting } from './word-question.ts';

describe('the wording of a question', () => {
  it.each([
    ['老师您好，帮忙统计上月诉求量，谢谢', '帮忙统计上月诉求量'],
    ['急！！上个月投诉量', '上个月投诉量'],
    ['你好', '你好'],
    ['上个月投诉量', '上个月投诉量'],
  ])('of 「%s」 is 「%s」 without what addresses somebody', (text, asked) => {
    expect(withoutGreeting(text)).toBe(asked);
  });

  it.each(['撤销', '回到上一步', '取消刚才的筛选', '恢复原来的'])('takes 「%s」 for going back', (text) => {
    expect(asksUndo(text)).toBe(true);
  });

  it.each(['取消渝中区的限制', '退单量', '返回率'])('does not take 「%s」 for it', (text) => {
    expect(asksUndo(text)).toBe(false);
  });

  const shown = [{ district: '万州区' }, { district: '渝中区' }];
  it.each([
    ['第二个呢', '渝中区呢'],
    ['排第一的区县各渠道多少', '万州区各渠道多少'],
    ['第三季度呢', '第三季度呢'],
    ['投诉量第二多的区县', '投诉量第二多的区县'],
    ['上个月诉求量排名第二的区县是哪个', '上个月诉求量排名第二的区县是哪个'],
    ['第5个呢', null],
  ])('names the row in 「%s」', (text, named) => {
    expect(nameShownRow(text, shown)).toBe(named);
  });
});
