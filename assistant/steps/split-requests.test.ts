import { describe, expect, it } from 'vitest';
import { splitRequests } from './split-requests.ts';

describe('splitRequests', () => {
  it.each([
    ['渝中区解放碑步行街烧烤摊半夜吵得睡不着', 1],
    ['我是外地户口，在沙坪坝租房。娃儿想在这边上小学要什么材料？', 1],
    ['身份证掉了怎么补？公积金租房怎么取？', 2],
    ['上户口要带什么，另外我们楼下路灯坏了半个月没人修', 2],
    ['两件事，一是娃儿上户口要哪些材料，二是小区门口的路灯不亮', 2],
    ['我想问下公积金怎么取，再一个就是楼下烧烤摊太吵了', 2],
    ['护照怎么办，还想投诉一下物业乱收费', 2],
    ['我家停水了，同时想问一下低保怎么申请', 2],
    ['我要投诉：1、物业乱收费；2、消防通道被堵；3、电梯经常坏', 3],
    ['第一，路面有坑；第二，井盖没了', 2],
    ['3、4栋都停水了，2号楼没有', 1],
    ['还有', 1],
  ])('finds the requests of 「%s」', (text, count) => expect(splitRequests(text)).toHaveLength(count));

  it('loses nothing but the words that join', () =>
    expect(splitRequests('退休怎么办，顺便问一下公交卡在哪里换')).toEqual(['退休怎么办', '公交卡在哪里换']));
});
