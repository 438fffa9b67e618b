import { expect, it } from 'vitest';
import { segment } from './segment.ts';
import { letterShare, weighQuery } from './weigh-query.ts';

const everythingIsRare = () => 2;

it('lets every token of one word count once', () => {
  const weights = weighQuery('户', everythingIsRare);
  expect([...weights]).toEqual([['户', 1]]);
});

it('counts a word said twice twice, and words handed in by their weight', () => {
  const weights = weighQuery(
    [
      { text: 'app，app', weight: 1 },
      { text: 'web', weight: 0.5 },
    ],
    everythingIsRare,
  );
  expect(weights.get('app')! / weights.get('web')!).toBeCloseTo(4);
});

it('leaves out what the index does not know', () => {
  expect(weighQuery('户口', () => undefined).size).toBe(0);
});

it('makes rarity count more and characters less in a letter', () => {
  const letter = Array.from({ length: 80 }, (_, place) => String.fromCodePoint(0x4e00 + place)).join('');
  const weights = weighQuery(letter, everythingIsRare);
  expect(weights.get('一丁')).toBeCloseTo(2);
  expect(weights.get('一')).toBeCloseTo(2 * 0.3);
});

it('calls nothing a letter that repeats itself', () => {
  expect(letterShare(segment('办证'.repeat(100)))).toBeLessThan(0.05);
  expect(letterShare([])).toBe(0);
});
