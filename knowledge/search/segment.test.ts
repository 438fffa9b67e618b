import { expect, it } from 'vitest';
import { segment } from './segment.ts';

it('gives every character and every pair of neighbours', () => {
  expect(segment('上户口')).toEqual(['上', '上户', '户', '户口', '口']);
});

it('pairs no characters across punctuation', () => {
  expect(segment('户口，材料')).not.toContain('口材');
});

it('keeps letters and digits as runs beside Chinese', () => {
  expect(segment('拨打12345热线App')).toEqual(['拨', '拨打', '打', '12345', '热', '热线', '线', 'app']);
});

it('folds width and case', () => {
  expect(segment('ＡＰＰ１２')).toEqual(segment('app12'));
});

it('takes a character outside the basic plane as one', () => {
  expect(segment('𠮷野')).toEqual(['𠮷', '𠮷野', '野']);
});

it('gives nothing for punctuation, emoji and emptiness', () => {
  expect(segment('！？ 😀\u200b')).toEqual([]);
});
