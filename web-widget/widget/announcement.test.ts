import { expect, it } from 'vitest';
import { answered, ticketReply } from '../testing/builders.ts';
import { toAnnouncement } from './announcement.ts';
import { en } from './en.ts';
import type { Reply } from './reply-types.ts';
import { zh } from './zh.ts';

const stored = (reply: Reply | null) => ({
  id: 'm2', sequence: 2, role: 'desk' as const, clientMessageId: null, answersMessageId: 'm1', text: '正文', reply,
  at: '2026-11-23T02:00:00Z',
}); // biome-ignore format: one message

it('tells the number, the owner and the limit of a ticket, in either language', () => {
  for (const [words, due] of [
    [zh, '2026年11月30日 18:00'],
    [en, '30 Nov 2026, 18:00'],
  ] as const) {
    const said = toAnnouncement(stored(ticketReply()), words);
    for (const part of ['20261123-000001', '渝中区城市管理局', due]) expect(said).toContain(part);
  }
});

it('tells an answer in its words, each of several, and a message without a reply by its text', () => {
  const several = { outcome: 'several', text: '两件事', replies: [answered(), ticketReply()] } as Reply;
  expect(toAnnouncement(stored(answered()), zh)).toContain('承诺 3 个工作日办结');
  expect(toAnnouncement(stored(several), zh)).toMatch(/承诺 3 个工作日办结.*20261123-000001/);
  expect(toAnnouncement(stored(null), zh)).toBe('渝问答复：正文');
});
