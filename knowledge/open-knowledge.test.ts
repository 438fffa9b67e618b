import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Knowledge, openKnowledge } from './open-knowledge.ts';

const corpusFolder = fileURLToPath(new URL('corpus', import.meta.url));
const on = '2026-11-23';

let folder: string;
let knowledge: Knowledge;
const notices: string[] = [];
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'knowledge-'));
  const snapshotFile = path.join(folder, 'index.snapshot');
  knowledge = await openKnowledge({ corpusFolder, snapshotFile, notice: (text) => notices.push(text) });
});
afterAll(async () => {
  await knowledge.close();
  await rm(folder, { recursive: true });
});

it('opens the shipped corpus without a word of complaint', () => {
  expect(notices).toEqual([]);
  expect(knowledge.matters.inForce(on).length).toBeGreaterThanOrEqual(15);
  expect(knowledge.catalogue.taxonomy.categories.length).toBeGreaterThan(100);
  expect(knowledge.digest).toMatch(/^[0-9a-f]{64}$/);
});

it.each(['娃儿刚生下来，上户口要带啥子材料？', '生了小孩上户口要带什么材料'])(
  'finds the newborn matter for 「%s」',
  async (question) => {
    const hits = await knowledge.search(question, { on, limit: 5 });
    expect(hits[0]!.passage.matterId).toBe('newborn-birth');
  },
);

it('finds passages that are spans of the document they name', async () => {
  for (const { passage } of await knowledge.search('公积金提取要什么材料', { on, limit: 20 })) {
    const document = knowledge.documents.find(passage.docId);
    expect(document?.text.slice(passage.start, passage.end)).toBe(passage.text);
  }
});

it('serves a superseded version only of its own days', async () => {
  const superseded = knowledge.matters.find('minimum-living', '2025-02-01')!;
  const current = knowledge.matters.find('minimum-living', on)!;
  expect(superseded.validFrom).not.toBe(current.validFrom);
  const found = await knowledge.search('城市低保标准每月多少钱', { on, limit: 50 });
  const versions = found
    .filter(({ passage }) => passage.matterId === 'minimum-living')
    .map(({ passage }) => passage.docId);
  expect(new Set(versions)).toEqual(new Set([knowledge.matterDocument(current).id]));
});

it('gives the same document of a card each time, and none for an unknown name', () => {
  const card = knowledge.matters.find('newborn-birth', on)!;
  expect(knowledge.matterDocument(card)).toBe(knowledge.documents.find(knowledge.matterDocument(card).id));
  expect(knowledge.documents.find('matter/no-such@2020-01-01')).toBeNull();
  expect(knowledge.matters.find('no-such', on)).toBeNull();
});

it('finds documents that are no cards beside them, on their own days', async () => {
  const wider = path.join(folder, 'wider');
  // One card is enough here, and quick to learn from.
  const filter = (source: string) =>
    path.basename(path.dirname(source)) !== 'matters' || source.includes('newborn-birth');
  await cp(corpusFolder, wider, { recursive: true, filter });
  await mkdir(path.join(wider, 'documents'), { recursive: true });
  const text = '---\ntitle: 缆车乘坐须知\nvalidFrom: 2026-03-01\n---\n乘坐过江缆车须先预约时段。\n';
  await writeFile(path.join(wider, 'documents', 'cable-car.md'), text);
  const { search, documents } = await openKnowledge({ corpusFolder: wider });
  const [hit] = await search('过江缆车怎么预约', { on });
  expect(documents.find(hit!.passage.docId)?.title).toBe('缆车乘坐须知');
  const earlier = await search('过江缆车怎么预约', { on: '2026-02-28', limit: 50 });
  expect(earlier.map(({ passage }) => passage.title)).not.toContain('缆车乘坐须知');
});

it('refuses a corpus with a broken card, naming the file', async () => {
  const broken = path.join(folder, 'corpus');
  await cp(corpusFolder, broken, { recursive: true });
  await writeFile(path.join(broken, 'matters', 'broken.yaml'), 'id: broken\ntitle: 缺了一切\n');
  await expect(openKnowledge({ corpusFolder: broken })).rejects.toMatchObject({
    code: 'corpus_invalid',
    message: expect.stringContaining('broken.yaml'),
  });
});

it('says that it is closed when asked after closing', async () => {
  const closed = await openKnowledge({ corpusFolder, snapshotFile: path.join(folder, 'index.snapshot') });
  await closed.close();
  await expect(closed.search('户口')).rejects.toMatchObject({ code: 'index_missing' });
});
