import { describe, expect, it } from 'vitest';
import { pickFacets } from './pick-facets.ts';

describe('pickFacets', () => {
  it.each([
    ['上户口要带什么材料', ['materials']],
    ['要准备哪些证件啊', ['materials']],
    ['多久能拿到证', ['limits']],
    ['办护照多少钱，几天能拿到', ['limits', 'fees']],
    ['社保卡掉了哪里补', ['places']],
    ['外地户口能不能申请', ['conditions']],
    ['公积金怎么取', ['steps']],
    ['育儿补贴多少钱', ['rules']],
    ['补办低保证要收费吗', ['fees']],
    ['有什么法律依据', ['legal']],
    ['上户口', []],
  ])('reads what 「%s」 asks for', (text, facets) => expect(pickFacets(text)).toEqual(facets));
});
