import { numberPattern, readNumber } from '../language/numerals.ts';

/** An amount of something that rules are graded by: an age, years paid, a floor area. */
export interface Amount {
  value: number;
  unit: Unit;
}

/** From `from` up to `to`, both belonging to it unless the rule leaves the upper one out. */
export interface AmountRange {
  from: number;
  to: number;
  unit: Unit;
  withoutUpper: boolean;
}

// Days are not here: rules count them for deadlines, which grade nobody.
type Unit = 'age' | 'year' | 'month' | 'area' | 'tonne' | 'person' | 'kilowatt';

const unitWords: Record<Unit, string> = {
  age: '周?岁', year: '年', month: '个月', area: '平方米|平米|平|㎡', tonne: '吨', person: '人', kilowatt: '千瓦',
}; // biome-ignore format: a small table
const anyUnit = `(${Object.values(unitWords).join('|')})`;
const number = `(${numberPattern})`;

/** Of an age the unit is often left out: 「我今年七十二」. */
const bareAge = new RegExp(
  `(?:今年|满了?|已经|都)\\s*(${numberPattern})(?![\\d年月天日号岁个级平]|${numberPattern})`,
  'gu',
);
const amount = new RegExp(`${number}\\s*(?:多)?\\s*${anyUnit}`, 'gu');

/** The amounts that a message tells: 「我三十岁」, 「交了七年」, 「一百五十平」. */
export function amountsIn(text: string): Amount[] {
  const told = [...text.matchAll(amount)].flatMap(([, said = '', word = '']) => toAmount(said, word));
  const ages = [...text.matchAll(bareAge)].flatMap(([, said = '']) => toAmount(said, '岁'));
  return [...told, ...ages.filter(({ value }) => value >= 14 && value <= 110)];
}

/** The grades of a rule: 「26 周岁到 45 周岁」, 「满 5 年不足 10 年」, 「140 平方米以上」. */
export function rangesIn(text: string): AmountRange[] {
  return patterns.flatMap(({ pattern, toRange }) =>
    [...text.matchAll(pattern)].flatMap((found) => {
      const range = toRange(found);
      return range ? [range] : [];
    }),
  );
}

/** Whether an amount lies in one of the grades: null where none is of its unit. */
export function liesIn(amounts: readonly Amount[], ranges: readonly AmountRange[]): boolean | null {
  const comparable = amounts.flatMap((told) =>
    ranges.filter(({ unit }) => unit === told.unit).map((range) => ({ told, range })),
  );
  if (comparable.length === 0) return null;
  return comparable.some(
    ({ told: { value }, range: { from, to, withoutUpper } }) =>
      value >= from && (withoutUpper ? value < to : value <= to),
  );
}

const n = '(\\d+(?:\\.\\d+)?)';
const patterns: { pattern: RegExp; toRange: (found: RegExpMatchArray) => AmountRange | null }[] = [
  {
    pattern: new RegExp(`${n}\\s*${anyUnit}?\\s*(?:到|至)\\s*${n}\\s*${anyUnit}`, 'gu'),
    toRange: ([, from, , to, word]) => range(Number(from), Number(to), word),
  },
  {
    pattern: new RegExp(`满\\s*${n}\\s*${anyUnit}\\s*不足\\s*${n}\\s*${anyUnit}`, 'gu'),
    toRange: ([, from, , to, word]) => range(Number(from), Number(to), word, true),
  },
  {
    pattern: new RegExp(`(?:未满|不满|(?<!年|岁|月|\\s)不足)\\s*${n}\\s*${anyUnit}`, 'gu'),
    toRange: ([, to, word]) => range(0, Number(to), word, true),
  },
  {
    pattern: new RegExp(`${n}\\s*${anyUnit}\\s*(?:及)?(?:以上|的人以上)|(?:超过|年满)\\s*${n}\\s*${anyUnit}`, 'gu'),
    toRange: ([, above, word, over, overWord]) =>
      range(Number(above ?? over), Number.POSITIVE_INFINITY, word ?? overWord),
  },
  {
    pattern: new RegExp(`${n}\\s*${anyUnit}\\s*(?:及)?(?:以下|以内)`, 'gu'),
    toRange: ([, to, word]) => range(0, Number(to), word),
  },
];

function range(from: number, to: number, word: string | undefined, withoutUpper = false): AmountRange | null {
  const unit = unitOf(word ?? '');
  return unit && from < 1900 ? { from, to, unit, withoutUpper } : null;
}

function toAmount(said: string, word: string): Amount[] {
  const value = readNumber(said);
  const unit = unitOf(word);
  // 「2026 年」 is a date.
  return value === null || unit === null || (unit === 'year' && value > 150) ? [] : [{ value, unit }];
}

function unitOf(word: string): Unit | null {
  const found = Object.entries(unitWords).find(([, words]) => new RegExp(`^(?:${words})$`, 'u').test(word));
  return (found?.[0] as Unit | undefined) ?? null;
}
