import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createDocumentStore, openKnowledge } from '../../knowledge/index.ts';
import { projectRoot } from '../cli/project-root.ts';
import { findFiles } from './find-files.ts';
import { ingestFiles } from './ingest-files.ts';

let folder: string;
let kept: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ingest-'));
  kept = path.join(folder, 'kept');
  await mkdir(path.join(folder, 'notices', 'old'), { recursive: true });
  await mkdir(path.join(folder, 'notices', '.git'));
});
afterEach(() => rm(folder, { recursive: true }));

const write = (name: string, content: string | Uint8Array) => writeFile(path.join(folder, 'notices', name), content);
const ingest = (files: readonly string[], onProgress?: (done: number) => void) =>
  ingestFiles(files, { store: createDocumentStore(kept), today: '2026-11-23', ...(onProgress ? { onProgress } : {}) });
const found = (...paths: string[]) => findFiles(paths, { except: [kept] });

it('finds the files of a folder and below it, each once, and passes over what is hidden or kept already', async () => {
  await write('b.md', '正文');
  await write('old/a.txt', '正文');
  await write('.git/config.txt', 'x');
  await mkdir(kept);
  await writeFile(path.join(kept, 'kept.md'), 'x');
  const files = await found(folder, path.join(folder, 'notices', 'b.md'));
  expect(files.map((file) => path.relative(folder, file))).toEqual(['notices/b.md', 'notices/old/a.txt']);
});

it('takes in what it can and says of each other file why not', async () => {
  await write('cable.md', '# 缆车\n乘坐过江缆车须先预约。');
  await write('form.doc', 'x');
  await write('gbk.txt', Uint8Array.of(0xd6, 0xd8));
  await write('huge.txt', '长'.repeat(2_000_000));
  await write('photo.md', Uint8Array.of(0x89, 0x50, 0, 0));
  const progress: number[] = [];
  const files = await ingest([...(await found(path.join(folder, 'notices'))), '/no/such.md'], (done) =>
    progress.push(done),
  );
  expect(files.map((file) => [path.basename(file.path), file.status === 'failed' ? file.code : file.status])).toEqual([
    ['cable.md', 'ok'],
    ['form.doc', 'type_not_read'],
    ['gbk.txt', 'encoding_not_utf8'],
    ['huge.txt', 'too_large'],
    ['photo.md', 'not_text'],
    ['such.md', 'not_found'],
  ]);
  expect(files[0]).toMatchObject({ title: '缆车', validFrom: '2026-11-23', passages: 1 });
  expect(files[1]).toMatchObject({ message: expect.stringContaining('旧版 Word') });
  expect(progress).toEqual([1, 2, 3, 4, 5, 6]);
  expect((await ingest(await found(path.join(folder, 'notices', 'cable.md'))))[0]).toMatchObject({
    status: 'unchanged',
  });
});

it('says of an empty folder that nothing is in it', async () => {
  expect(await ingest(await found(path.join(folder, 'notices')))).toMatchObject([{ code: 'nothing_to_read' }]);
});

it('does not hide that the folder of the documents cannot be written', async () => {
  await write('cable.md', '正文');
  await writeFile(kept, 'a file where the folder should be');
  await expect(ingest(await found(path.join(folder, 'notices', 'cable.md')))).rejects.toThrow(/EEXIST|ENOTDIR/u);
});

it('lets the next desk find what was taken in, cited by its exact place', async () => {
  await write('cable.md', '---\nvalidFrom: 2026-03-01\n---\n# 缆车乘坐须知\n乘坐过江缆车须先预约时段。\n');
  const [file] = await ingest(await found(path.join(folder, 'notices')));
  const corpusFolder = path.join(projectRoot(), 'knowledge/corpus');
  const { search, documents } = await openKnowledge({ corpusFolder, documentsFolder: kept });
  const [hit] = await search('过江缆车怎么预约', { on: '2026-11-23' });
  const { docId, start, end } = hit!.passage;
  expect(file).toMatchObject({ docId });
  expect(documents.find(docId)!.text.slice(start, end)).toBe('乘坐过江缆车须先预约时段。');
});

it('goes on after it was broken off, without reading again what was taken in', async () => {
  for (const name of ['a.md', 'b.md', 'c.md']) await write(name, `正文 ${name}`);
  const reads: string[] = [];
  let breaksAt = 'b.md';
  const store = createDocumentStore(kept, async (source, bytes) => {
    reads.push(path.basename(source));
    if (path.basename(source) === breaksAt) throw new Error('the machine went down');
    return { text: new TextDecoder().decode(bytes), title: null, pages: null, scannedPages: [] };
  });
  const files = await found(path.join(folder, 'notices'));
  await expect(ingestFiles(files, { store, today: '2026-11-23' })).rejects.toThrow('went down');
  breaksAt = 'none';
  const statuses = (await ingestFiles(files, { store, today: '2026-11-23' })).map(({ status }) => status);
  expect(statuses).toEqual(['unchanged', 'ok', 'ok']);
  expect(reads).toEqual(['a.md', 'b.md', 'b.md', 'c.md']);
});
