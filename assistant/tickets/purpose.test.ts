import { expect, it } from 'vitest';
import { readComplaintExamples } from '../../knowledge/index.ts';
import { purposeOf } from './purpose.ts';

it.each([
  ['请问换身份证要带什么材料', '咨询'],
  ['加装电梯有没有补贴，怎么申请', '咨询'],
  ['井盖不见了，请赶紧来补一个', '求助'],
  ['家里停水三天了，老人没得水喝，帮帮忙', '求助'],
  ['物业只收钱不做事，天天扯皮', '投诉'],
  ['楼下烧烤摊半夜吵得睡不着', '投诉'],
  ['我要举报一家没得执照的作坊', '举报'],
  ['有人半夜往河里偷排污水', '举报'],
  ['建议在江滩公园增加座椅', '建议'],
  ['感谢出租车师傅把包还给我', '表扬'],
  ['你们服务态度太差了，谢谢', '投诉'],
])('reads 「%s」 as %s', (text, purpose) => {
  expect(purposeOf(text)).toBe(purpose);
});

it('agrees with the author of the messages in most of them', async () => {
  const told = (await readComplaintExamples('knowledge/corpus/complaints')).filter(({ purpose }) => purpose);
  const right = told.filter(({ text, purpose }) => purposeOf(text) === purpose).length;
  expect(right / told.length).toBeGreaterThan(0.7);
});
