import { setImmediate } from 'node:timers/promises';
import { EvalsError } from './evals-error.ts';
import type { Harness } from './harness.ts';
import { withoutSaid, withoutSecrets } from './runs/kept-text.ts';
import type { CaseRecord, MetricValues } from './runs/run.ts';
import type { Scorer } from './scorers/scorer.ts';
import type { Suite, SuiteName, SuiteResult, SuiteRun } from './suite.ts';

export interface RecordedCase<Input, Output> {
  input: Input;
  output: Output;
  scores: Record<string, number | null>;
}

/** Records one case; `close` lets go of what was opened to record them. */
export interface Recorder<Input, Output> {
  (input: Input, signal?: AbortSignal): Promise<Output>;
  close?(): Promise<void>;
}

/** What a suite of independent cases consists of. */
export interface CaseSuite<Input extends { id: string }, Output> {
  name: SuiteName;
  title: string;
  metrics: readonly string[];
  ownDataSets: readonly string[];
  readCases(folder: string): Promise<Input[]>;
  /** The case as it may be kept: personal data in a citizen's words masked, everything else untouched. */
  toKept(input: Input): Input;
  /** Everything that must stand before the first case; gives back what records one case. */
  prepare(options: { folder: string; harness: Harness }): Promise<Recorder<Input, Output>>;
  scorers: readonly Scorer<Input, Output>[];
  /** Metrics over the cases that ended; used for the whole and again for every slice. */
  measure(cases: readonly RecordedCase<Input, Output>[]): MetricValues;
  /** The slices a case belongs to, `tag=dialect`; the output is there once it was run, for slices such as `engine=…`. */
  slicesOf(input: Input, output?: Output): string[];
  /** Tables that are no slices of the metrics, such as a confusion matrix. */
  tables?(cases: readonly RecordedCase<Input, Output>[]): Record<string, MetricValues>;
}

/** A suite whose cases are recorded one by one and then read by scorers. */
export function createCaseSuite<Input extends { id: string }, Output>(parts: CaseSuite<Input, Output>): Suite {
  const { name, title, metrics, ownDataSets, readCases } = parts;
  return {
    name,
    title,
    metrics,
    ownDataSets,
    count: async (folder) => (await readCases(folder)).length,
    outline: async (folder) =>
      (await readCases(folder)).map((input) => ({
        id: input.id,
        slices: [...new Set(parts.slicesOf(input))],
        split: splitOf(input),
      })),
    score: (records) => scoreAgain(parts, records),
    groupsOf: ({ input, output, error }) =>
      error === null ? [...new Set(parts.slicesOf(input as Input, output as Output))] : [],
    async run(run) {
      const inputs = (await readCases(run.folder)).slice(0, run.limit);
      const record = await parts.prepare(run);
      try {
        return summarise(parts, await recordCases(inputs, record, parts, run));
      } finally {
        await record.close?.();
      }
    },
  };
}

async function recordCases<Input extends { id: string }, Output>(
  inputs: readonly Input[],
  record: Recorder<Input, Output>,
  parts: Pick<CaseSuite<Input, Output>, 'scorers' | 'toKept'>,
  run: SuiteRun,
): Promise<CaseRecord[]> {
  const records: CaseRecord[] = [];
  for (const input of inputs) {
    if (run.signal?.aborted) throw new EvalsError('run_cancelled', '评测已取消');
    const before = run.done?.get(input.id);
    const recorded = before ?? (await recordCase(input, record, parts, run.signal));
    records.push(recorded);
    if (!before) await run.onCase?.(recorded);
    run.onProgress?.({ done: records.length, total: inputs.length });
    // The engines work without pausing; a server that runs a suite must still answer its citizens.
    await setImmediate();
  }
  return records;
}

async function recordCase<Input extends { id: string }, Output>(
  input: Input,
  record: (input: Input, signal?: AbortSignal) => Promise<Output>,
  { scorers, toKept }: Pick<CaseSuite<Input, Output>, 'scorers' | 'toKept'>,
  signal: SuiteRun['signal'],
): Promise<CaseRecord> {
  const startedAt = performance.now();
  const elapsedMs = () => Math.round((performance.now() - startedAt) * 100) / 100;
  const kept = { caseId: input.id, input: toKept(input) };
  try {
    const output = await record(input, signal);
    const taken = elapsedMs();
    const scores = scoreWith(scorers, { input, output });
    return { ...kept, output: withoutSaid(output, input), scores, error: null, elapsedMs: taken };
  } catch (error) {
    if (signal?.aborted) throw new EvalsError('run_cancelled', '评测已取消', { cause: error });
    return { ...kept, output: null, scores: {}, error: withoutSecrets(describe(error)), elapsedMs: elapsedMs() };
  }
}

function scoreWith<Input, Output>(
  scorers: readonly Scorer<Input, Output>[],
  recorded: { input: Input; output: Output },
) {
  return Object.fromEntries(scorers.map(({ name, score }) => [name, score(recorded)]));
}

/** Data sets may say of a case which split it belongs to; what is run is `test` otherwise. */
function splitOf(input: object): string {
  return 'split' in input && typeof input.split === 'string' ? input.split : 'test';
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? `${String(error.code)}: ` : '';
  return `${code}${error.message}`;
}

/** The records read again by the scorers there are now; a score that no scorer gives any more is gone. */
function scoreAgain<Input extends { id: string }, Output>(
  parts: CaseSuite<Input, Output>,
  records: readonly CaseRecord[],
): { records: CaseRecord[]; result: SuiteResult } {
  const scored = records.map((one): CaseRecord => {
    if (one.error !== null) return one;
    const recorded = { input: one.input as Input, output: one.output as Output };
    return { ...one, scores: scoreWith(parts.scorers, recorded) };
  });
  return { records: scored, result: summarise(parts, scored) };
}

/** Metrics, slices and tables of records, whether they were just made or read back from the record of a run. */
export function summarise<Input extends { id: string }, Output>(
  { measure, slicesOf, tables }: Pick<CaseSuite<Input, Output>, 'measure' | 'slicesOf' | 'tables'>,
  records: readonly CaseRecord[],
): SuiteResult {
  // The records of a suite hold that suite's inputs and outputs: it wrote them.
  const ended = records.filter(({ error }) => error === null) as unknown as RecordedCase<Input, Output>[];
  const measured = [...bySlice(ended, slicesOf)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([slice, members]) => [slice, { n: members.length, ...measure(members) }] as const);
  return {
    n: records.length,
    errors: records.length - ended.length,
    metrics: measure(ended),
    slices: { ...Object.fromEntries(measured), ...tables?.(ended) },
  };
}

function bySlice<Input, Output>(
  cases: readonly RecordedCase<Input, Output>[],
  slicesOf: (input: Input, output?: Output) => string[],
): Map<string, RecordedCase<Input, Output>[]> {
  const members = new Map<string, RecordedCase<Input, Output>[]>();
  for (const one of cases)
    for (const slice of new Set(slicesOf(one.input, one.output))) {
      const found = members.get(slice);
      if (found) found.push(one);
      else members.set(slice, [one]);
    }
  return members;
}
