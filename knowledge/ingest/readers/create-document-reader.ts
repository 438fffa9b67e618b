import { createFileReader, type FileReaderOptions, type ReadFile } from './create-file-reader.ts';
import { createPageRecognizer, type RecognizePages } from './recognize-pages.ts';
import type { SourceText } from './source-text.ts';

export interface DocumentReaderOptions extends FileReaderOptions {
  recognize?: RecognizePages;
}

/** Reads each kind of file, scanned pages included. No page is left out in silence: without its text the file fails. */
export function createDocumentReader({
  recognize = createPageRecognizer(),
  ...options
}: DocumentReaderOptions = {}): ReadFile {
  const readFile = createFileReader(options);
  return async (source, bytes) => {
    const read = await readFile(source, bytes);
    return read.scannedPages.length === 0 ? read : withScans(read, await recognize(bytes, read.scannedPages));
  };
}

/** The recognised texts in the places of their pages. */
export function withScans({ text, title, pages, scannedPages }: SourceText, recognized: readonly string[]): SourceText {
  const starts: number[] = [];
  let whole = '';
  for (const [index, start] of (pages ?? []).entries()) {
    const scan = recognized[scannedPages.indexOf(index + 1)] ?? '';
    starts.push(whole.length);
    whole += text.slice(start, pages![index + 1]);
    if (scan !== '') whole += `${whole === '' || whole.endsWith('\n') ? '' : '\n'}${scan}\n`;
  }
  return { text: whole, title, pages: starts, scannedPages };
}
