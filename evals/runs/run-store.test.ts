import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeskRecord } from '../../channels/store/open-record.ts';
import { openTestRecord } from '../../channels/testing/open-test-record.ts';
import type { CaseRecord, RunIdentity } from './run.ts';
import { createRunStore, type RunStore } from './run-store.ts';

const identity: RunIdentity = {
  commit: null,
  dirty: null,
  dataDigest: 'd1',
  knowledgeDigest: 'k1',
  engine: 'built-in',
  machine: 'a machine',
  node: 'v20',
};

const recorded = (fields: Partial<CaseRecord> = {}): CaseRecord => ({
  caseId: 'c1',
  input: { text: '雨伞掉了' },
  output: { outcome: 'answered' },
  scores: { right: 1 },
  error: null,
  elapsedMs: 1.5,
  ...fields,
});

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute));

describe('runs in the record', () => {
  let record: DeskRecord;
  let runs: RunStore;
  beforeAll(async () => {
    record = await openTestRecord();
    runs = createRunStore(record.db);
  });
  afterAll(() => record.close());

  const begin = (id: string, fields: Partial<Parameters<RunStore['begin']>[0]> = {}) =>
    runs.begin({ id, suite: 'routing', data: 'own', identity, startedAt: at(0), ...fields });

  it('are running until they are finished, and keep what they found', async () => {
    await begin('r1');
    expect(await runs.find('r1')).toMatchObject({ status: 'running', finishedAt: null, identity });

    await runs.finish('r1', { n: 2, errors: 1, metrics: { right: 0.5 }, slices: { 'tag=a': { right: null } } }, at(1));
    expect(await runs.find('r1')).toEqual({
      id: 'r1',
      suite: 'routing',
      data: 'own',
      status: 'finished',
      identity,
      n: 2,
      errors: 1,
      metrics: { right: 0.5 },
      slices: { 'tag=a': { right: null } },
      startedAt: at(0),
      finishedAt: at(1),
      touchedAt: at(1),
      scoredAt: null,
    });
  });

  it('stay failed when they broke, but a finished one does not become failed', async () => {
    await begin('broken');
    await runs.fail('broken', at(2));
    expect(await runs.find('broken')).toMatchObject({ status: 'failed', finishedAt: at(2) });
    await runs.fail('r1', at(3));
    expect(await runs.find('r1')).toMatchObject({ status: 'finished' });
  });

  it('give their cases page by page, and the failed ones alone', async () => {
    await begin('r2');
    await runs.addCases('r2', [
      recorded({ caseId: 'a' }),
      recorded({ caseId: 'b', scores: { right: 0, kindRight: 1 } }),
      recorded({ caseId: 'c', scores: {}, output: null, error: 'turn_failed: broke' }),
      recorded({ caseId: 'd', scores: { right: null } }),
    ]);
    const page = await runs.cases('r2', { page: 2, pageSize: 3 });
    expect(page).toEqual({ items: [recorded({ caseId: 'd', scores: { right: null } })], total: 4 });
    const failed = await runs.cases('r2', { failed: true, page: 1, pageSize: 10 });
    expect(failed.items.map(({ caseId }) => caseId)).toEqual(['b', 'c']);
    expect(failed.total).toBe(2);
  });

  it('take a case once, and a text with U+0000 in it', async () => {
    await begin('r3');
    await runs.addCases('r3', [recorded({ input: { text: '雨\u0000伞' } })]);
    await runs.addCases('r3', [recorded({ scores: { right: 0 } }), recorded({ caseId: 'c2' })]);
    const { items, total } = await runs.cases('r3', { page: 1, pageSize: 10 });
    expect(total).toBe(2);
    expect(items[0]).toEqual(recorded({ input: { text: '雨\ufffd伞' } }));
  });

  it('take the scores of today, case by case, and say when', async () => {
    await begin('r4');
    await runs.addCases('r4', [recorded({ caseId: 'a' }), recorded({ caseId: 'b', scores: { right: 0 } })]);
    await runs.finish('r4', { n: 2, errors: 0, metrics: { right: 0.5 }, slices: {} }, at(1));
    const records = [{ caseId: 'a', scores: { right: 0, kind: null } }];
    await runs.rescore('r4', { records, result: { n: 2, errors: 0, metrics: { right: 0 }, slices: {} } }, at(2));
    expect(await runs.find('r4')).toMatchObject({ metrics: { right: 0 }, scoredAt: at(2), finishedAt: at(1) });
    const { items } = await runs.cases('r4', { page: 1, pageSize: 10 });
    expect(items.map(({ scores }) => scores)).toEqual([{ right: 0, kind: null }, { right: 0 }]);
    await runs.rescore('r4', { records: [], result: { n: 2, errors: 0, metrics: {}, slices: {} } }, at(3));
  });

  it('that never finished can be found and opened again, those that did cannot', async () => {
    await begin('killed', { data: 'big' });
    await begin('broken-too', { data: 'big', startedAt: at(1) });
    await runs.fail('broken-too', at(2));
    expect((await runs.unfinished({ suite: 'routing', data: 'big' })).map(({ id }) => id)).toEqual([
      'broken-too',
      'killed',
    ]);
    await runs.reopen('broken-too', at(3));
    await runs.reopen('r4', at(3));
    expect(await runs.find('broken-too')).toMatchObject({ status: 'running', finishedAt: null, touchedAt: at(3) });
    expect(await runs.find('r4')).toMatchObject({ status: 'finished' });
  });

  it('are listed newest first, by suite when asked', async () => {
    await begin('old', { suite: 'answers', startedAt: at(10) });
    await begin('new', { suite: 'answers', startedAt: at(11) });
    const { items, total } = await runs.list({ suite: 'answers', page: 1, pageSize: 1 });
    expect([items.map(({ id }) => id), total]).toEqual([['new'], 2]);
    expect((await runs.list({ page: 1, pageSize: 50 })).total).toBe(9);
  });

  it('that are not there are not found', async () => {
    expect(await runs.find('nowhere')).toBeNull();
    expect(await runs.cases('nowhere', { page: 1, pageSize: 10 })).toEqual({ items: [], total: 0 });
  });
});
