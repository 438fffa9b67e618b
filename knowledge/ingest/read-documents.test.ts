import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readDocuments, readWholeDocuments } from './read-documents.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'documents-'));
});
afterEach(() => rm(folder, { recursive: true }));

const head = '---\ntitle: 停车管理办法\nvalidFrom: 2024-05-01\n---\n';

it('reads a file as a document whose passages are spans of its text', async () => {
  await mkdir(path.join(folder, 'city'));
  await writeFile(path.join(folder, 'city', 'parking.md'), `${head}## 收费\n白天每小时三元。\n`);
  const [document] = await readDocuments(folder);
  expect(document).toMatchObject({ id: 'document/city/parking@2024-05-01', title: '停车管理办法', validTo: null });
  const passage = document!.passages[0]!;
  expect(passage).toMatchObject({ heading: '停车管理办法 › 收费', text: '白天每小时三元。', matterId: null });
  expect(document!.text.slice(passage.start, passage.end)).toBe(passage.text);
});

it('has no documents where there is no folder, and passes over other files', async () => {
  await writeFile(path.join(folder, 'README.md'), '说明');
  await writeFile(path.join(folder, 'table.csv'), 'a,b');
  expect(await readDocuments(folder)).toEqual([]);
  expect(await readDocuments(path.join(folder, 'none'))).toEqual([]);
});

it.each([
  ['no head', '白天每小时三元。', '(head)'],
  ['no date', '---\ntitle: 停车\n---\n正文', 'validFrom'],
  ['a date that is none', '---\ntitle: 停车\nvalidFrom: 去年\n---\n正文', 'validFrom'],
  ['a head that is no YAML', '---\ntitle: "停车\n---\n正文', '(head)'],
])('refuses a file with %s, naming file and field', async (_, text, field) => {
  await writeFile(path.join(folder, 'parking.txt'), text);
  await expect(readDocuments(folder)).rejects.toMatchObject({
    code: 'corpus_invalid',
    message: expect.stringMatching(new RegExp(`parking\\.txt: ${field.replace(/[()]/g, '\\$&')}`, 'u')),
  });
});

it('leaves a damaged file out with a word where a desk must start all the same', async () => {
  await writeFile(path.join(folder, 'good.md'), `${head}白天每小时三元。`);
  await writeFile(path.join(folder, 'bad.md'), 'half a fi');
  const notices: string[] = [];
  const documents = await readWholeDocuments(folder, (text) => notices.push(text));
  expect(documents.map(({ title }) => title)).toEqual(['停车管理办法']);
  expect(notices).toEqual([expect.stringContaining('bad.md')]);
});
