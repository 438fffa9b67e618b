import { type GuideField, readFieldStart } from '../ingest/guide-fields.ts';
import { pageAt } from '../ingest/read-documents.ts';
import type { Document } from '../search/passage.ts';
import { type Item, splitItems } from './split-items.ts';

/** What stands under one name of the form. */
export interface GuidePart {
  field: GuideField;
  name: string;
  items: Item[];
}

/** A matter as a guide describes it, by the names of the form. */
export interface GuideMatter {
  title: Item;
  parts: GuidePart[];
  /** Lines before the first name that say nothing of the form. */
  stray: Item[];
}

/** Fewer names of the form than this are a notice that mentions a matter, not its guide. */
const fewestFields = 4;

/** Names that say what a guide is about; the rest could stand in any form. */
const telling: readonly GuideField[] = [
  'conditions',
  'materials',
  'steps',
  'legalLimit',
  'promisedLimit',
  'limit',
  'fees',
  'places',
  'legal',
  'results',
];

interface Line extends Item {
  /** The line as it stands, its number included, and where that begins. */
  whole: string;
  lineStart: number;
  mark: Mark;
}

/** How a line is marked as a heading; numbers of lists are no such mark. */
type Mark = 'heading' | 'han' | 'bracket' | null;

/** Names of groups of fields: they say nothing themselves. */
const groups =
  /^(?:基本信息|办理信息|受理信息|基本要素|事项信息|办事指南|服务指南|材料信息|结果信息|收费信息|其他信息|表格|目录)$/u;

/**
 * The matters that a document describes in the national form, in its order. A matter begins at its name, or, where the
 * guide names it only in a heading, at the heading above its first field. Documents that are no guides give none.
 */
export function readGuide({ text, title }: Pick<Document, 'text' | 'title'>): GuideMatter[] {
  const matters: GuideMatter[] = [];
  let open: Open | null = null;
  let heading: Line | null = null;
  const begin = (named: Item): Open => {
    if (open && heading) dropLine(open.matter, heading);
    const matter: GuideMatter = { title: named, parts: [], stray: [] };
    matters.push(matter);
    return { matter, part: null, mark: null };
  };
  for (const line of linesOf(text)) {
    const start = readFieldStart(line.whole);
    if (start === null) {
      if (line.mark === 'heading' || line.mark === 'han') heading = line;
      // A heading like those of the fields ends the field above it, whatever it is about.
      if (open && (line.mark === 'heading' || (line.mark !== null && line.mark === open.mark))) open.part = null;
      if (open && !groups.test(line.text)) (open.part?.items ?? open.matter.stray).push(...itemsOf(line));
      continue;
    }
    const { field, name, valueStart } = start;
    const items = splitItems(text, line.lineStart + valueStart, line.end);
    if (field === 'title') {
      if (items[0]) open = begin(items[0]);
    } else {
      if (open === null) open = begin(heading ?? { text: title, start: 0, end: 0 });
      else if (heading?.mark && beginsAnother(open.matter, field)) open = begin(heading);
      const part: GuidePart = { field, name, items };
      open.matter.parts.push(part);
      open.part = part;
      open.mark = line.mark;
    }
    heading = null;
  }
  return matters.filter(isGuide).map(withJoinedParts);
}

interface Open {
  matter: GuideMatter;
  /** The part that the next lines belong to; null below a heading that is no field. */
  part: GuidePart | null;
  /** How the name of that part was marked. */
  mark: Mark;
}

/** The 1-based page of a place, null where the document has no pages. */
export function pageOf({ pages }: Pick<Document, 'pages'>, place: number): number | null {
  return pages ? pageAt(pages, place) : null;
}

/** A field that is there already is another matter's, when a heading stands between. */
const beginsAnother = (open: GuideMatter, field: GuideField) => open.parts.some((part) => part.field === field);

/** The name of the next matter was taken for a line of this one. */
function dropLine(matter: GuideMatter, { lineStart, end }: Line): void {
  const isOther = ({ start }: Item) => start < lineStart || start >= end;
  for (const part of matter.parts) part.items = part.items.filter(isOther);
  matter.stray = matter.stray.filter(isOther);
}

const itemsOf = ({ whole, lineStart }: Line): Item[] =>
  splitItems(whole, 0, whole.length).map(({ text, start, end }) => ({
    text,
    start: start + lineStart,
    end: end + lineStart,
  }));

function isGuide({ parts }: GuideMatter): boolean {
  const fields = new Set(parts.map(({ field }) => field));
  return fields.size >= fewestFields && telling.filter((field) => fields.has(field)).length >= 2;
}

/** A name that stands twice, as on both sides of a page's end, is one part. */
function withJoinedParts(matter: GuideMatter): GuideMatter {
  const parts: GuidePart[] = [];
  for (const part of matter.parts) {
    const same = parts.find(({ field, name }) => field === part.field && name === part.name);
    if (same) same.items.push(...part.items);
    else parts.push({ ...part, items: [...part.items] });
  }
  return { ...matter, parts };
}

function linesOf(text: string): Line[] {
  return [...text.matchAll(/[^\n]+/gu)].flatMap(({ 0: raw, index }) => {
    const whole = raw.trim();
    if (whole === '') return [];
    const lineStart = index + raw.indexOf(whole);
    const bare = splitItems(whole, 0, whole.length).length === 1 ? splitItems(whole, 0, whole.length)[0]!.text : whole;
    const start = lineStart + whole.indexOf(bare);
    return [{ whole, lineStart, text: bare, start, end: lineStart + whole.length, mark: markOf(whole) }];
  });
}

/** Marked as a heading, or numbered like one, short and without an end of a sentence. */
function markOf(whole: string): Mark {
  if (/^#{1,6}\s/u.test(whole)) return 'heading';
  if (whole.length > 36 || /[。；，]/u.test(whole)) return null;
  if (/^(?:第?[一二三四五六七八九十]{1,3}[、章节部分编])/u.test(whole)) return 'han';
  return /^[（(][一二三四五六七八九十]{1,3}[）)]/u.test(whole) ? 'bracket' : null;
}
