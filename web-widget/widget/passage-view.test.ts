import { expect, it } from 'vitest';
import { findQuote, pageAt } from './passage-view.ts';

const citation = { docId: 'd', title: 't', quote: '身份证', start: 2, end: 5 };

it('finds the cited words where they were', () =>
  expect(findQuote('要带身份证。', citation)).toEqual({ start: 2, end: 5 }));

it('finds them again when the document has moved around them', () =>
  expect(findQuote('新的第一句。要带身份证。', citation)).toEqual({ start: 8, end: 11 }));

it('marks nothing when the words are gone', () => expect(findQuote('要带户口簿。', citation)).toBeNull());

it('marks the place itself for a citation without words, when the document is that long', () => {
  const place = { ...citation, quote: '' };
  expect(findQuote('要带身份证。', place)).toEqual({ start: 2, end: 5 });
  expect(findQuote('要', place)).toBeNull();
});

it('knows the page on which a place stands, and of none where the document has none', () => {
  const pages = [
    { page: 1, start: 0 },
    { page: 3, start: 120 },
  ];
  expect([pageAt({ pages }, 0), pageAt({ pages }, 119), pageAt({ pages }, 500)]).toEqual([1, 1, 3]);
  expect(pageAt({ pages: [] }, 5)).toBeNull();
});
