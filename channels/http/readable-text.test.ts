import { describe, expect, it } from 'vitest';
import { maxTextLength, readableText } from './readable-text.ts';

describe('readableText', () => {
  it('takes control and zero-width characters out', () =>
    expect(readableText('\u0000上\u200b户\u202e口\u0007\r\n材料\ufeff ')).toBe('上户口\n材料'));

  it('keeps emoji and rare characters whole', () => expect(readableText('😀 𠮷')).toBe('😀 𠮷'));

  it.each([
    ['nothing', '', 'text_empty'],
    ['only what cannot be seen', ' \u200b\u0000\n', 'text_empty'],
    ['more than fits', '长'.repeat(maxTextLength + 1), 'text_too_long'],
    ['bytes that are no text', '\ufffd'.repeat(20), 'text_unreadable'],
  ])('turns away %s', (_, raw, code) => expect(() => readableText(raw)).toThrow(expect.objectContaining({ code })));
});
