import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readComplaintExamples } from '../../../knowledge/index.ts';
import { findPersonalData } from './find-personal-data.ts';
import { maskPersonalData } from './mask-personal-data.ts';

describe('maskPersonalData', () => {
  it.each([
    ['我的电话13812345678，请回电', '我的电话〔电话〕，请回电'],
    ['打 138-1234-5678 或 138 1234 5678', '打 〔电话〕 或 〔电话〕'],
    ['+86 138 1234 5678', '+〔电话〕'],
    ['全角１３８１２３４５６７８也要遮', '全角〔电话〕也要遮'],
    ['零宽138\u200b1234\u200b5678也要遮', '零宽〔电话〕也要遮'],
    ['打我手机幺三八一二三四五六七八', '打我手机〔电话〕'],
    [
      '号码是幺三八，嗯，幺二三四，五六七八，记好',
      '号码是幺三八，嗯，幺二三四，五六七八，记好'.replace(/幺三八.*八/, '〔电话〕'),
    ],
    ['座机023-67001234打不通', '座机〔电话〕打不通'],
    ['座机67001234打不通', '座机〔电话〕打不通'],
    ['身份证11010519491231002X', '身份证〔身份证号〕'],
    ['身份证 110105 19491231 002x', '身份证 〔身份证号〕'],
    ['老身份证110105491231002', '老身份证〔身份证号〕'],
    ['卡号6222 0212 3456 7890 123被扣款', '卡号〔银行卡号〕被扣款'],
    ['渝A·12345停在消防通道', '〔车牌〕停在消防通道'],
    ['渝AD12345是新能源车', '〔车牌〕是新能源车'],
    ['写信到 zhang.san@example.com 谢谢', '写信到 〔邮箱〕 谢谢'],
    ['发到lisi@qq.comhaha', '发到〔邮箱〕haha'],
    ['微信号：wxid_abc123，加我', '微信号：〔社交账号〕，加我'],
    ['我叫王小明，住在这里', '我叫〔姓名〕，住在这里'],
    ['投诉人欧阳建国，电话13812345678', '投诉人〔姓名〕，电话〔电话〕'],
    ['物业经理李志强态度恶劣，骂人', '物业经理李志强态度恶劣，骂人'.replace('李志强', '〔姓名〕')],
    ['人民路12号3单元漏水', '〔住址〕漏水'],
    ['我住在渝中区和平路8号附2号3-1', '我住在〔住址〕'],
    ['家住阳光花园3栋2单元5-2', '家住〔住址〕'],
  ])('hides the personal data of 「%s」', (text, masked) => expect(maskPersonalData(text)).toBe(masked));

  it.each([
    '拨打12345没人接',
    '工单20261123-000017还没办',
    '工单号13812345678还没办',
    '快递单号SF13812345678没到',
    '渝府办发〔2025〕52号怎么说',
    '金额1234567890123456元',
    '一共13812345678元',
    '信用代码91500103MA5U12345X',
    '开放时间 15 30 45 60 75 9',
    '渝中区解放碑步行街烧烤摊半夜吵得睡不着',
    '我是重庆人，想落户',
    '轨道2号线杨家坪站和平路口',
    '王先生和李老师都来过',
    '3栋电梯坏了',
    '我们小区3栋2单元电梯坏了',
  ])('leaves 「%s」 as it is', (text) => expect(maskPersonalData(text)).toBe(text));

  it('gives spans in the offsets of the text as it came', () => {
    const text = '😀电话：１３８12345\u200b678。';
    const [span] = findPersonalData(text);
    expect(text.slice(span!.start, span!.end)).toBe('１３８12345\u200b678');
  });

  it('takes no word from the complaints we wrote, which hold no personal data', async () => {
    const folder = fileURLToPath(new URL('../../../knowledge/corpus/complaints', import.meta.url));
    const examples = await readComplaintExamples(folder);
    const masked = examples.filter(({ text }) => maskPersonalData(text) !== text);
    expect(examples.length).toBeGreaterThan(1000);
    expect(masked.length / examples.length).toBeLessThan(0.02);
  });

  it.each([
    ['digits', '1'],
    ['digits and gaps', '1 3-8,'],
    ['addresses in the making', '路号3'],
    ['surnames', '王'],
    ['letters before an @', 'a.b-'],
    ['phones', '13812345678张伟，'],
  ])('reads 100 kB of %s, masked or not', (_, piece) => {
    const hostile = piece.repeat(Math.ceil(100_000 / piece.length));
    expect(maskPersonalData(hostile).length).toBeGreaterThan(0);
  });
});
