import { openPackage } from './open-package.ts';
import { writePackage } from './write-package.ts';

/** Stands in the text where a page begins, from a range that Unicode leaves to programs; it is taken out again. */
export const pageMark = '\uE00C';

const mainPart = 'word/document.xml';

/** The parts were checked for their size before. */
const mostBytes = 16 * 2 ** 20;

const rendered = /<w:lastRenderedPageBreak\s*\/>/gu;
const written = /<w:br\b[^>]*\bw:type="page"[^>]*\/>/gu;

/**
 * A Word file with a mark at the beginning of every page but the first. Word writes down where its pages began when it saved
 * the file; other programs do not, and there the written page breaks are taken where they make as many pages as the file
 * says it has, or it says none. Null where nothing says where pages begin.
 */
export function markPages(bytes: Buffer): Buffer | null {
  const parts = openPackage(bytes);
  const read = (name: string) =>
    parts
      .find((part) => part.name === name)
      ?.unpack(mostBytes)
      .toString('utf8');
  const xml = (read(mainPart) ?? '').replaceAll(pageMark, '');
  const breaks = xml.match(rendered) ? rendered : written;
  const count = xml.match(breaks)?.length ?? 0;
  const [, pages] = /<Pages>(\d+)<\/Pages>/u.exec(read('docProps/app.xml') ?? '') ?? [];
  if (count === 0 || (breaks === written && pages !== undefined && Number(pages) !== count + 1)) return null;
  const marked = xml.replace(breaks, `<w:t>${pageMark}</w:t>`);
  // Pictures and fonts are left out: the reader opens none of them.
  const kept = parts.filter(({ name }) => /\.(?:xml|rels)$/iu.test(name));
  return writePackage(
    Object.fromEntries(kept.map((part) => [part.name, part.name === mainPart ? marked : part.unpack(mostBytes)])),
  );
}

/** The text without its marks, and where each page begins in it. A page that begins within a line's mark begins with the line. */
export function takeMarks(text: string): { text: string; pages: number[] } {
  const [first = '', ...others] = text.split(pageMark);
  const pages = [0];
  let whole = first;
  for (const piece of others) {
    const lineStart = whole.lastIndexOf('\n') + 1;
    const startsLine = /^(?:#{1,6} |- )?\s*$/u.test(whole.slice(lineStart));
    // A line that held nothing but the mark is no line.
    const rest = whole.length === lineStart ? piece.replace(/^\n/u, '') : piece;
    pages.push(startsLine ? lineStart : whole.length);
    whole += rest;
  }
  return { text: whole, pages };
}
