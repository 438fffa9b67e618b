import path from 'node:path';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { CalendarDay } from '../catalogue/fact.ts';
import { cutHead } from './cut-head.ts';
import { findEffectiveDays } from './find-effective-days.ts';
import { IngestError } from './ingest-error.ts';
import { kindOfFile } from './readers/file-kinds.ts';
import type { SourceText } from './readers/source-text.ts';
import { splitDocument } from './split-document.ts';

/** What a file may say of itself. Other keys are for other programs and are let through unread. */
const SourceHead = z
  .object({
    title: z.string().trim().min(1).max(200).optional(),
    validFrom: CalendarDay.optional(),
    validTo: CalendarDay.nullable().optional(),
  })
  .refine(({ validFrom, validTo }) => !validFrom || !validTo || validFrom <= validTo, { path: ['validTo'] });
type SourceHead = z.infer<typeof SourceHead>;

const titleLength = 200;

/** A file as it is kept: its text under a head that says what it is called and from when it holds. Throws as `describeSource`. */
export function toStoredText(source: string, read: SourceText, today: string): string {
  const { text, title, validFrom, validTo, pages } = describeSource(source, read, today);
  const kept = { title, validFrom, validTo, source, ...(pages && { pages }) };
  return `---\n${stringify(kept, { lineWidth: 0 })}---\n${text}`;
}

/** A text with what it is called and from when to when it holds. */
export interface DescribedSource {
  text: string;
  title: string;
  validFrom: string;
  validTo: string | null;
  pages: number[] | null;
}

/**
 * The title is the one of its head, else the one it carries outside its text, its first heading, or its file name; it holds
 * from the day of its head, else the one its text names, else from `today`. Throws `head_invalid` or `text_empty`.
 */
export function describeSource(source: string, read: SourceText, today: string): DescribedSource {
  const { head, text } = kindOfFile(source) === 'text' ? readSource(read.text) : { head: {}, text: read.text };
  if (splitDocument(text).length === 0) throw new IngestError('text_empty', '里面没有正文；请写上内容后再导入。');
  const title = head.title ?? read.title ?? firstHeading(text) ?? path.parse(source).name;
  return { text, title: onOneLine(title), ...daysOf(head, text, today), pages: read.pages };
}

/** What the head says goes before what was read out of sentences. */
function daysOf(head: SourceHead, text: string, today: string): { validFrom: string; validTo: string | null } {
  const found = findEffectiveDays(text);
  const validFrom = head.validFrom ?? found.validFrom ?? today;
  if (head.validTo && head.validTo < validFrom) throw headInvalid('validTo 早于生效的日子');
  const validTo = head.validTo === undefined ? found.validTo : head.validTo;
  return { validFrom, validTo: validTo !== null && validTo < validFrom ? null : validTo };
}

/** Two rules drawn in a text look like a head and hold no list of names and values: that text has none. */
function readSource(written: string): { head: SourceHead; text: string } {
  const { head, text } = cutHead(written);
  if (head === null) return { head: {}, text };
  const named = parseHead(head);
  if (typeof named !== 'object' || named === null || Array.isArray(named)) return { head: {}, text: written };
  const read = SourceHead.safeParse(named);
  if (!read.success) throw headInvalid(`${read.error.issues[0]!.path.join('.')} 的写法不对`, read.error);
  return { head: read.data, text };
}

function parseHead(head: string): unknown {
  try {
    return parse(head);
  } catch (cause) {
    throw headInvalid('不是 YAML', cause);
  }
}

function firstHeading(text: string): string | undefined {
  return /^#{1,6}[ \t]+(.*\S)/mu.exec(text)?.[1];
}

function onOneLine(title: string): string {
  return title.replace(/\s+/gu, ' ').slice(0, titleLength);
}

const headInvalid = (what: string, cause?: unknown) =>
  new IngestError(
    'head_invalid',
    `开头用 --- 围起来的部分${what}；请写成 title: 名称 和 validFrom: 2026-01-31 这样的行。`,
    { cause },
  );
