import { expect, it } from 'vitest';
import type { StoredMessage } from '../../channels/socket/protocol.ts';
import { answered, ticketReply } from '../testing/builders.ts';
import { optionsOf, spokenPage, toPages, turnPage } from './plain-pages.ts';
import type { Reply } from './reply-types.ts';
import { zh } from './zh.ts';

const message = (reply: Reply | null, id = 'm1'): StoredMessage => ({
  id,
  sequence: 1,
  role: 'desk',
  clientMessageId: null,
  answersMessageId: null,
  text: '原话',
  reply,
  at: '2026-11-23T02:00:00Z',
});
const linesOf = (reply: Reply) =>
  toPages(message(reply)).flatMap((page) => (page.kind === 'lines' ? [page.sentences.map(({ text }) => text)] : []));

it('puts few lines on a page, never two headings, and a long line alone', () => {
  const line = (text: string, section: string) => ({ text, section, citations: [] });
  const long = '长'.repeat(70);
  const sentences = [
    ...['一', '二', '三', '四'].map((text) => line(text, '材料')),
    line(long, '材料'),
    line('五', '时限'),
  ];
  expect(linesOf(answered({ sentences }))).toEqual([['一', '二', '三'], ['四'], [long], ['五']]);
});

it('ends every message with what can be done next, and leaves out nothing of several replies', () => {
  const partial = { ...answered(), outcome: 'partial', missing: ['收费'] } as Reply;
  const several = { outcome: 'several', text: '', replies: [partial, ticketReply()] } as Reply;
  expect(toPages(message(several)).map(({ kind }) => kind)).toEqual([
    'lines',
    'lines',
    'lines',
    'missing',
    'whole',
    'next',
  ]);
  expect(toPages(message(null)).map(({ kind }) => kind)).toEqual(['text', 'next']);
});

it('says a page in words: lines, a ticket by its number, all of it at the end', () => {
  const said = (reply: Reply) => toPages(message(reply)).map((page) => spokenPage(page, message(reply), zh));
  expect(said(answered())[1]).toBe('申请材料。\n经营者身份证（原件）。\n健康证明（从业人员每人一份）');
  expect(said(ticketReply())[0]).toContain('20261123-000001');
  expect(said(answered()).at(-1)).toContain('承诺 3 个工作日办结');
});

it('turns over all that the desk has said, and stops at either end', () => {
  const desk = [message(answered(), 'a'), message({ outcome: 'refused', by: 'unsafe', text: '不行' }, 'b')];
  expect(turnPage(desk, { messageId: 'a', page: 3 }, 1)).toEqual({ messageId: 'b', page: 0 });
  expect(turnPage(desk, { messageId: 'b', page: 0 }, -1)).toEqual({ messageId: 'a', page: 3 });
  expect(turnPage(desk, { messageId: 'a', page: 0 }, -1)).toBeNull();
  expect(turnPage(desk, { messageId: 'b', page: 1 }, 1)).toBeNull();
  expect(turnPage(desk, { messageId: 'gone', page: 0 }, 1)).toBeNull();
});

it('offers to go on only what an answer offers; a question back shows its own', () => {
  const options = [{ label: '收费吗', send: '收费吗' }];
  expect(optionsOf(answered({ options }))).toEqual(options);
  expect(optionsOf({ outcome: 'clarifying', text: '哪一种？', options })).toEqual([]);
});
