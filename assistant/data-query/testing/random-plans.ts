import type { SemanticModel, Subject } from '../../../knowledge/index.ts';
import { addDays, addMonths, endOfMonth, startOfMonth } from '../../language/calendar-days.ts';
import { type Comparison, type DataQuery, type Filter, type TimeWindow, timeGrains } from '../data-query.ts';
import { dataQuery } from './builders.ts';

export interface RandomPlans {
  model: SemanticModel;
  /** Aggregates over these; a subject of stocks is asked by years. */
  subjects: readonly string[];
  /** The last day that has data (`2025-06-15`). */
  today: string;
  seed: number;
}

/** As many plans as are asked for, as a parser might fill them: the same seed gives the same plans. */
export function randomPlans(count: number, { model, subjects, today, seed }: RandomPlans): DataQuery[] {
  const dice = createDice(seed);
  return Array.from({ length: count }, () => {
    const asked = dice.pick(subjects);
    const subject = model.subjects.find(({ name }) => name === asked)!;
    return planOver(subject, today, dice);
  });
}

function planOver(subject: Subject, today: string, dice: Dice): DataQuery {
  const chosen = dice.some(subject.metrics, 1, 2);
  const metrics = [...new Set(chosen.map(({ name }) => name))];
  // A figure per head cannot be told for places or something else.
  const mayMix = chosen.every(({ kind }) => kind !== 'per_capita');
  const dimensions = dice.some(groupable(subject), 0, 2).map(({ name }) => name);
  const grain = dice.chance(0.4) ? (subject.time.grain === 'year' ? 'year' : dice.pick(timeGrains)) : null;
  const window = dice.chance(0.85) ? windowNear(today, dice) : null;
  const comparison = window && dice.chance(0.3) ? dice.pick(comparisons) : null;
  const first = { field: metrics[0]!, direction: dice.pick(['asc', 'desc'] as const) };
  return dataQuery({
    subject: subject.name,
    metrics,
    dimensions: [...new Set(dimensions)],
    grain,
    window,
    comparison,
    filter: dice.chance(0.5) ? filterOver(subject, mayMix, dice) : null,
    share: dice.chance(0.2),
    having: dice.chance(0.15) ? { field: metrics[0]!, is: 'gt', values: [dice.between(0, 50)] } : null,
    orderBy: dice.chance(0.6) ? [first] : [],
    limit: dice.chance(0.3) ? dice.between(1, 10) : null,
  });
}

const comparisons: Comparison[] = [
  { with: 'same_period_last_year' },
  { with: 'previous_period' },
  { with: 'start_of_year' },
  { with: 'average' },
];

/** Dimensions with a dictionary; moments and counts are nothing to group by. */
function groupable({ dimensions }: Subject) {
  return dimensions.filter(({ values, type }) => values.length > 0 && type !== 'number');
}

function windowNear(today: string, dice: Dice): TimeWindow {
  const back = addMonths(today, -dice.between(0, 24));
  const windows = [
    { from: startOfMonth(back), to: endOfMonth(back) },
    { from: startOfMonth(addMonths(back, -dice.between(1, 8))), to: endOfMonth(back) },
    { from: `${today.slice(0, 4)}-01-01`, to: today },
    { from: startOfMonth(today), to: today },
    { from: addDays(back, -dice.between(0, 60)), to: back },
  ];
  return { ...dice.pick(windows), said: null };
}

function filterOver(subject: Subject, mayMix: boolean, dice: Dice): Filter {
  const test = (): Filter => {
    const { name, values } = dice.pick(groupable(subject));
    const some = dice.some(values, 1, 3).map(({ value }) => value);
    return { field: name, is: dice.pick(['eq', 'in', 'ne', 'not_in'] as const), values: [...new Set(some)] };
  };
  const either = () => ({ any: [test(), test()] });
  const shapes = [test, () => ({ all: [test(), test()] }), () => ({ not: test() }), ...(mayMix ? [either] : [])];
  return dice.pick(shapes)();
}

interface Dice {
  chance(probability: number): boolean;
  between(least: number, most: number): number;
  pick<T>(items: readonly T[]): T;
  some<T>(items: readonly T[], least: number, most: number): T[];
}

/** Mulberry32. */
function createDice(seed: number): Dice {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  const pick = <T>(items: readonly T[]): T => items[between(0, items.length - 1)]!;
  return {
    chance: (probability) => next() < probability,
    between,
    pick,
    some: (items, least, most) => Array.from({ length: between(least, most) }, () => pick(items)),
  };
}
