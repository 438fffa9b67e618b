import { expect, it } from 'vitest';
import { splitDocument } from './split-document.ts';

const texts = (text: string) => splitDocument(text).map(({ start, end }) => text.slice(start, end));

it('keeps each passage under its headings', () => {
  const text = '# 公租房管理\n\n## 申请条件\n年满十八周岁。\n有稳定收入。\n\n## 租金\n按面积计算。\n';
  expect(splitDocument(text).map(({ headings, start, end }) => [headings, text.slice(start, end)])).toEqual([
    [['公租房管理', '申请条件'], '年满十八周岁。\n有稳定收入。'],
    [['公租房管理', '租金'], '按面积计算。'],
  ]);
});

it('knows the headings of Chinese documents, and lets a higher one end the lower', () => {
  const text = '第一章 总则\n一、范围\n（一）对象\n本市居民。\n二、原则\n公开。\n第二章 申请\n随时。';
  expect(splitDocument(text).map(({ headings }) => headings)).toEqual([
    ['第一章 总则', '一、范围', '（一）对象'],
    ['第一章 总则', '二、原则'],
    ['第二章 申请'],
  ]);
});

it('gives every article of a law a passage of its own', () => {
  expect(texts('第一条 为了规范管理。\n第二条 本办法适用于本市。\n前款所称本市，含各区县。')).toEqual([
    '第一条 为了规范管理。',
    '第二条 本办法适用于本市。\n前款所称本市，含各区县。',
  ]);
});

it('cuts what is too long after a sentence and loses nothing', () => {
  const text = '这是一句不长不短的话。'.repeat(100);
  const parts = texts(text);
  expect(parts.join('')).toBe(text);
  expect(parts.length).toBeGreaterThan(2);
  for (const part of parts) expect(part).toMatch(/。$/u);
});

it('cuts a text without any stop where it must', () => {
  const parts = texts('长'.repeat(1000));
  expect(parts.map(({ length }) => length)).toEqual([400, 400, 200]);
});

it('makes nothing of nothing', () => {
  expect(splitDocument('\n  \n# 只有标题\n')).toEqual([]);
});
