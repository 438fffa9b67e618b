export interface PagePart {
  text: string;
  isMarked: boolean;
}

export interface ShownPage {
  /** Null where the document has no pages. */
  page: number | null;
  parts: PagePart[];
}

interface Span {
  start: number;
  end: number;
}

/** A text page by page, the characters of a span marked on whichever pages they stand. What comes before the first page belongs to it. */
export function cutIntoPages(text: string, pages: readonly { page: number; start: number }[], span: Span): ShownPage[] {
  if (pages.length === 0) return [{ page: null, parts: cut(text, 0, text.length, span) }];
  return pages.map(({ page, start }, at) => {
    const from = at === 0 ? 0 : start;
    return { page, parts: cut(text, from, pages[at + 1]?.start ?? text.length, span) };
  });
}

function cut(text: string, from: number, to: number, { start, end }: Span): PagePart[] {
  const within = (place: number) => Math.min(to, Math.max(from, place));
  const [first, last] = [within(start), within(Math.max(start, end))];
  return [
    { text: text.slice(from, first), isMarked: false },
    { text: text.slice(first, last), isMarked: true },
    { text: text.slice(last, to), isMarked: false },
  ].filter((part) => part.text !== '');
}
