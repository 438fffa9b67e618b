import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DeskRecord } from '../channels/store/open-record.ts';
import { openTestRecord } from '../channels/testing/open-test-record.ts';
import { runSuite } from './run-suite.ts';
import { createRunStore, type RunStore } from './runs/run-store.ts';
import { routingSuite } from './suites/routing/routing-suite.ts';
import { greeted, scriptedHarness } from './testing/scripted-assistant.ts';

const harness = scriptedHarness({
  你好: { reply: greeted(), trace: { route: { kind: 'chitchat', label: null, confidence: 1, alternatives: [] } } },
});

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
});
