import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseRecord, RunIdentity } from '../runs/run.ts';
import { readBaseline } from './baseline.ts';
import { blessRun } from './bless.ts';
import { criticalKind } from './critical-case.ts';
import { type GatedRun, gateSuite } from './gate-suite.ts';
import { gateToMarkdown } from './gate-to-markdown.ts';

const identity: RunIdentity = {
  commit: 'abc', dirty: false, dataDigest: 'd1', knowledgeDigest: 'k1', engine: 'built-in', machine: 'm', node: 'v20',
}; // biome-ignore format: one identity, one glance

const suite = {
  name: 'routing' as const,
  groupsOf: ({ input }: CaseRecord) => [`kind=${(input as { kinds: string[] }).kinds[0]}`],
};

const one = (index: number, kind: string, right: number, fields: Partial<CaseRecord> = {}): CaseRecord => ({
  caseId: `${kind}-${index}`, input: { kinds: [kind] }, output: null, scores: { right }, error: null, elapsedMs: 1, ...fields,
}); // biome-ignore format: one case, one glance

/** 60 complaints and 20 matters, all right but those named. */
const run = (wrong: readonly string[] = [], more: CaseRecord[] = []): GatedRun & { metrics: object } => {
  const cases = [
    ...Array.from({ length: 60 }, (_, index) => one(index, 'complaint', 1)),
    ...Array.from({ length: 20 }, (_, index) => one(index, 'matter', 1)),
  ].map((each) => (wrong.includes(each.caseId) ? { ...each, scores: { right: 0 } } : each));
  return { suite, data: 'routing', identity, cases: [...cases, ...more], metrics: {} };
};
const matters = (count: number) => Array.from({ length: count }, (_, index) => `matter-${index}`);

describe('the gate', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gate-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const bless = (blessed: GatedRun & { metrics: object }, acceptMisses = false) =>
    blessRun(
      { ...blessed, metrics: {} },
      { reason: '第一版', at: new Date('2026-01-02T03:04:05Z'), folder, acceptMisses },
    );
  const gate = async (gated: GatedRun) => gateSuite(gated, await readBaseline('routing', folder));

  it('passes a run that is the same, and one that got better', async () => {
    await bless(run(matters(3)));
    expect(await gate(run(matters(3)))).toMatchObject({ verdict: 'pass', reasons: [], compared: 80 });
    expect(await gate(run())).toMatchObject({ verdict: 'pass', reasons: [] });
  });

  it('fails a group that fell, and names it before the whole', async () => {
    await bless(run());
    const { verdict, groups, reasons } = await gate(run(matters(8)));
    expect(verdict).toBe('fail');
    expect(groups[0]).toMatchObject({ group: 'kind=matter', verdict: 'fail', n: 20, worse: matters(8) });
    expect(groups.find(({ group }) => group === 'kind=complaint')).toMatchObject({ verdict: 'pass', delta: 0 });
    expect(reasons[0]).toContain('分组 kind=matter');
  });

  it('only warns where a fall is seen that chance could have made', async () => {
    await bless(run());
    const { verdict, groups } = await gate(run(matters(3)));
    expect(verdict).toBe('warn');
    expect(groups.map(({ group, verdict }) => `${group} ${verdict}`)).toEqual([
      'kind=matter warn', 'all warn', 'kind=complaint pass',
    ]); // biome-ignore format: one line
  });

  it('lets a fall within the margin pass where many cases show that it is one', async () => {
    const many = (wrong: number): GatedRun & { metrics: object } => ({
      ...run(), cases: Array.from({ length: 4000 }, (_, index) => one(index, 'complaint', index < wrong ? 0 : 1)),
    }); // biome-ignore format: one run, one glance
    await bless(many(0));
    expect(await gate(many(40))).toMatchObject({ verdict: 'pass' });
    expect(await gate(many(120))).toMatchObject({ verdict: 'fail' });
  });

  it('fails on one missed emergency, even a new one, and on one case that broke', async () => {
    await bless(run());
    const missed = await gate(run([], [one(1, 'emergency', 0)]));
    expect(missed).toMatchObject({
      verdict: 'fail',
      misses: [{ caseId: 'emergency-1', kind: 'emergency', accepted: false }],
    });
    expect(missed.reasons[0]).toContain('emergency-1');
    const sound = run();
    const broken = { ...sound, cases: [{ ...sound.cases[0]!, scores: {}, error: 'broke' }, ...sound.cases.slice(1)] };
    expect(await gate(broken)).toMatchObject({ verdict: 'fail', newlyBroken: ['complaint-0'] });
  });

  it('asks of an emergency that the number is said, whatever else is wrong with it', async () => {
    const warned = one(1, 'emergency', 0, { scores: { right: 0, emergencyWarned: 1 } });
    await bless(run([], [warned]));
    expect(await gate(run([], [warned]))).toMatchObject({ verdict: 'pass', misses: [] });
  });

  it('warns where nothing was blessed, and where a blessed case is gone', async () => {
    expect(await gate(run())).toMatchObject({ verdict: 'warn', baseline: null });
    await bless(run([], [one(99, 'matter', 1)]));
    const gone = await gate(run());
    expect(gone.verdict).toBe('warn');
    expect(gone.reasons).toEqual([expect.stringContaining('matter-99')]);
  });

  it('says so when the two runs were not of the same things', async () => {
    await bless(run());
    const { caveats } = await gate({ ...run(), identity: { ...identity, dataDigest: 'd2', dirty: true } });
    expect(caveats).toEqual([expect.stringContaining('数据集'), expect.stringContaining('没有提交')]);
  });

  it('blesses nothing without a reason, nothing empty and no missed emergency, unless that is accepted by name', async () => {
    const missing = run([], [one(1, 'emergency', 0)]);
    await expect(bless(missing)).rejects.toMatchObject({
      code: 'bless_refused',
      message: expect.stringContaining('emergency-1'),
    });
    await expect(bless({ ...run(), cases: [] })).rejects.toMatchObject({ code: 'bless_refused' });
    const without = blessRun({ ...run(), metrics: {} }, { reason: ' ', at: new Date(), folder });
    await expect(without).rejects.toMatchObject({ code: 'bless_refused' });
    expect(await readBaseline('routing', folder)).toBeNull();

    expect(await bless(missing, true)).toMatchObject({ acceptedMisses: ['emergency-1'], against: 'fail' });
    expect(await gate(missing)).toMatchObject({ verdict: 'pass', misses: [{ accepted: true }] });
  });

  it('keeps who held to what when, and why', async () => {
    await bless(run());
    await bless(run(matters(1)));
    const lines = (await readFile(join(folder, 'history.jsonl'), 'utf8')).trim().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { suite: 'routing', reason: '第一版', commit: 'abc', n: 80, at: '2026-01-02T03:04:05.000Z' },
      { suite: 'routing', against: 'warn' },
    ]);
  });

  it('refuses a baseline that it cannot read', async () => {
    await writeFile(join(folder, 'routing.json'), '{"format":7}');
    await expect(readBaseline('routing', folder)).rejects.toMatchObject({ code: 'baseline_invalid' });
  });

  it('reports in Markdown that no name of a case can break out of', async () => {
    await bless(run());
    const hostile = one(1, 'emergency', 0, { caseId: 'a|b\n# [x](javascript:1) <script>' });
    const fallen = await gate(run(matters(9), [hostile]));
    const text = gateToMarkdown({ verdict: 'fail', at: '2026-01-02T03:04:05.000Z', suites: [fallen] });
    expect(text).toContain('# 评测关口：不通过');
    expect(text).toContain('kind=matter');
    expect(text).not.toMatch(/^# \[|<script>/m);
  });
});

it('knows critical cases of every suite by their kind, category, phenomenon or tag', () => {
  expect(criticalKind({ kinds: ['emergency', 'complaint'] })).toBe('emergency');
  expect(criticalKind({ kinds: ['complaint', 'emergency'] })).toBeNull();
  expect(criticalKind({ category: 'injection_in_document' })).toBe('injection');
  expect(criticalKind({ phenomenon: 'jurisdiction' })).toBe('jurisdiction');
  expect(criticalKind({ tags: ['dialect', 'critical'] })).toBe('critical');
  expect(criticalKind({ tags: ['injections'], text: 'x' })).toBeNull();
  expect(criticalKind(null)).toBeNull();
});
