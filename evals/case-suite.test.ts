import { describe, expect, it } from 'vitest';
import { createCaseSuite, summarise } from './case-suite.ts';
import type { CaseRecord } from './runs/run.ts';
import { meanOf, type Scorer } from './scorers/scorer.ts';
import { scriptedHarness } from './testing/scripted-assistant.ts';

interface Weighing {
  id: string;
  grams: number;
}

const isHeavy: Scorer<Weighing, number> = {
  name: 'right',
  score: ({ output }) => (output === 0 ? null : output > 100 ? 1 : 0),
};

const parts = {
  name: 'routing' as const,
  title: '称重',
  metrics: ['heavy'],
  ownDataSets: [],
  readCases: async () => [150, 50, 0, -1, 200].map((grams, index) => ({ id: `w${index}`, grams })),
  toKept: (input: Weighing) => input,
  prepare:
    async () =>
    async ({ grams }: Weighing) => {
      if (grams < 0) throw Object.assign(new Error('the scales broke'), { code: 'scales_broken' });
      return grams;
    },
  scorers: [isHeavy],
  measure: (cases: readonly { scores: Record<string, number | null> }[]) => ({
    heavy: meanOf(cases.map(({ scores }) => scores.right)),
  }),
  slicesOf: ({ grams }: Weighing) => [grams > 100 ? 'size=big' : 'size=small'],
};

const suite = createCaseSuite<Weighing, number>(parts);
const run = (options = {}) => suite.run({ folder: '', harness: scriptedHarness({}), ...options });

describe('a suite of cases', () => {
  it('counts errors apart, abstentions not at all, and measures slices like the whole', async () => {
    expect(await run()).toEqual({
      n: 5,
      errors: 1,
      metrics: { heavy: 2 / 3 },
      slices: { 'size=big': { n: 2, heavy: 1 }, 'size=small': { n: 2, heavy: 0 } },
    });
  });

  it('hands on each case as it is recorded, with progress', async () => {
    const records: CaseRecord[] = [];
    const progress: string[] = [];
    await run({
      limit: 4,
      onCase: (record: CaseRecord) => void records.push(record),
      onProgress: ({ done, total }: { done: number; total: number }) => progress.push(`${done}/${total}`),
    });
    expect(records.map(({ caseId, output, scores, error }) => [caseId, output, scores, error])).toEqual([
      ['w0', 150, { right: 1 }, null],
      ['w1', 50, { right: 0 }, null],
      ['w2', 0, { right: null }, null],
      ['w3', null, {}, 'scales_broken: the scales broke'],
    ]);
    expect(progress).toEqual(['1/4', '2/4', '3/4', '4/4']);
  });

  it('can be read again from its records without running', async () => {
    const records: CaseRecord[] = [];
    const first = await run({ onCase: (record: CaseRecord) => void records.push(record) });
    expect(summarise(parts, JSON.parse(JSON.stringify(records)))).toEqual(first);
  });

  it('scores records with a scorer that was written later, and lets what broke stay broken', async () => {
    const records: CaseRecord[] = [];
    await run({ onCase: (record: CaseRecord) => void records.push(record) });
    const isLight: Scorer<Weighing, number> = { name: 'right', score: ({ output }) => (output < 100 ? 1 : 0) };
    const later = createCaseSuite<Weighing, number>({ ...parts, scorers: [isLight] });
    const { records: scored, result } = later.score(JSON.parse(JSON.stringify(records)));
    expect(scored.map(({ scores, error }) => error ?? scores.right)).toEqual([
      0, 1, 1, 'scales_broken: the scales broke', 0,
    ]); // biome-ignore format: one line
    expect(result).toMatchObject({ n: 5, errors: 1, metrics: { heavy: 0.5 } });
    expect(suite.score(records).records).toEqual(records);
  });

  it('reads what is recorded already instead of playing it again', async () => {
    const records: CaseRecord[] = [];
    const first = await run({ onCase: (record: CaseRecord) => void records.push(record) });
    const added: string[] = [];
    const done = new Map(records.slice(0, 3).map((one) => [one.caseId, one]));
    const second = await run({ done, onCase: ({ caseId }: CaseRecord) => void added.push(caseId) });
    expect(second).toEqual(first);
    expect(added).toEqual(['w3', 'w4']);
  });

  it('tells what it consists of and where a recorded case belongs', async () => {
    expect((await suite.outline(''))[0]).toEqual({ id: 'w0', slices: ['size=big'], split: 'test' });
    const records: CaseRecord[] = [];
    await run({ onCase: (record: CaseRecord) => void records.push(record) });
    expect(records.map(suite.groupsOf)).toEqual([['size=big'], ['size=small'], ['size=small'], [], ['size=big']]);
  });

  it('stops when it is cancelled', async () => {
    const stop = new AbortController();
    const cancelled = run({ signal: stop.signal, onProgress: () => stop.abort() });
    await expect(cancelled).rejects.toMatchObject({ code: 'run_cancelled' });
  });
});
