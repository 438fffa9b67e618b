import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { CalendarDay } from '../catalogue/fact.ts';
import { CorpusInvalid } from '../catalogue/read-matters.ts';
import type { Document, Passage } from '../search/passage.ts';
import { splitDocument } from './split-document.ts';

/** What stands between the two lines of `---` at the head of a file. */
const Head = z.strictObject({
  title: z.string().min(1),
  validFrom: CalendarDay,
  validTo: CalendarDay.nullable().default(null),
});

/**
 * The Markdown and text files below `folder`, in the order of their paths; none when there is no such folder. Each says
 * at its head what it is called and from when to when it holds: a rule of unknown date must not be served as current.
 * Throws `corpus_invalid` naming the file and the field.
 */
export async function readDocuments(folder: string): Promise<Document[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    },
  );
  const files = entries
    .filter((entry) => entry.isFile() && /\.(md|txt)$/i.test(entry.name) && entry.name !== 'README.md')
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  return Promise.all(
    files.map(async (file) => toDocument(file, path.relative(folder, file), await readFile(file, 'utf8'))),
  );
}

function toDocument(file: string, name: string, written: string): Document {
  const [, head, text] = /^\uFEFF?---\r?\n(.*?)\r?\n---\r?\n(.*)$/su.exec(written) ?? [];
  if (head === undefined || text === undefined)
    throw new CorpusInvalid(`${file}: (head): 开头缺少用 --- 围起来的 title 和 validFrom`);
  const { title, validFrom, validTo } = readHead(file, head);
  const docId = `document/${name
    .split(path.sep)
    .join('/')
    .replace(/\.\w+$/u, '')}@${validFrom}`;
  const passages = splitDocument(text).map(({ headings, start, end }, index): Passage => ({
    id: `${docId}#${index}`, docId, title, heading: [title, ...headings].join(' › '), text: text.slice(start, end),
    start, end, matterId: null, facet: null, indexedAlso: '',
  })); // biome-ignore format: one object, one glance
  return { id: docId, title, text, validFrom, validTo, passages };
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
