import {
  type DataEngine,
  type DataQuery,
  DataQueryError,
  parseDataQuestion,
  type RollupStates,
  runDataQuery,
} from '../../assistant/index.ts';
import type { SemanticModel } from '../../knowledge/index.ts';

/** A database with the demo platform in it, under the name that the figures get. */
export interface DataContender {
  name: string;
  engine: DataEngine;
  /** Asked once with them and once without. */
  rollups?: RollupStates;
}

export interface BenchDataOptions {
  model: SemanticModel;
  contenders: readonly DataContender[];
  /** How many tickets there are; told with the figures. */
  rows: number;
  rounds: number;
  now: Date;
  onProgress?: (done: number) => void;
}

/** Milliseconds. */
export interface Spread {
  p50: number;
  p95: number;
}

const limits = { timeoutMs: 60_000 };

/** Tickets by month and district over all time: what the platform must answer within a blink. */
const plan: DataQuery = {
  kind: 'aggregate',
  subject: 'ticket',
  metrics: ['ticket_count'],
  dimensions: ['district'],
  grain: 'month',
  filter: null,
  window: null,
  comparison: null,
  share: false,
  part: null,
  having: null,
  orderBy: [{ field: 'time', direction: 'asc' }],
  limit: null,
  offset: 0,
  columns: [],
  pick: null,
  distinct: false,
  chart: null,
};

/** The same question as somebody would write it who knows nothing of months kept beside moments, or of roll-ups. */
const plainSql = `select cast(date_trunc('month', created_at) as date) as month, district, count(*) as tickets
  from data_platform.ticket group by 1, 2 order by 1, 2`;

/**
 * How long a question takes: to be understood (`parse`, over every sample question of the model), and to be answered by
 * each contender from its base tables, from its roll-ups, and by plain SQL. Contenders take turns, round after round, so
 * that a busy machine slows all alike. The answer is timed whole: compiling, running, rounding, the moment of the data.
 */
export async function benchData({ model, contenders, rows, rounds, now, onProgress }: BenchDataOptions) {
  const ways = contenders.flatMap((contender) => waysOf(contender, model));
  const groups = new Map<string, number>();
  for (const way of ways) groups.set(way.name, await way.run());
  const taken = new Map<string, number[]>(ways.map(({ name }) => [name, []]));
  for (let round = 1; round <= rounds; round += 1) {
    for (const { name, run } of ways) taken.get(name)!.push(await msOf(run));
    onProgress?.(round);
  }
  if (new Set(groups.values()).size > 1)
    throw new DataQueryError('data_unavailable', `各种查法的行数不一样：${JSON.stringify([...groups])}。`);
  const answers = Object.fromEntries([...taken].map(([name, times]) => [name, spreadOf(times)]));
  return {
    bench: 'data' as const,
    rows,
    rounds,
    groups: [...groups.values()][0] ?? 0,
    parse: parseTimes(model, now),
    answers,
  };
}

interface Way {
  name: string;
  /** Gives how many rows came. */
  run(): Promise<number>;
}

function waysOf({ name, engine, rollups }: DataContender, model: SemanticModel): Way[] {
  const answer = async (states?: RollupStates) => {
    const whole = { district: null };
    const asked = { ...plan, limit: mostGroups };
    const { rows, compiled } = await runDataQuery(asked, { model, engine, rollups: states }, whole, limits);
    if (states && !compiled.rollup) throw new DataQueryError('data_unavailable', '没有可用的汇总表。');
    return rows.length;
  };
  return [
    { name: `${name}, base tables`, run: () => answer() },
    ...(rollups ? [{ name: `${name}, roll-up`, run: () => answer(rollups) }] : []),
    {
      name: `${name}, plain SQL`,
      run: async () => Math.min(mostGroups, (await engine.run(plainSql, [], limits)).length),
    },
  ];
}

/** As many rows as one answer brings. */
const mostGroups = 1000;

function parseTimes(model: SemanticModel, now: Date): Spread & { questions: number } {
  const questions = model.subjects.flatMap(({ samples }) => samples);
  const times = Array.from({ length: 20 }, () =>
    questions.map((question) => {
      const startedAt = performance.now();
      parseDataQuestion(question, { model, now });
      return performance.now() - startedAt;
    }),
  );
  // The first round only warms the machine up.
  return { ...spreadOf(times.slice(1).flat()), questions: questions.length };
}

async function msOf(run: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await run();
  return performance.now() - startedAt;
}

/** The value that 95 of a hundred do not exceed. */
export function spreadOf(times: readonly number[]): Spread {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
  return { p50: at(0.5), p95: at(0.95) };
}
