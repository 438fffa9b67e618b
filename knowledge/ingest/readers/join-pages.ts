import type { PageLine } from './page-lines.ts';

/** Larger than the letters of the text by this is a heading; much larger one of the first level. */
const headingShare = 1.12;
const titleShare = 1.45;
const longestHeading = 40;

/** What stands in this part of the page at its upper and lower edge may be a running head or a page number. */
const edge = 0.09;

/**
 * One text of the lines of all pages: headings by the size of their letters as `#`, lines that only the margin broke
 * joined again, running heads and page numbers left out. `pages` says where in it each page begins.
 */
export function joinPages(pages: readonly PageLine[][]): { text: string; pages: number[] } {
  const repeated = runningLines(pages);
  const size = commonSize(pages.flat());
  const right = Math.max(0, ...pages.flat().map((line) => line.right));
  const starts: number[] = [];
  let text = '';
  let open = false;
  for (const lines of pages) {
    const kept = lines.filter((line) => !isRunning(line, repeated));
    const [first] = kept;
    const goesOn = open && first !== undefined && level(first, size) === 0 && !startsItem(first.text);
    if (!goesOn && text !== '') text = endLine(text);
    starts.push(text.length);
    for (const line of kept) {
      const depth = level(line, size);
      const isNew = !open || depth > 0 || startsItem(line.text);
      text = isNew
        ? `${endLine(text)}${depth > 0 ? `${'#'.repeat(depth)} ` : ''}${line.text}`
        : joinLine(text, line.text);
      // A line that ends before the margin, or with a full stop, ends its paragraph.
      open = depth === 0 && line.right > right - size * 2.5 && !/[。；：！？]$/u.test(line.text);
    }
  }
  return { text: endLine(text), pages: starts };
}

const endLine = (text: string) => (text === '' || text.endsWith('\n') ? text : `${text}\n`);

const joinLine = (text: string, line: string) => `${text}${/\w$/u.test(text) && /^\w/u.test(line) ? ' ' : ''}${line}`;

const startsItem = (text: string) =>
  /^(?:第[一二三四五六七八九十百零\d]+[编章节条]|[一二三四五六七八九十]+、|（[一二三四五六七八九十\d]+）|\d+[.、．]|[•●■◆-])/u.test(
    text,
  );

function level(line: PageLine, size: number): 0 | 1 | 2 {
  if (line.text.length > longestHeading || line.size < size * headingShare) return 0;
  return line.size >= size * titleShare ? 1 : 2;
}

/** The size in which most characters are set. */
function commonSize(lines: readonly PageLine[]): number {
  const characters = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    characters.set(rounded, (characters.get(rounded) ?? 0) + text.length);
  }
  const [most] = [...characters].toSorted((a, b) => b[1] - a[1]);
  return most?.[0] ?? 0;
}

const atEdge = ({ top }: PageLine) => top < edge || top > 1 - edge;

/** Digits differ from page to page. */
const shape = (text: string) => text.replace(/[\d\s]+/gu, '0');

function runningLines(pages: readonly PageLine[][]): Set<string> {
  const counts = new Map<string, number>();
  for (const lines of pages) {
    for (const text of new Set(lines.filter(atEdge).map((line) => shape(line.text))))
      counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const enough = Math.max(3, pages.length / 2);
  return new Set([...counts].flatMap(([text, count]) => (count >= enough ? [text] : [])));
}

function isRunning(line: PageLine, repeated: Set<string>): boolean {
  if (!atEdge(line)) return false;
  return (
    repeated.has(shape(line.text)) ||
    /^[-—–\s]*(?:第\s*)?\d+(?:\s*页)?(?:\s*[/／共]\s*\d+\s*页?)?[-—–\s]*$/u.test(line.text)
  );
}
