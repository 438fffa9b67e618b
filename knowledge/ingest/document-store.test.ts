import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDocumentStore, type DocumentStore, removeKept } from './document-store.ts';
import { readDocuments } from './read-documents.ts';

let folder: string;
let store: DocumentStore;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'document-store-'));
  store = createDocumentStore(folder);
});
afterEach(() => rm(folder, { recursive: true }));

const bytes = (text: string) => new TextEncoder().encode(text);
const notice = '# 缆车乘坐须知\n\n## 预约\n乘坐过江缆车须先预约时段。\n';
const keep = (text: string | Uint8Array, { source = '/docs/cable.md', today = '2026-11-23' } = {}) =>
  store.keep(source, typeof text === 'string' ? bytes(text) : text, today);

describe('keeping a file', () => {
  it('makes a document of it whose passages are spans of its text', async () => {
    const { status, document } = await keep(notice);
    expect(status).toBe('ok');
    expect(document).toMatchObject({ title: '缆车乘坐须知', validFrom: '2026-11-23', validTo: null, text: notice });
    expect(await readDocuments(folder)).toEqual([document]);
    for (const { start, end, text } of document.passages) expect(document.text.slice(start, end)).toBe(text);
  });

  it('is nothing new the second time, and keeps the day of the first', async () => {
    const first = await keep(notice);
    const again = await keep(notice, { today: '2026-12-24' });
    expect(again).toEqual({ status: 'unchanged', document: first.document });
    expect(await readdir(folder)).toHaveLength(1);
  });

  it('replaces the earlier version of a changed file, under another id, and leaves other files alone', async () => {
    const first = await keep(notice);
    await keep(notice, { source: '/docs/copy.md' });
    const changed = await keep(notice.replace('时段', '日期'));
    expect(changed.status).toBe('ok');
    expect(changed.document.id).not.toBe(first.document.id);
    const texts = (await readDocuments(folder)).map(({ text }) => text);
    expect(texts.toSorted()).toEqual([notice, notice.replace('时段', '日期')].toSorted());
  });

  it('writes a damaged file anew, and leaves no temporary file', async () => {
    await keep(notice);
    const [name] = await readdir(folder);
    await writeFile(path.join(folder, name!), 'half a fi');
    expect((await keep(notice)).status).toBe('ok');
    expect(await readdir(folder)).toEqual([name]);
  });
});

it.each([
  ['the path it was taken in from', () => '/docs/cable.md'],
  ['the id of its document', (id: string) => id],
])('is removed by %s, and nothing else is', async (_, nameOf) => {
  const { document } = await keep(notice);
  await keep(notice, { source: '/docs/copy.md' });
  expect(await removeKept(folder, nameOf(document.id))).toBe(1);
  expect(await removeKept(folder, nameOf(document.id))).toBe(0);
  expect(await readDocuments(folder)).toHaveLength(1);
});

describe('what a file is called and when it holds', () => {
  it.each([
    ['its head', '---\ntitle: 索道通告\nvalidFrom: 2024-05-01\nvalidTo: 2025-05-01\nauthor: x\n---\n# 别的\n正文', '索道通告', '2024-05-01'],
    ['its first heading', '正文\n## 夜间停运\n更多', '夜间停运', '2026-11-23'],
    ['its name', '正文', 'cable', '2026-11-23'],
    ['its name, with two rules that are no head', '---\n正文一\n---\n正文二', 'cable', '2026-11-23'],
    ['its head, written with marks of YAML', '---\ntitle: "“第一号”: 通告 #1"\n---\n正文', '“第一号”: 通告 #1', '2026-11-23'],
  ])('is said by %s', async (_, text, title, validFrom) => {
    expect((await keep(text)).document).toMatchObject({ title, validFrom });
  }); // biome-ignore format: a table

  it('is not affected by line ends, a mark of byte order and what cannot be seen', async () => {
    const { document } = await keep('\uFEFF---\r\ntitle: 通告\r\n---\r\n缆\u200B车停运。\r\n明天恢复。\r\n');
    expect(document).toMatchObject({ title: '通告', text: '缆车停运。\n明天恢复。\n' });
  });
});

describe('a file that is no usable text', () => {
  it.each([
    ['binary data', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 8), 'not_text'],
    ['many control characters', bytes('\u0001\u0002\u0003\u0004正文'), 'not_text'],
    ['text in GBK', Uint8Array.of(0xd6, 0xd8, 0xc7, 0xec), 'encoding_not_utf8'],
    ['text in UTF-16', Uint8Array.of(0xff, 0xfe, 0x4b, 0x6d), 'encoding_not_utf8'],
    ['a head that is no YAML', bytes('---\ntitle: "通告\n---\n正文'), 'head_invalid'],
    ['a day that is none', bytes('---\nvalidFrom: 去年\n---\n正文'), 'head_invalid'],
    ['an end before its beginning', bytes('---\nvalidTo: 2020-01-01\n---\n正文'), 'head_invalid'],
    ['nothing', new Uint8Array(), 'text_empty'],
    ['headings alone', bytes('# 通告\n'), 'text_empty'],
  ])('is refused and not kept: %s', async (_, content, code) => {
    await expect(keep(content)).rejects.toMatchObject({ code });
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('a file of another kind', () => {
  const pages = {
    text: '# 索道办法\n本办法自2025年3月1日起施行。\n票价二十元。\n',
    title: null,
    pages: [0, 26],
    scannedPages: [],
  };
  const pdfStore = (reads: string[]) =>
    createDocumentStore(folder, async (source) => {
      reads.push(source);
      return pages;
    });

  it('holds from the day its text names, and its passages know their headings and page', async () => {
    const { document } = await pdfStore([]).keep('/docs/cable.pdf', bytes('%PDF'), '2026-11-23');
    expect(document).toMatchObject({ title: '索道办法', validFrom: '2025-03-01', validTo: null });
    expect(document.passages).toMatchObject([{ heading: '索道办法', page: 1 }]);
  });

  it('is read once, however often it is taken in', async () => {
    const reads: string[] = [];
    for (let time = 0; time < 2; time += 1) await pdfStore(reads).keep('/docs/cable.pdf', bytes('%PDF'), '2026-11-23');
    expect(reads).toEqual(['/docs/cable.pdf']);
  });

  it('has passages on later pages under their own headings', async () => {
    const text = '# 一\n甲。\n# 二\n乙。\n';
    const store = createDocumentStore(folder, async () => ({ text, title: '书', pages: [0, 7], scannedPages: [] }));
    const { document } = await store.keep('/docs/book.pdf', bytes('%PDF'), '2026-11-23');
    expect(document.passages).toMatchObject([{ heading: '书 › 一', page: 1 }, { heading: '书 › 二', page: 2 }]); // biome-ignore format: pairs
  });
});
