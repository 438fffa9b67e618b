import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { Embedder } from './embedder.ts';
import { openSearch } from './open-search.ts';
import type { Document } from './passage.ts';

function document(
  id: string,
  text: string,
  { validFrom = '2020-01-01', validTo = null as string | null } = {},
): Document {
  const passage = {
    id: `${id}#1`, docId: id, title: id, heading: id, text, start: 0, end: text.length,
    matterId: null, facet: null, indexedAlso: '',
  }; // biome-ignore format: one object
  return { id, title: id, text, validFrom, validTo, passages: [passage] };
}

const old = document('old', '低保标准每月七百五十元', { validTo: '2025-08-31' });
const current = document('current', '低保标准每月七百七十元', { validFrom: '2025-09-01' });
const other = document('other', '公租房租金按建筑面积计算');
const documents = [old, current, other];
const ids = (hits: { passage: { docId: string } }[]) => hits.map(({ passage }) => passage.docId);

it('returns only what is in force on the day', async () => {
  const { search, wordsAlone, meaningAlone } = await openSearch({ documents });
  for (const one of [search, wordsAlone, meaningAlone]) {
    expect(ids(await one('低保标准', { on: '2025-08-31' }))).not.toContain('current');
    expect(ids(await one('低保标准', { on: '2025-09-01' }))).not.toContain('old');
  }
  expect(ids(await search('低保标准', { on: '2025-08-31' }))[0]).toBe('old');
  expect(ids(await search('低保标准', { on: '2019-01-01' }))).toEqual([]);
});

it('takes today in Chongqing when no day is given', async () => {
  // 17:00 UTC on the last day of August is already September in Chongqing.
  const now = () => new Date('2025-08-31T17:00:00Z');
  expect(ids(await (await openSearch({ documents, now })).search('低保标准'))[0]).toBe('current');
});

it('tells the rank in each list, and gives no more than asked for', async () => {
  const { search } = await openSearch({ documents });
  const hits = await search('低保标准', { on: '2026-01-01', limit: 1 });
  expect(hits).toEqual([{ passage: current.passages[0], score: 1, ranks: { words: 1, meaning: 1 } }]);
});

it('finds by words that the query was expanded with', async () => {
  const expand = () => [{ text: '公租房', weight: 0.4 }];
  const { search } = await openSearch({ documents, expand });
  expect(ids(await search('廉价的房子'))).toContain('other');
});

it('answers from the snapshot as it did before', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'search-'));
  const snapshotFile = path.join(folder, 'index.snapshot');
  const first = await (await openSearch({ documents, snapshotFile })).search('低保每月');
  const notices: string[] = [];
  const again = await openSearch({ documents, snapshotFile, notice: (text) => notices.push(text) });
  expect(await again.search('低保每月')).toEqual(first);
  expect(notices).toEqual([]);
  await rm(folder, { recursive: true });
});

const outside = (embed: Embedder['embed']): Embedder => ({ name: 'outside', dimensions: 2, embed });

it('uses the outside embedder it is handed', async () => {
  const embedder = outside(async (texts) =>
    texts.map((text) => Float32Array.of(...(text.includes('房') ? [1, 0] : [0, 1]))),
  );
  const { meaningAlone } = await openSearch({ documents, embedder });
  expect(ids(await meaningAlone('房', { on: '2026-01-01' }))[0]).toBe('other');
});

it('learns its own vectors, with a notice, when the outside embedder fails from the start', async () => {
  const notices: string[] = [];
  const embedder = outside(async () => {
    throw new Error('503');
  });
  const { search } = await openSearch({ documents, embedder, notice: (text) => notices.push(text) });
  expect(notices).toEqual(['外部向量模型不可用（503），改用内置向量。']);
  expect(ids(await search('公租房租金'))[0]).toBe('other');
});

it('searches by words, with one notice, while the outside embedder does not answer', async () => {
  const notices: string[] = [];
  let isUp = true;
  const embedder = outside(async (texts) => {
    if (!isUp) throw new Error('timeout');
    return texts.map(() => Float32Array.of(1, 0));
  });
  const { search } = await openSearch({ documents, embedder, notice: (text) => notices.push(text) });
  isUp = false;
  expect(ids(await search('公租房租金'))).toEqual(['other']);
  await search('公租房租金');
  expect(notices).toEqual([expect.stringContaining('暂时只按词语检索')]);
});

it('finds nothing in nothing', async () => {
  const { search } = await openSearch({ documents: [] });
  expect(await search('低保')).toEqual([]);
});
