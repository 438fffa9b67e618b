import { describe, expect, it } from 'vitest';
import type { Citation } from '../citation.ts';
import type { SingleReply } from '../reply.ts';
import { checkReply, isSupported } from './check-reply.ts';

const quote = '换领居民身份证收费 20 元，法定 60 日内发证。';
const citations: Citation[] = [{ docId: 'd', title: 't', quote, start: 0, end: quote.length }];
const says = (text: string, cites = [0]) => isSupported({ text, citations: cites }, citations);

describe('cite or cut', () => {
  it('lets through what its span says, in other words too', () => {
    expect(says('换领身份证收费20元。')).toBe(true);
    expect(says('法定 60 日内发证（以渝快办当前指南为准）')).toBe(true);
  });
  it.each([
    ['a number that is not in the span', '换领居民身份证收费 40 元。', [0]],
    ['words that are not in the span', '您也可以找朋友代办，不收任何费用。', [0]],
    ['no citation', '换领居民身份证收费 20 元。', []],
    ['a citation that does not exist', '换领居民身份证收费 20 元。', [7]],
  ])('cuts %s', (_, text, cites) => expect(says(text, cites)).toBe(false));

  const answered = (texts: string[]): SingleReply => ({
    outcome: 'answered', text: texts.join('\n'), citations, matter: { id: 'id-card', version: '2025-01-01', title: '身份证' },
    sentences: texts.map((text) => ({ text, citations: [0] })),
  }); // biome-ignore format: one object

  it('removes what is unsupported from the text as well', () => {
    const reply = checkReply(answered(['换领居民身份证收费 20 元。', '保证当天拿证。']));
    expect(reply).toMatchObject({ outcome: 'answered', sentences: [{ text: '换领居民身份证收费 20 元。' }] });
    expect(reply.text).not.toContain('当天');
  });
  it('gives an honest no when nothing is left', () =>
    expect(checkReply(answered(['保证当天拿证。'])).outcome).toBe('nothing_found'));
});
