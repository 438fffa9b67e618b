import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DeskRecord } from '../channels/store/open-record.ts';
import { openTestRecord } from '../channels/testing/open-test-record.ts';
import { createCaseSuite } from './case-suite.ts';
import { runSuite } from './run-suite.ts';
import { createRunStore, type RunStore } from './runs/run-store.ts';
import { scoreKeptRun } from './runs/score-kept-run.ts';
import { routingSuite } from './suites/routing/routing-suite.ts';
import { greeted, scriptedHarness } from './testing/scripted-assistant.ts';

const harness = scriptedHarness({
  你好: { reply: greeted(), trace: { route: { kind: 'chitchat', label: null, confidence: 1, alternatives: [] } } },
});

/** A suite that plays nothing, to be given the scorers of a later day. */
const bareParts = {
  name: 'routing' as const,
  title: '分流',
  metrics: [],
  ownDataSets: [],
  readCases: async () => [],
  toKept: (input: { id: string }) => input,
  prepare: async () => async () => null,
  measure: () => ({}),
  slicesOf: () => [],
};

describe('running a suite', () => {
  let folder: string;
  let record: DeskRecord;
  let store: RunStore;
  beforeAll(async () => {
    record = await openTestRecord();
    store = createRunStore(record.db);
  });
  afterAll(() => record.close());
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'run-suite-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const cases = (texts: string[]) =>
    writeFile(
      join(folder, 'cases.jsonl'),
      texts
        .map((text, index) => JSON.stringify({ id: `c${String(index).padStart(3, '0')}`, text, kind: 'chitchat' }))
        .join('\n'),
    );

  it('stores the run with every case, and gives back what it stored', async () => {
    await cases([...Array(60).fill('你好'), '没有排演过的话']);
    const summary = await runSuite({ suite: routingSuite, harness, folder, store });
    expect(summary).toMatchObject({
      suite: 'routing',
      data: basename(folder),
      n: 61,
      errors: 1,
      metrics: { kindAccuracy: 1, labelTop1: null },
    });

    const run = await store.find(summary.id);
    expect(run).toMatchObject({
      status: 'finished',
      n: 61,
      errors: 1,
      metrics: summary.metrics,
      slices: summary.slices,
    });
    expect((await store.cases(summary.id, { page: 1, pageSize: 1 })).total).toBe(61);
    const failed = await store.cases(summary.id, { failed: true, page: 1, pageSize: 10 });
    expect(failed.items).toMatchObject([{ caseId: 'c060', error: expect.stringContaining('not scripted') }]);
  });

  it('runs without a store as well', async () => {
    await cases(['你好']);
    expect(await runSuite({ suite: routingSuite, harness, folder })).toMatchObject({ n: 1, errors: 0 });
  });

  it('begins nothing when the folder is missing', async () => {
    const begun: string[] = [];
    const run = runSuite({
      suite: routingSuite,
      harness,
      folder: join(folder, 'no'),
      store,
      onBegin: (id) => begun.push(id),
    });
    await expect(run).rejects.toMatchObject({ code: 'dataset_missing' });
    expect(begun).toEqual([]);
  });

  it('marks a run with a broken data set as failed', async () => {
    let id = '';
    await writeFile(join(folder, 'cases.jsonl'), '{"id":"a","text":"你好","kind":"weather"}');
    const run = runSuite({ suite: routingSuite, harness, folder, store, onBegin: (begun) => (id = begun) });
    await expect(run).rejects.toMatchObject({
      code: 'dataset_invalid',
      message: expect.stringContaining('cases.jsonl:1'),
    });
    expect(await store.find(id)).toMatchObject({ status: 'failed' });
  });

  it('keeps the cases that were recorded before a run was cancelled', async () => {
    let id = '';
    await cases(Array(10).fill('你好'));
    const stop = new AbortController();
    const run = runSuite({
      suite: routingSuite,
      harness,
      folder,
      store,
      signal: stop.signal,
      onBegin: (begun) => (id = begun),
      onProgress: ({ done }) => done === 3 && stop.abort(),
    });
    await expect(run).rejects.toMatchObject({ code: 'run_cancelled' });
    expect(await store.find(id)).toMatchObject({ status: 'failed' });
    expect((await store.cases(id, { page: 1, pageSize: 10 })).total).toBe(3);
  });

  describe('that was killed half way', () => {
    /** As after `kill -9`: the record says that it runs, and nobody does. */
    const killed = async (texts: string[], after: number) => {
      await cases(texts);
      let id = '';
      const stop = new AbortController();
      const run = runSuite({
        suite: routingSuite,
        harness,
        folder,
        store: { ...store, fail: async () => {} },
        signal: stop.signal,
        onBegin: (begun) => (id = begun),
        onProgress: ({ done }) => done === after && stop.abort(),
        now: () => new Date(Date.now() - 3_600_000),
      });
      await expect(run).rejects.toMatchObject({ code: 'run_cancelled' });
      expect(await store.find(id)).toMatchObject({ status: 'running' });
      return id;
    };

    it('goes on where it stopped, plays nothing twice and says so', async () => {
      const id = await killed(Array(60).fill('你好'), 50);
      const said: string[] = [];
      const before = harness.turns.length;
      const options = { suite: routingSuite, harness, folder, store, notice: (text: string) => said.push(text) };
      const summary = await runSuite({ ...options, resume: 'newest' });
      expect(summary).toMatchObject({ id, n: 60, errors: 0, metrics: { kindAccuracy: 1 } });
      expect(harness.turns.length - before).toBe(10);
      expect(said).toEqual([expect.stringContaining('已有 50 例')]);
      expect(await store.find(id)).toMatchObject({ status: 'finished', n: 60 });
    });

    it('is not gone on with unasked, but named', async () => {
      const id = await killed(Array(5).fill('你好'), 2);
      const said: string[] = [];
      const options = { suite: routingSuite, harness, folder, store, notice: (text: string) => said.push(text) };
      expect((await runSuite(options)).id).not.toBe(id);
      expect(said).toEqual([expect.stringContaining(id)]);
    });

    it('is refused when the cases changed, when it finished and when it still writes', async () => {
      const id = await killed(Array(5).fill('你好'), 2);
      const options = { suite: routingSuite, harness, folder, store };
      const resumed = (resume: string) => runSuite({ ...options, resume: { id: resume } });
      await cases(Array(6).fill('你好'));
      await expect(resumed(id)).rejects.toMatchObject({
        code: 'not_resumable',
        message: expect.stringContaining('数据集'),
      });
      const { id: finished } = await runSuite(options);
      await expect(resumed(finished)).rejects.toMatchObject({ message: expect.stringContaining('已经跑完') });
      await store.reopen(id, new Date());
      await expect(resumed(id)).rejects.toMatchObject({ message: expect.stringContaining('正在另一个进程') });
      await expect(resumed('no-such')).rejects.toMatchObject({ code: 'run_unknown' });
    });
  });

  it('can be scored again from the record, and the score is the same where no scorer changed', async () => {
    await cases(['你好', '你好', '没有排演过的话']);
    const run = await runSuite({ suite: routingSuite, harness, folder, store });
    const scored = await scoreKeptRun(store, run.id, { suiteNamed: () => routingSuite });
    expect(scored).toMatchObject({ n: 3, errors: 1, metrics: run.metrics, before: run.metrics, newScores: [] });
    const warm = { name: 'warm', score: () => 1 };
    const later = createCaseSuite<{ id: string }, unknown>({
      ...bareParts,
      scorers: [warm],
    });
    expect(await scoreKeptRun(store, run.id, { suiteNamed: () => later })).toMatchObject({ newScores: ['warm'] });
    await expect(scoreKeptRun(store, 'no-such', { suiteNamed: () => routingSuite })).rejects.toMatchObject({
      code: 'run_unknown',
    });
  });
});
