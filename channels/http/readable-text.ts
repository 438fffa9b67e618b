import { RequestError } from './error-handler.ts';

/** Longer than any question or complaint that a person types, and short enough to answer at once. */
export const maxTextLength = 2000;

/**
 * A citizen's text as the desk takes it: control and zero-width characters removed, composed form, trimmed.
 * @throws RequestError that says what to do
 */
export function readableText(raw: string): string {
  if (raw.length > maxTextLength)
    throw new RequestError('text_too_long', `内容太长，请控制在 ${maxTextLength} 字以内，或分几次发送。`);
  const text = raw
    .normalize('NFC')
    .replace(/\r\n?/gu, '\n')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, (character) => (character === '\n' || character === '\t' ? character : ''))
    .trim();
  if (text === '') throw new RequestError('text_empty', '没有收到内容，请写下您要问的事或要反映的问题再发送。');
  const unreadable = [...text].filter((character) => character === '\ufffd').length;
  if (unreadable > text.length / 4)
    throw new RequestError('text_unreadable', '内容是乱码，请检查输入法或编码后重新发送。');
  return text;
}
