import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { CalendarDay } from '../catalogue/fact.ts';
import { CorpusInvalid } from '../catalogue/read-matters.ts';
import type { Document, Passage } from '../search/passage.ts';
import { cutHead } from './cut-head.ts';
import { splitDocument } from './split-document.ts';

/** What stands between the two lines of `---` at the head of a file. */
const Head = z.strictObject({
  title: z.string().min(1),
  validFrom: CalendarDay,
  validTo: CalendarDay.nullable().default(null),
  /** Where an ingested file came from, for people; nothing is read from there. */
  source: z.string().optional(),
  /** Where each page begins, counted in characters of the text. */
  pages: z.array(z.number().int().nonnegative()).optional(),
});

/**
 * The Markdown and text files below `folder`, in the order of their paths; none when there is no such folder. Each says
 * at its head what it is called and from when to when it holds: a rule of unknown date must not be served as current.
 * Throws `corpus_invalid` naming the file and the field.
 */
export async function readDocuments(folder: string): Promise<Document[]> {
  const files = await documentFiles(folder);
  return Promise.all(files.map((file) => readDocument(file, folder)));
}

/** As `readDocuments`, but a file that cannot be read is told of and left out: one damaged file must not stop a desk. */
export async function readWholeDocuments(folder: string, notice?: (text: string) => void): Promise<Document[]> {
  const read = await Promise.all(
    (await documentFiles(folder)).map((file) =>
      readDocument(file, folder).catch((error: Error) => {
        notice?.(`文档读不出来，这次没有用它：${error.message}`);
        return [];
      }),
    ),
  );
  return read.flat();
}

async function documentFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    },
  );
  return entries
    .filter((entry) => entry.isFile() && /\.(md|txt)$/i.test(entry.name) && entry.name !== 'README.md')
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/** The document that one file below `folder` is. Throws `corpus_invalid`. */
export async function readDocument(file: string, folder: string): Promise<Document> {
  const name = path.relative(folder, file);
  const { head, text } = cutHead(await readFile(file, 'utf8'));
  if (head === null) throw new CorpusInvalid(`${file}: (head): 开头缺少用 --- 围起来的 title 和 validFrom`);
  const { title, validFrom, validTo, pages } = readHead(file, head);
  const id = `document/${name
    .split(path.sep)
    .join('/')
    .replace(/\.\w+$/u, '')}@${validFrom}`;
  return toDocument({ id, title, text, validFrom, validTo, pages });
}

/** A text as a document whose passages stay within one heading. `pages` says where in it each page begins. */
export function toDocument({ id, title, text, validFrom, validTo, pages }: WrittenDocument): Document {
  const passages = splitDocument(text).map(({ headings, start, end }, index): Passage => ({
    id: `${id}#${index}`, docId: id, title, heading: under(title, headings), text: text.slice(start, end), start, end,
    matterId: null, facet: null, indexedAlso: '', ...(pages && { page: pageAt(pages, start) }),
  })); // biome-ignore format: one object, one glance
  return { id, title, text, validFrom, validTo, passages, ...(pages && { pages: [...pages] }) };
}

export interface WrittenDocument extends Pick<Document, 'id' | 'title' | 'text' | 'validFrom' | 'validTo'> {
  pages?: readonly number[] | undefined;
}

/** The 1-based page on which a place in the text lies. */
export function pageAt(pages: readonly number[], place: number): number {
  return Math.max(1, pages.findLastIndex((start) => start <= place) + 1);
}

/** The headings from the title down; many a text repeats its title as its first heading. */
function under(title: string, headings: readonly string[]): string {
  return (headings[0] === title ? headings : [title, ...headings]).join(' › ');
}

function readHead(file: string, head: string): z.infer<typeof Head> {
  let written: unknown;
  try {
    written = parse(head);
  } catch (cause) {
    throw new CorpusInvalid(`${file}: (head): not YAML`, { cause });
  }
  const read = Head.safeParse(written);
  if (read.success) return read.data;
  const issue = read.error.issues[0]!;
  throw new CorpusInvalid(`${file}: ${issue.path.join('/') || '(head)'}: ${issue.message}`, { cause: read.error });
}
