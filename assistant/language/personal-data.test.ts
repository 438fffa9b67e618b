import { describe, expect, it } from 'vitest';
import { findPersonalData, maskPersonalData } from './personal-data.ts';

describe('maskPersonalData', () => {
  it.each([
    ['我的电话13812345678，请回电', '我的电话〔电话〕，请回电'],
    ['打 138-1234-5678 或 138 1234 5678', '打 〔电话〕 或 〔电话〕'],
    ['全角１３８１２３４５６７８也要遮', '全角〔电话〕也要遮'],
    ['座机023-67001234打不通', '座机〔电话〕打不通'],
    ['身份证11010519491231002X', '身份证〔身份证号〕'],
    ['卡号6222 0212 3456 7890 123被扣款', '卡号〔银行卡号〕被扣款'],
    ['渝A·12345停在消防通道', '〔车牌〕停在消防通道'],
    ['写信到 zhang.san@example.com 谢谢', '写信到 〔邮箱〕 谢谢'],
    ['我叫王小明，住在这里', '我叫〔姓名〕，住在这里'],
    ['人民路12号3单元漏水', '〔住址〕漏水'],
  ])('hides the personal data of 「%s」', (text, masked) => expect(maskPersonalData(text)).toBe(masked));

  it.each([
    '拨打12345没人接',
    '工单20261123-000017还没办',
    '渝府办发〔2025〕52号怎么说',
    '金额1234567890123456元',
    '渝中区解放碑步行街烧烤摊半夜吵得睡不着',
    '我是重庆人，想落户',
  ])('leaves 「%s」 as it is', (text) => expect(maskPersonalData(text)).toBe(text));

  it('gives spans in the offsets of the text as it came', () => {
    const text = '😀电话：１３８12345678。';
    const [span] = findPersonalData(text);
    expect(text.slice(span!.start, span!.end)).toBe('１３８12345678');
  });
});
