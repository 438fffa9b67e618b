import { createRequire } from 'node:module';
import path from 'node:path';
import { IngestError } from '../ingest-error.ts';
import { joinPages } from './join-pages.ts';
import { damaged, encrypted } from './open-package.ts';
import { type PageLine, toPageLines } from './page-lines.ts';
import type { SourceText } from './source-text.ts';

/** The longest code of law has some hundred; a larger file is an archive. */
const mostPages = 1_000;

/** With fewer characters a page is looked at whether it is a picture of text: a stamp or a page number is no text. */
const fewCharacters = 20;

type Pdf = typeof import('pdfjs-dist/legacy/build/pdf.mjs');
type PdfDocument = Awaited<ReturnType<Pdf['getDocument']>['promise']>;
type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;

/** The text layer of a PDF with where its pages begin, and which pages are scans. */
export async function readPdf(bytes: Buffer): Promise<SourceText> {
  checkEnds(bytes);
  const pdf = await loadPdf();
  const document = await openDocument(pdf, bytes);
  if (document.numPages > mostPages)
    throw new IngestError('too_many_pages', `有 ${document.numPages} 页，超过 ${mostPages} 页；请拆成几份后再导入。`);
  const pages: PageLine[][] = [];
  const scannedPages: number[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number).catch((cause: unknown) => {
      throw damaged(cause);
    });
    const lines = await linesOf(page);
    if (isFew(lines) && (await showsPicture(pdf, page))) scannedPages.push(number);
    pages.push(lines);
    page.cleanup();
  }
  return { ...joinPages(pages), title: null, scannedPages };
}

/** pdf.js would make up what a torn file lacks, and half a rule is worse than none. */
function checkEnds(bytes: Buffer): void {
  const begins = bytes.subarray(0, 1024).includes('%PDF-');
  if (!begins || !bytes.subarray(-4096).includes('%%EOF')) throw damaged();
}

/** pdf.js names classes of drawing when it is loaded. Nothing is drawn here, so the native add-on that has them is not needed. */
function loadPdf(): Promise<Pdf> {
  const drawing = { DOMMatrix: class {}, ImageData: class {}, Path2D: class {} };
  for (const [name, stub] of Object.entries(drawing))
    if (!(name in globalThis)) Object.assign(globalThis, { [name]: stub });
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

async function openDocument(pdf: Pdf, bytes: Buffer): Promise<PdfDocument> {
  const folder = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const options = {
    data: new Uint8Array(bytes),
    // Without them, Chinese text in fonts that are not embedded has no characters.
    cMapUrl: `${folder}/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${folder}/standard_fonts/`,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: pdf.VerbosityLevel.ERRORS,
  };
  return pdf.getDocument(options).promise.catch((cause: Error) => {
    throw cause.name === 'PasswordException' ? encrypted(cause) : damaged(cause);
  });
}

async function linesOf(page: PdfPage): Promise<PageLine[]> {
  const { items } = await page.getTextContent({ disableNormalization: false });
  const [, , , height = 0] = page.view;
  return toPageLines(
    items.flatMap((item) => ('str' in item ? [item] : [])),
    height,
  );
}

const isFew = (lines: PageLine[]) => lines.reduce((sum, { text }) => sum + text.length, 0) < fewCharacters;

async function showsPicture(pdf: Pdf, page: PdfPage): Promise<boolean> {
  const { fnArray } = await page.getOperatorList();
  const { paintImageXObject, paintInlineImageXObject, paintImageMaskXObject } = pdf.OPS;
  return fnArray.some((operation) =>
    [paintImageXObject, paintInlineImageXObject, paintImageMaskXObject].includes(operation),
  );
}
