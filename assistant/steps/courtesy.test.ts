import { expect, it } from 'vitest';
import { isCourtesy, isGreeting } from './courtesy.ts';

it('knows what is said out of courtesy alone', () => {
  for (const text of ['谢谢', '好的，谢谢啦', '要得，多谢你哈', '晓得了', '嗯嗯', '没得事了', '没有其他问题了，再见', 'OK', '辛苦你们了！', '你好'])
    expect([text, isCourtesy(text)]).toEqual([text, true]);
  expect([isGreeting('你好啊'), isGreeting('好的')]).toEqual([true, false]);
}); // biome-ignore format: a list of texts

it('leaves what asks, tells or answers to the skills', () => {
  for (const text of ['谢谢，那要多久', '没有', '好的，材料呢', '没有暂住证', '你好，路灯不亮', '不用交钱吗', '知道哪里办吗', '行不行', ''])
    expect([text, isCourtesy(text)]).toEqual([text, false]);
}); // biome-ignore format: a list of texts
