import { IngestError } from './ingest-error.ts';

/** A stray control character is dropped; a text that has more than this share of them is none. */
const mostControlCharacters = 0.002;

const controlCharacters = /[^\P{Cc}\n\t]/gu;

/** They are not seen, yet they tear words apart for the search. */
const invisibleCharacters = /[\u00ad\u200b-\u200d\u2060\ufeff]/gu;

/**
 * The text of a file in UTF-8, with lines ended by `\n` and without what cannot be seen. Throws `not_text` for binary
 * data and `encoding_not_utf8` for text in another encoding: guessing one would put wrong characters into answers.
 */
export function decodeText(bytes: Uint8Array): string {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) throw otherEncoding();
  if (bytes.includes(0)) throw binary();
  const text = decoded(bytes).replace(/\r\n?/gu, '\n');
  const control = text.match(controlCharacters)?.length ?? 0;
  if (control > Math.max(1, text.length * mostControlCharacters)) throw binary();
  return text.replace(controlCharacters, '').replace(invisibleCharacters, '');
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw otherEncoding(cause);
  }
}

const binary = () => new IngestError('not_text', '里面不是文字而是二进制数据；请换成 Markdown 或纯文本文件。');

const otherEncoding = (cause?: unknown) =>
  new IngestError('encoding_not_utf8', '不是 UTF-8 编码；请用编辑器另存为 UTF-8 后再导入。', { cause });
