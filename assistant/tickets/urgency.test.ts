import { expect, it } from 'vitest';
import { categoryOf, readTaxonomy } from '../../knowledge/index.ts';
import { gradeUrgency } from './urgency.ts';

const taxonomy = await readTaxonomy('knowledge/corpus/complaints');
const gradeOf = (code: string, text: string) => gradeUrgency(text, categoryOf(taxonomy, code));

it.each([
  ['C02.02', '井盖响得很，吵人', 'U3'],
  ['C02.02', '马路中间的井盖缺失了', 'U1'],
  ['C02.02', '盖子被偷了，人要掉进去', 'U1'],
  ['C02.08', '线垂下来了还带电', 'U1'],
  ['C03.01', '水费贵得离谱', 'U3'],
  ['C03.01', '停水两天了', 'U2'],
  ['C04.04', '电梯老是坏', 'U3'],
  ['C04.04', '有人困在电梯里', 'U0'],
  ['C08.01', '老板欠我一个月工资', 'U2'],
  ['C08.01', '我们三十多个工人的工钱没给', 'U1'],
  ['C01.02', '楼顶的违建好多年了', 'U4'],
  ['C01.02', '楼顶正在搭棚子', 'U2'],
  ['C05.01', '工地白天灰大声音也大', 'U3'],
  ['C05.01', '工地凌晨还在打桩', 'U2'],
])('grades %s 「%s」 as %s', (code, text, grade) => {
  expect(gradeOf(code, text)).toBe(grade);
});

it('does not take a fear or a denial for the thing itself', () => {
  expect(gradeOf('C02.02', '井盖松了，怕被偷')).toBe('U3');
  expect(gradeOf('C03.01', '并没有停水，是水压低')).toBe('U3');
});

it('is one step more urgent when many people are concerned, and never reaches U0 that way', () => {
  expect(gradeOf('C04.01', '物业不管，上百户没法住')).toBe('U2');
  expect(gradeOf('C04.12', '房子裂了，几百人住在里面')).toBe('U1');
});
