import { describe, expect, it } from 'vitest';
import { cutIntoPages } from './cut-into-pages.ts';

const text = '封面第一条第二条附则';
const pages = [
  { page: 1, start: 2 },
  { page: 2, start: 5 },
];
const said = (span: { start: number; end: number }) =>
  cutIntoPages(text, pages, span).map(({ page, parts }) => [
    page,
    parts.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text)).join(''),
  ]);

describe('a document page by page', () => {
  it('marks what is cited on its page, and leaves no character out', () => {
    expect(said({ start: 5, end: 8 })).toEqual([
      [1, '封面第一条'],
      [2, '[第二条]附则'],
    ]);
  });

  it('marks what runs over the edge of a page on both', () => {
    expect(said({ start: 3, end: 7 })).toEqual([
      [1, '封面第[一条]'],
      [2, '[第二]条附则'],
    ]);
  });

  it('marks nothing when nothing is cited, or when the place lies beyond the text', () => {
    expect(said({ start: 0, end: 0 })).toEqual([
      [1, '封面第一条'],
      [2, '第二条附则'],
    ]);
    expect(said({ start: 90, end: 99 })[1]).toEqual([2, '第二条附则']);
  });

  it('is one page without a number where the file has none', () => {
    expect(cutIntoPages('正文', [], { start: 0, end: 1 })).toEqual([
      { page: null, parts: [{ text: '正', isMarked: true }, { text: '文', isMarked: false }] },
    ]); // biome-ignore format: one value
  });
});
