import { describe, expect, it } from 'vitest';
import { askedItems } from './asked-items.ts';

describe('what a complaint asks for', () => {
  it.each([
    [
      '小区垃圾堆了一周没人收，臭得很。希望尽快清运垃圾，公开保洁安排，并处罚物业公司。',
      ['尽快清运垃圾', '公开保洁安排', '处罚物业公司'],
    ],
    ['健身房关门跑路，要求退还我剩余的会员费。请问什么时候能退？', ['退还我剩余的会员费', '请问什么时候能退']],
    ['路灯坏了半个月，麻烦修一下路灯，谢谢。', ['修一下路灯']],
    ['一是请修好电梯，二是请公布维修资金的使用情况', ['修好电梯', '公布维修资金的使用情况']],
    ['楼下烧烤摊半夜吵得睡不着，为什么没人管？建议规定收摊时间', ['为什么没人管', '规定收摊时间']],
    ['能不能在路口装个红绿灯，太危险了', ['能不能在路口装个红绿灯']],
  ])('%s', (content, items) => expect(askedItems(content)).toEqual(items));

  it('is the matter itself where nothing more is said than to deal with it', () => {
    expect(askedItems('渝中区解放碑步行街烧烤摊半夜吵得睡不着，请尽快处理')).toEqual([
      '解决所反映的问题：渝中区解放碑步行街烧烤摊半夜吵得睡不着，请尽快处理',
    ]);
    expect(askedItems('楼道灯坏了')).toEqual(['解决所反映的问题：楼道灯坏了']);
  });

  it('takes courtesy and reasons for no item', () =>
    expect(askedItems('希望拆除违章雨棚，因为挡住了消防通道，谢谢')).toEqual(['拆除违章雨棚']));

  it('stops at eight, however much is asked', () => {
    const many = Array.from({ length: 30 }, (_, index) => `请修好第${index}号路灯`).join('。');
    expect(askedItems(many)).toHaveLength(8);
  });
});
