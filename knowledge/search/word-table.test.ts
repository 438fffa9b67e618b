import { expect, it } from 'vitest';
import { createWordTable, readWordTable } from './word-table.ts';

const passages = [
  { heading: '机动车驾驶证 补领', text: '驾驶证遗失的，向车辆管理所申请补领。' },
  { heading: '婚姻登记 补领', text: '结婚证遗失的，双方到婚姻登记机关申请补领。' },
  { heading: '公园信息查询', text: '' },
];

it('tells how much of a question stands in a heading, and of a text in the question, rare words counting more', () => {
  const { askedInHeading, headingInQuestion, textInQuestion } = createWordTable(passages).compare('驾驶证补领');
  expect(askedInHeading(0)).toBeCloseTo(1, 5);
  expect(askedInHeading(1)).toBeGreaterThan(0);
  expect(askedInHeading(1)).toBeLessThan(0.5);
  expect(headingInQuestion(0)).toBeLessThan(1);
  expect(textInQuestion(0)).toBeGreaterThan(textInQuestion(1));
  expect([askedInHeading(2), textInQuestion(2)]).toEqual([0, 0]);
});

it('counts what no passage knows against a heading', () => {
  const table = createWordTable(passages);
  expect(table.compare('飞机驾驶证补领').askedInHeading(0)).toBeLessThan(table.compare('驾驶证补领').askedInHeading(0));
});

it('trusts headings that stand for themselves, and none that all say the same or say nothing', () => {
  const own = Array.from({ length: 40 }, (_, id) => ({
    heading: `事项${'甲乙丙丁戊己庚辛壬癸'[id % 10]}${id}`,
    text: '',
  }));
  expect(
    createWordTable(own.map(({ heading }) => ({ heading: heading.slice(2), text: '' }))).headingWorth,
  ).toBeGreaterThan(0);
  expect(createWordTable(own.map(() => ({ heading: '中华人民共和国民法典', text: '' }))).headingWorth).toBe(0);
  expect(createWordTable([{ heading: '', text: '没有标题' }]).headingWorth).toBe(0);
  expect(createWordTable([]).headingWorth).toBe(0);
});

it('comes back from its bytes the same', () => {
  const table = createWordTable(passages);
  const read = readWordTable(table.toBytes());
  expect(read.headingWorth).toBe(table.headingWorth);
  for (const passage of [0, 1, 2])
    expect(read.compare('结婚证遗失').textInQuestion(passage)).toBe(
      table.compare('结婚证遗失').textInQuestion(passage),
    );
});
