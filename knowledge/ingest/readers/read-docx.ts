import mammoth from 'mammoth';
import { checkPackage } from './check-package.ts';
import { htmlToText } from './html-to-text.ts';
import { markPages, takeMarks } from './mark-pages.ts';
import { damaged } from './open-package.ts';
import { type SourceText, withoutPages } from './source-text.ts';

/** Word's own names of heading styles are known to mammoth; these are what Chinese Word and WPS write. */
const styleMap = [
  "p[style-name='标题'] => h1:fresh",
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  ...[1, 2, 3, 4, 5, 6].map((level) => `p[style-name='标题 ${level}'] => h${level}:fresh`),
];

/** Headings, paragraphs, lists and tables of a Word file; pictures are left out, nothing outside is opened. Pages where the file says them. */
export async function readDocx(bytes: Buffer): Promise<SourceText> {
  checkPackage(bytes, 'word/document.xml');
  const marked = markPages(bytes);
  const { text } = htmlToText(await toHtml(marked ?? bytes));
  return marked ? { ...withoutPages(''), ...takeMarks(text) } : withoutPages(text);
}

async function toHtml(buffer: Buffer): Promise<string> {
  const convertImage = mammoth.images.imgElement(async () => ({ src: '' }));
  try {
    const { value } = await mammoth.convertToHtml({ buffer }, { styleMap, convertImage, externalFileAccess: false });
    return value;
  } catch (cause) {
    throw damaged(cause);
  }
}
