import { afterAll, beforeAll, expect, it } from 'vitest';
import { allCases } from '../../evals/runs/all-cases.ts';
import { compareKeptRuns } from '../../evals/runs/compare-kept-runs.ts';
import { createRunStore, type RunStore } from '../../evals/runs/run-store.ts';
import type { DeskRecord } from '../store/open-record.ts';
import { openTestRecord } from '../testing/open-test-record.ts';
import { keptRun } from './kept-run.ts';

let record: DeskRecord;
let runs: RunStore;
beforeAll(async () => {
  record = await openTestRecord();
  runs = createRunStore(record.db);
});
afterAll(() => record.close());

const identity = {
  commit: null,
  dirty: false,
  dataDigest: 'd1',
  knowledgeDigest: 'k1',
  engine: 'built-in',
  machine: 'm',
  node: 'v20',
};

interface Kept {
  scores: Record<string, number>;
  suite?: string;
  dataDigest?: string;
}

async function keep(id: string, { scores, suite = 'answers', dataDigest = 'd1' }: Kept): Promise<void> {
  const startedAt = new Date('2026-11-23T10:00:00+08:00');
  await runs.begin({ id, suite, data: 'own', identity: { ...identity, dataDigest }, startedAt });
  const cases = Object.entries(scores).map(([caseId, right]) => ({
    caseId, input: { text: '问' }, output: null, scores: { right }, error: null, elapsedMs: 1,
  })); // biome-ignore format: one case, one glance
  await runs.addCases(id, cases);
  await runs.finish(id, { n: cases.length, errors: 0, metrics: {}, slices: {} }, startedAt);
}
const comparison = async (baseline: string, candidate: string) =>
  compareKeptRuns(await keptRun(runs, baseline), await keptRun(runs, candidate));

it('compares two runs of the record and says what is more than chance', async () => {
  const ids = Array.from({ length: 40 }, (_, index) => `c${index}`);
  await keep('before', { scores: Object.fromEntries(ids.map((id) => [id, 1])) });
  await keep('after', { scores: Object.fromEntries(ids.map((id, index) => [id, index < 10 ? 0 : 1])) });
  const found = await comparison('before', 'after');
  expect(found).toMatchObject({ suite: 'answers', compared: 40, caveats: [], baseline: { id: 'before', n: 40 } });
  expect(found.changes).toMatchObject([{ score: 'right', delta: -0.25, significant: true, better: [] }]);
  expect((await comparison('before', 'before')).changes).toMatchObject([{ delta: 0, significant: false }]);
});

it('says what makes a difference say less', async () => {
  await keep('other-data', { scores: { c1: 1 }, dataDigest: 'd2' });
  expect((await comparison('before', 'other-data')).caveats).toEqual([expect.stringContaining('数据集')]);
});

it('refuses runs that are unknown, unfinished or of two suites, and says what to do', async () => {
  await keep('routing', { scores: { c1: 1 }, suite: 'routing' });
  await runs.begin({ id: 'running', suite: 'answers', data: 'own', identity, startedAt: new Date() });
  await expect(comparison('before', 'no-such')).rejects.toMatchObject({ code: 'run_unknown' });
  await expect(comparison('before', 'running')).rejects.toMatchObject({ code: 'run_unfinished' });
  await expect(comparison('before', 'routing')).rejects.toMatchObject({ code: 'suites_differ' });
});

it('reads a run of several pages whole', async () => {
  const cases = await allCases(runs, 'before', 7);
  expect(cases.map(({ caseId }) => caseId).toSorted()).toEqual(
    Array.from({ length: 40 }, (_, index) => `c${index}`).toSorted(),
  );
});
