import { describe, expect, it } from 'vitest';
import { toDocument } from '../ingest/read-documents.ts';
import { tableLines } from '../ingest/readers/table-lines.ts';
import { type DraftedMatter, draftMatters } from './draft-matters.ts';

/** Synthetic guides: office, place and figures are invented. */
const guide = (text: string, pages?: number[]) =>
  toDocument({ id: 'document/guide', title: '江湾区办事指南', text, validFrom: '2026-01-01', validTo: null, pages });
const texts = (facts: readonly { text: string }[]) => facts.map(({ text }) => text);

const byHeadings = `# 江湾区办事指南
## 一、索道年票办理
### 1. 实施主体：江湾区索道管理所、江湾区交通局
### 2. 受理条件
1. 年满十八周岁的本市居民；
2. 持有有效居民身份证
### 3. 申请材料
1. 居民身份证（原件及复印件1份）
2. 已婚的提供结婚证（民政部门出具）
3. 《索道年票申请表》2份
### 4. 办理流程
申请→受理→制票→领取
### 5. 法定办结时限：20个工作日
### 6. 承诺办结时限：5个工作日
### 7. 是否收费：否
### 8. 办理地点
江湾区滨河路 1 号 2 楼 3 号窗口
### 9. 办理时间：周一至周五 9:00—17:00
### 10. 咨询电话：023-00000001
### 11. 监督投诉：023-00000002
### 12. 结果名称：索道年票
### 13. 送达方式：窗口领取、邮寄
### 14. 设定依据
《江湾区索道管理办法》第五条
### 15. 常见问题
问：年票丢了能补吗？答：可以补办一次
### 16. 行使层级
区县级
## 二、索道团体票办理
### 1. 受理条件
十人以上的团体
### 2. 申请材料
详见附件2
### 3. 承诺办结时限
当日办结
### 4. 收费标准
每人每次 15 元
`;

describe('a guide by headings', () => {
  const [first, second] = draftMatters(guide(byHeadings)) as [DraftedMatter, DraftedMatter];

  it('is a draft for each matter, named by the heading above its fields', () => {
    expect(draftMatters(guide(byHeadings)).map(({ title }) => title)).toEqual(['索道年票办理', '索道团体票办理']);
    expect(first).toMatchObject({ lead: '江湾区索道管理所', participants: ['江湾区交通局'] });
    expect(first.summary?.text).toBe('索道年票办理由江湾区索道管理所办理。');
  });

  it('puts each field where a card has its place, in sentences that can stand alone', () => {
    expect(texts(first.conditions)).toEqual(['年满十八周岁的本市居民。', '持有有效居民身份证。']);
    expect(texts(first.limits)).toEqual(['法定办结时限：20个工作日。', '承诺办结时限：5个工作日。']);
    expect(texts(first.fees)).toEqual(['不收费。']);
    expect(texts(first.places)).toEqual([
      '办理地点：江湾区滨河路 1 号 2 楼 3 号窗口。',
      '办理时间：周一至周五 9:00—17:00。',
      '咨询电话：023-00000001。',
      '监督投诉：023-00000002。',
    ]);
    expect(texts(first.results)).toEqual(['结果名称：索道年票。', '送达方式：窗口领取、邮寄。']);
    expect(texts(first.steps)).toEqual(['申请→受理→制票→领取。']);
    expect(texts(first.legal)).toEqual(['《江湾区索道管理办法》第五条。']);
    expect(first.faqs).toMatchObject([{ question: '年票丢了能补吗？', answer: { text: '可以补办一次。' } }]);
  });

  it('reads the forms, the number, the issuer and the condition of a material', () => {
    expect(first.materials).toMatchObject([
      { name: '居民身份证', forms: ['original', 'copy'], copies: 1 },
      { name: '结婚证', forms: [], issuer: '民政部门', needed: '已婚的' },
      { name: '《索道年票申请表》', forms: ['filled'], copies: 2 },
    ]);
  });

  it('leaves what it does not understand with its place, and guesses nothing', () => {
    expect(first.unread.map(({ text }) => text)).toEqual(['行使层级', '区县级']);
    expect(second.materials).toEqual([]);
    expect(second.unread).toMatchObject([{ heading: '申请材料', text: '详见附件2' }]);
    for (const { place, text } of [...first.unread, ...second.unread])
      expect(byHeadings.slice(place.start, place.end)).toBe(text);
  });

  it('cites the very characters that each fact was read from', () => {
    const fact = first.conditions[0]!;
    expect(fact).toMatchObject({ certainty: 'official', source: '《江湾区办事指南》', cited: { page: null } });
    expect(byHeadings.slice(fact.cited.start, fact.cited.end)).toBe('年满十八周岁的本市居民；');
  });
});

describe('other layouts', () => {
  it('reads a form of two and of four columns, and a table of materials', () => {
    const rows = [
      ['基本信息', '事项名称', '河滩垂钓证办理', '事项类型', '公共服务'],
      ['基本信息', '实施主体', '江湾区农业农村委', '收费情况', '不收费'],
      ['受理条件', '1.年满十六周岁； 2.一年内没有被处罚。'],
      ['法定办结时限', '无', '承诺办结时限', '即办'],
      ['办理地点', '江湾区政务服务中心'],
    ];
    const materials = [
      ['序号', '材料名称', '材料形式', '份数', '来源渠道', '必要性'],
      ['1', '居民身份证', '原件', '1', '公安机关', '必要'],
      ['2', '一寸照片', '电子', '1', '申请人自备', '委托他人办理的需要'],
    ];
    const text = [
      ...tableLines(rows, { hasNames: false }),
      '申请材料',
      ...tableLines(materials, { hasNames: true }),
    ].join('\n');
    const [matter] = draftMatters(guide(text)) as [DraftedMatter];
    expect(matter).toMatchObject({ title: '河滩垂钓证办理', lead: '江湾区农业农村委' });
    expect(texts(matter.conditions)).toEqual(['年满十六周岁。', '一年内没有被处罚。']);
    expect(texts(matter.limits)).toEqual(['承诺办结时限：即办。']);
    expect(texts(matter.fees)).toEqual(['不收费。']);
    expect(matter.materials).toMatchObject([
      { name: '居民身份证', forms: ['original'], copies: 1, issuer: '公安机关' },
      { name: '一寸照片', forms: ['electronic'], copies: 1, needed: '委托他人办理的' },
    ]);
    expect(matter.unread).toMatchObject([{ heading: '事项类型', text: '公共服务' }]);
  });

  it('reads plain numbered text, as of a scan, and names the page of each fact', () => {
    const text =
      '事项名称：渔船泊位登记\n一、受理条件\n（一）在本区登记的渔船\n二、申请材料\n1.渔船登记证书复印件1份\n' +
      '三、承诺时限：3个工作日\n四、收费标准：每船每年 120 元\n五、办理地点：江湾码头 2 号\n';
    const [matter] = draftMatters(guide(text, [0, text.indexOf('三、')])) as [DraftedMatter];
    expect(matter.conditions[0]).toMatchObject({ text: '在本区登记的渔船。', cited: { page: 1 } });
    expect(matter.fees[0]).toMatchObject({
      text: '收费标准：每船每年 120 元。',
      source: '《江湾区办事指南》第 2 页',
      cited: { page: 2 },
    });
    expect(matter.materials).toMatchObject([{ name: '渔船登记证书', forms: ['copy'], copies: 1 }]);
  });

  it.each([
    ['a rule', '第一条 为了规范索道管理，制定本办法。\n第二条 办理时限由管理所公布。\n'],
    ['a notice that names a few fields', '# 停运通知\n办理地点：江湾码头\n咨询电话：023-00000001\n'],
    ['a list of contents', '# 目录\n受理条件........1\n申请材料........2\n办理流程........3\n办理地点........4\n'],
  ])('takes %s for no guide', (_, text) => {
    expect(draftMatters(guide(text))).toEqual([]);
  });
});
