/** A stretch of a text under its headings, outermost first. */
export interface Section {
  headings: string[];
  start: number;
  end: number;
}

/** Long enough to say something whole, short enough to be read from a citation at a glance. In characters. */
const wantedLength = 180;
const longestLength = 400;

/** Markdown `##`, 第三章, 第十二条, 一、, （一）: the level is the place in the list. */
const headingForms = [
  /^#\s+(.+)$/u,
  /^##\s+(.+)$/u,
  /^#{3,6}\s+(.+)$/u,
  /^(第[一二三四五六七八九十百零\d]+[编章节].*)$/u,
  /^([一二三四五六七八九十]+、.{1,30})$/u,
  /^(（[一二三四五六七八九十]+）.{1,30})$/u,
] as const;

/**
 * Cuts a text into passages that stay within one heading. Lines are kept whole and gathered up to a readable length; a
 * line that is too long alone is cut after a sentence. Articles of law (第十二条) begin a passage of their own.
 */
export function splitDocument(text: string): Section[] {
  const sections: Section[] = [];
  const headings: (string | undefined)[] = [];
  let open: Section | null = null;
  for (const { line, start, end } of linesOf(text)) {
    const level = headingForms.findIndex((form) => form.test(line));
    if (level >= 0) {
      headings.length = level;
      headings[level] = headingForms[level]!.exec(line)![1]!.trim();
      open = null;
      continue;
    }
    if (open === null || startsArticle(line) || end - open.start > wantedLength) {
      open = { headings: headings.filter((heading) => heading !== undefined), start, end };
      sections.push(open);
    } else open.end = end;
  }
  return sections.flatMap((section) => cutLong(text, section));
}

const startsArticle = (line: string) => /^第[一二三四五六七八九十百零\d]+条/u.test(line);

/** Lines that say something, with where they stand; spaces at either end are left outside. */
function linesOf(text: string) {
  return [...text.matchAll(/[^\n]+/gu)].flatMap(({ 0: whole, index }) => {
    const line = whole.trim();
    const start = index + whole.indexOf(line);
    return line === '' ? [] : [{ line, start, end: start + line.length }];
  });
}

function cutLong(text: string, section: Section): Section[] {
  const parts: Section[] = [];
  let { start } = section;
  while (section.end - start > longestLength) {
    const end = start + lastSentenceEnd(text.slice(start, start + longestLength));
    parts.push({ ...section, start, end });
    start = end;
  }
  return [...parts, { ...section, start }];
}

/** After the last full stop of the stretch; a stretch without one is cut at its end. */
function lastSentenceEnd(stretch: string): number {
  const stop = Math.max(...['。', '；', '！', '？', '\n'].map((mark) => stretch.lastIndexOf(mark)));
  return stop < 0 ? stretch.length : stop + 1;
}
