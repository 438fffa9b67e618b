import { expect, it } from 'vitest';
import { createNearestWordings } from './nearest-wordings.ts';

const nearest = createNearestWordings([
  { id: 'umbrella', text: '雨伞丢了去哪里找' },
  { id: 'umbrella', text: '雨伞遗失登记' },
  { id: 'hat', text: '帽子丢了去哪里找' },
  { id: 'dog', text: '小狗登记要什么' },
]);
const best = (text: string) => [...nearest(text)].sort(([, left], [, right]) => right - left)[0]?.[0];

it('finds what is spoken of by the words that tell it apart, not by those that all share', () => {
  expect(best('我的雨伞丢了')).toBe('umbrella');
  expect(best('在哪里给小狗登记')).toBe('dog');
});

it('stands a typo, for single characters count too', () => expect(best('雨散丢失怎么登记')).toBe('umbrella'));

it('has nothing to say of a text that shares no character', () => expect(nearest('xyz')).toEqual(new Map()));

it('can be asked about a known wording as if it were new', () => {
  const known = nearest('帽子丢了去哪里找').get('hat')!;
  const asIfNew = nearest('帽子丢了去哪里找', '帽子丢了去哪里找').get('hat') ?? 0;
  expect(known).toBeGreaterThan(0.5);
  expect(asIfNew).toBe(0);
});
