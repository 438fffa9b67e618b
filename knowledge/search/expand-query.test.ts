import { expect, it } from 'vitest';
import type { DialectWord, EverydayWord } from '../catalogue/lexicon.ts';
import { createQueryExpansion } from './expand-query.ts';

const dialect = (word: string, standard: string): DialectWord => ({ word, standard, category: '名词' });
const everyday = (word: string, official: string, more: Partial<EverydayWord> = {}): EverydayWord => ({
  word, official, domain: '户籍', ...more,
}); // biome-ignore format: one object

const expand = createQueryExpansion({
  dialect: [dialect('娃儿', '孩子'), dialect('啥子', '什么'), dialect('各', '那里')],
  everyday: [
    everyday('上户口', '出生登记'),
    everyday('户口', '户籍'),
    everyday('娃儿', '未成年人'),
    everyday('过户', '转移登记', { clarify: 'yes' }),
  ],
});
const added = (query: string) => expand(query).map(({ text }) => text);

it('adds the official words for everyday and dialect ones, each once, below the weight of the own words', () => {
  expect(added('娃儿上户口，上户口')).toEqual(['孩子，未成年人', '出生登记']);
  expect(expand('上户口')[0]!.weight).toBeLessThan(1);
});

it('takes the longest of overlapping words', () => {
  expect(added('给他上户口')).toEqual(['出生登记']);
  expect(added('户口本')).toEqual(['户籍']);
});

it('adds nothing for a word that must be asked back about, for single characters, and for plain words', () => {
  expect(added('过户')).toEqual([]);
  expect(added('各人去办社保卡')).toEqual([]);
  expect(added('')).toEqual([]);
});
