import { decodeText } from '../decode-text.ts';
import { IngestError } from '../ingest-error.ts';
import { htmlToText } from './html-to-text.ts';
import { type SourceText, withoutPages } from './source-text.ts';

/** A page may name its encoding, which is then no guess; others than UTF-8 are turned into it before the usual checks. */
export function readHtml(bytes: Buffer): SourceText {
  const html = decodeText(new TextEncoder().encode(decodedAsNamed(bytes)));
  refuseEntities(html);
  const { text, title } = htmlToText(html);
  return withoutPages(text, title);
}

function decodedAsNamed(bytes: Buffer): string {
  const beginning = bytes.toString('latin1', 0, 2048);
  const [, named = 'utf-8'] = /<meta[^>]*charset\s*=\s*["']?\s*([\w-]+)/iu.exec(beginning) ?? [];
  const label = /^gb/iu.test(named) ? 'gb18030' : named;
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new IngestError('encoding_not_utf8', '网页的编码和它写明的不一样；请另存为 UTF-8 后再导入。', { cause });
  }
}

/** HTML has no entities of its own making; what declares some is XML meant to blow up or to name files. */
function refuseEntities(html: string): void {
  if (/<!ENTITY/iu.test(html))
    throw new IngestError('xml_unsafe', '里面定义了 XML 实体，可能有害，没有读取；请用浏览器另存一份再导入。');
}
