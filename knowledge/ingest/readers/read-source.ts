import { decodeText } from '../decode-text.ts';
import { IngestError } from '../ingest-error.ts';
import { type FileKind, mostCharacters } from './file-kinds.ts';
import { type SourceText, withoutPages } from './source-text.ts';

/** Libraries are loaded with the first file that needs them: each file is read in a process of its own. */
const readers: Record<FileKind, (bytes: Buffer) => SourceText | Promise<SourceText>> = {
  text: (bytes) => withoutPages(decodeText(bytes)),
  html: async (bytes) => (await import('./read-html.ts')).readHtml(bytes),
  docx: async (bytes) => (await import('./read-docx.ts')).readDocx(bytes),
  xlsx: async (bytes) => (await import('./read-xlsx.ts')).readXlsx(bytes),
  pdf: async (bytes) => (await import('./read-pdf.ts')).readPdf(bytes),
};

/** The text of a file. Throws an `IngestError` that says what to do about one that cannot be used. */
export async function readSource(kind: FileKind, bytes: Buffer): Promise<SourceText> {
  const source = await readers[kind](bytes);
  if (source.text.length > mostCharacters)
    throw new IngestError('too_large', `文字超过 ${mostCharacters / 10_000} 万字；请拆成几份后再导入。`);
  return kind === 'text' ? source : { ...source, ...cleanKeepingPages(source) };
}

/** What cannot be seen is dropped as from plain text; where the pages begin moves with it. */
function cleanKeepingPages({ text, pages }: SourceText): Pick<SourceText, 'text' | 'pages'> {
  const clean = (part: string) => decodeText(new TextEncoder().encode(part.replaceAll('\0', '')));
  if (pages === null) return { text: clean(text), pages };
  const parts = pages.map((start, index) => clean(text.slice(start, pages[index + 1])));
  const starts: number[] = [];
  let length = 0;
  for (const part of parts) {
    starts.push(length);
    length += part.length;
  }
  return { text: parts.join(''), pages: starts };
}
