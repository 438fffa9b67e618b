import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ownDataSetFolder } from '../../own-data-sets.ts';
import type { CaseRecord } from '../../runs/run.ts';
import { scriptedHarness } from '../../testing/scripted-assistant.ts';
import { retrievalSuite } from './retrieval-suite.ts';

const corpus = [
  { _id: 'd1', title: '出生登记', text: '孩子出生后一个月内申报户口登记' },
  { _id: 'd2', title: '食品经营许可', text: '餐饮店开业前办理食品经营许可' },
  { _id: 'd3', title: '公租房', text: '按申请条件摇号选房' },
];
const queries = [
  { _id: 'q1', text: '孩子出生登记' },
  { _id: 'q2', text: '餐饮许可' },
  { _id: 'unjudged', text: '公租房' },
];
const qrels = 'query-id\tcorpus-id\tscore\nq1\td1\t2\nq1\td3\t0\nq2\td2\t1\n';

describe('the retrieval suite', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'retrieval-'));
    await mkdir(join(folder, 'qrels'));
    await write({});
  });
  afterEach(() => rm(folder, { recursive: true }));

  const lines = (rows: object[]) => rows.map((row) => JSON.stringify(row)).join('\n');
  async function write(files: { corpus?: string; queries?: string; qrels?: string }) {
    await writeFile(join(folder, 'corpus.jsonl'), files.corpus ?? lines(corpus));
    await writeFile(join(folder, 'queries.jsonl'), files.queries ?? lines(queries));
    await writeFile(join(folder, 'qrels', 'test.tsv'), files.qrels ?? qrels);
  }
  const run = (options: { limit?: number } = {}) =>
    retrievalSuite.run({ folder, harness: scriptedHarness({}), ...options });

  it('measures the whole and each half by the same names, over the judged queries', async () => {
    const { n, errors, metrics, slices } = await run();
    const names = ['ndcg@10', 'hit@1', 'recall@5', 'recall@10', 'mrr@10', 'msPerQuery'];
    expect([n, errors]).toEqual([2, 0]);
    for (const one of [metrics, slices.words!, slices.vectors!]) expect(Object.keys(one)).toEqual(names);
    expect(metrics).toMatchObject({ 'ndcg@10': 1, 'hit@1': 1, 'recall@5': 1, 'recall@10': 1, 'mrr@10': 1 });
    expect(metrics.msPerQuery).toBeGreaterThan(0);
  });

  it('says by how much the whole beats words alone, and how surely', async () => {
    const { slices } = await run();
    expect(slices.gainOverWords).toEqual({ 'ndcg@10': 0, 'ndcg@10 low': 0, 'ndcg@10 high': 0 });
  });

  it('keeps of each case what was ranked and how it scored', async () => {
    const kept: CaseRecord[] = [];
    await retrievalSuite.run({ folder, harness: scriptedHarness({}), onCase: (record) => void kept.push(record) });
    expect(kept[0]).toMatchObject({ caseId: 'q1', error: null, scores: { 'ndcg@10': 1, 'words.hit@1': 1 } });
    expect((kept[0]!.output as { hybrid: { ranked: string[] } }).hybrid.ranked[0]).toBe('d1');
  });

  it('scores a relevant document that is not found as missed, not as broken', async () => {
    await write({ qrels: 'q1\td3\t1\n' });
    const { metrics, errors } = await run();
    expect(errors).toBe(0);
    expect(metrics['hit@1']).toBe(0);
  });

  it('runs the first cases only when asked to', async () => {
    expect((await run({ limit: 1 })).n).toBe(1);
  });

  it.each([
    ['a broken line of the corpus', { corpus: `${lines(corpus)}\n{"_id":` }, 'corpus.jsonl:4'],
    ['a document without text', { corpus: '{"_id":"d1","title":"x"}' }, 'corpus.jsonl:1: text'],
    ['a query that is there twice', { queries: lines([queries[0]!, queries[0]!]) }, 'queries.jsonl:2'],
    ['a judgement with a missing cell', { qrels: 'query-id\tcorpus-id\tscore\nq1\td1\n' }, 'test.tsv:2'],
    ['a relevance that is no number', { qrels: 'q1\td1\tgood\n' }, 'test.tsv:1'],
    ['a judgement of an unknown query', { qrels: 'q9\td1\t1\n' }, 'q9'],
    ['a judgement of an unknown document', { qrels: 'q1\td9\t1\n' }, 'd9'],
    ['no judgement at all', { qrels: 'query-id\tcorpus-id\tscore\n' }, 'test.tsv'],
  ])('names the place of %s', async (_, files, place) => {
    await write(files);
    await expect(run()).rejects.toMatchObject({ code: 'dataset_invalid', message: expect.stringContaining(place) });
  });

  it('names a file that is not there', async () => {
    await rm(join(folder, 'qrels', 'test.tsv'));
    await expect(run()).rejects.toMatchObject({
      code: 'dataset_missing',
      message: expect.stringContaining('test.tsv'),
    });
  });

  it('searches the cards themselves for the own data set', async () => {
    const own = ownDataSetFolder('retrieval');
    expect(await retrievalSuite.count(own)).toBeGreaterThanOrEqual(60);
    const { errors, metrics, slices } = await retrievalSuite.run({ folder: own, harness: scriptedHarness({}) });
    expect(errors).toBe(0);
    // Far below what was measured, so that a reworded card does not fail it, and far above what chance would give.
    expect(metrics['ndcg@10']).toBeGreaterThan(0.75);
    expect(slices.words!['ndcg@10']).toBeLessThan(1);
  });
});
