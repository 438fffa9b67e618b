import { expect, it } from 'vitest';
import type { SingleReply } from '../../assistant/index.ts';
import { citeInText } from './cite-in-text.ts';

const citation = (title: string) => ({ docId: title, title, quote: '原文', start: 0, end: 2 });
const answered = (text: string, sentences: { text: string; citations: number[] }[], titles: string[]): SingleReply => ({
  outcome: 'answered',
  text,
  sentences,
  citations: titles.map(citation),
});
const urlOf = ({ docId }: { docId: string }) => `http://desk/${docId}`;

it('marks each sentence behind its words and leaves the text as it was otherwise', () => {
  const reply = answered('关于“甲”：\n· 带身份证。\n· 不收费。', [
    { text: '带身份证。', citations: [0] },
    { text: '不收费。', citations: [1, 0, 1] },
  ], ['甲', '乙']); // biome-ignore format: one reply
  const { text, marks } = citeInText([reply], urlOf);
  expect(text).toBe(
    '关于“甲”：\n· 带身份证。[1]\n· 不收费。[2][1]\n\n来源：\n[1] 《甲》 http://desk/甲\n[2] 《乙》 http://desk/乙',
  );
  expect(marks.map(({ start, end }) => text.slice(start, end))).toEqual(['[1]', '[2]', '[1]']);
});

it('counts sources on over several replies', () => {
  const first = answered('一句。', [{ text: '一句。', citations: [0] }], ['甲']);
  const second = answered('又一句。', [{ text: '又一句。', citations: [0] }], ['乙']);
  const { text, citations } = citeInText([first, { outcome: 'handed_over', text: '请拨打 12345。' }, second], urlOf);
  expect(text).toMatch(/^1\. 一句。\[1\]\n\n2\. 请拨打 12345。\n\n3\. 又一句。\[2\]\n\n来源：/u);
  expect(citations.map(({ number, docId }) => [number, docId])).toEqual([
    [1, '甲'],
    [2, '乙'],
  ]);
});

it('tells who has no buttons what can be answered', () => {
  const options = [
    { label: '是', send: '是本市户籍' },
    { label: '否', send: '不是本市户籍' },
  ];
  const { text } = citeInText([{ outcome: 'clarifying', text: '是本市户籍吗？', options }], urlOf);
  expect(text).toBe('是本市户籍吗？\n（可以回答：是本市户籍；不是本市户籍）');
});

it('keeps a title from breaking the list of sources', () => {
  const reply = answered('一句。', [{ text: '一句。', citations: [0] }], ['甲\n[9] 假来源']);
  const { text } = citeInText([reply], () => 'http://desk/1');
  expect(text.split('\n').slice(-1)).toEqual(['[1] 《甲 [9] 假来源》 http://desk/1']);
});
