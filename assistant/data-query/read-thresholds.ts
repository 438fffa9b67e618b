import type { Metric, Subject } from '../../knowledge/index.ts';
import { numberPattern, readNumber, readPercentage } from '../language/numerals.ts';
import type { Test } from './data-query.ts';
import type { Change } from './read-order.ts';
import { mark, type Sketch } from './sketch-question.ts';

const amount = `(百分之${numberPattern}|${numberPattern}(?:个百分点|%|成半?)?|一半)`;
const unit =
  '(件次|件|起|次|个小时|小时|个|天|日|分钟|万人|人|单|倍|宗|套|户|元(?:每|/|一)?(?:平方米|平米|㎡|平)?|平方米|平米|㎡|亩|公顷|米|吨|块)?';

/** Comparison words, from the longest, so that 「不超过」 is not read as 「超过」. */
const before: [RegExp, Test['is']][] = [
  [rule('不超过|不高于|不多于|不大于|至多|最多不超过|小于等于|<='), 'lte'],
  [rule('不低于|不少于|不小于|至少|大于等于|达到|(?<=有没有|是否|是不是)到|>='), 'gte'],
  [rule('超过|大于|高于|多于|超出|突破|>'), 'gt'],
  [rule('低于|小于|少于|不足|不到|未达到?|没有达到|没达到|<'), 'lt'],
  [rule('等于|刚好|正好|='), 'eq'],
];
const from = `${amount}${unit}(?:到|至|-|—|~|和|与)${amount}${unit}`;
const within = '(?:之间|的?(?:范围|区间)(?:之?内)?|以内)';
const between = new RegExp(`(?:位于|处于|介于|在)${from}${within}?|${from}${within}`, 'g');
const behind: [RegExp, Test['is']][] = [
  [new RegExp(`${amount}${unit}(?:及以上|以上|或以上)`, 'g'), 'gte'],
  [new RegExp(`${amount}${unit}(?:及以下|以下|以内|或以下)`, 'g'), 'lte'],
];

/** 「低于全市平均」: the base of such a comparison is the average, so that the change tells the side. */
const againstAverage: [RegExp, Test['is']][] = [
  [new RegExp(`(?:高于|超过|大于|多于|达到)(?=${mark.comparison})`, 'g'), 'gt'],
  [new RegExp(`(?:低于|小于|少于|不及)(?=${mark.comparison})`, 'g'), 'lt'],
];

export interface Threshold {
  test: Test;
  said: string;
}

/** 「超过100件」, 「满意率低于80%」, 「500到1000件之间」: tests on the nearest measure that the amount fits. */
export function readThresholds(
  sketch: Sketch,
  subject: Subject,
  metrics: readonly string[],
  change: Change | null,
): Threshold[] {
  const found: Threshold[] = [];
  const add = (match: RegExpExecArray, is: Test['is'], amounts: (string | undefined)[], said?: string) => {
    const read = amounts.map((text) => readPercentage(text ?? '') ?? readNumber(text ?? ''));
    if (read.some((value) => value === null)) return;
    const kind = amounts.some((text) => readPercentage(text ?? '') !== null) ? 'share' : 'count';
    const field = fieldFor(sketch, subject, metrics, match.index, kind, said, change);
    const measured = subject.metrics.find((metric) => metric.name === field)?.unit;
    const scale = scaleTo(measured, said) * (moneyOf(said) ? 1 : inTensOfThousands(measured, amounts));
    const values = read.map((value) => value! * scale);
    const signed =
      change?.direction === 'falls' && field.endsWith('_change_rate') ? turned(is, values) : { is, values };
    found.push({ test: { field, ...signed }, said: match[0] });
  };
  for (const [pattern, is] of againstAverage) {
    const match = sketch.take(pattern);
    if (match)
      found.push({
        test: { field: `${nearestMetric(sketch, subject, metrics, match.index)[0]}_change`, is, values: [0] },
        said: match[0],
      });
  }
  for (let match = sketch.take(between); match; match = sketch.take(between))
    add(match, 'between', [match[1] ?? match[5], match[3] ?? match[7]], match[4] ?? match[8] ?? match[2]);
  for (const [pattern, is] of [...before, ...behind]) {
    for (let match = sketch.take(pattern); match; match = sketch.take(pattern)) add(match, is, [match[1]], match[2]);
  }
  return found;
}

function rule(words: string): RegExp {
  return new RegExp(`(?:${words})(?:了)?${amount}${unit}`, 'g');
}

/** 「下降超过10%」 is a change below −10. */
function turned(is: Test['is'], values: number[]): { is: Test['is']; values: number[] } {
  const opposite: Partial<Record<Test['is'], Test['is']>> = { gt: 'lt', gte: 'lte', lt: 'gt', lte: 'gte' };
  return { is: opposite[is] ?? is, values: values.map((value) => -value) };
}

function fieldFor(
  sketch: Sketch,
  subject: Subject,
  metrics: readonly string[],
  at: number,
  kind: 'share' | 'count',
  said: string | undefined,
  change: Change | null,
): string {
  const named = nearestMetric(sketch, subject, metrics, at);
  if (change && kind === 'share') return `${named[0]}_change_rate`;
  if (change && /[比较]|环比|同比/.test(sketch.folded) && sketch.text.includes(mark.comparison))
    return `${named[0]}_change`;
  const fits = named.find((name) =>
    fitsAmount(
      subject.metrics.find((metric) => metric.name === name),
      kind,
      said,
    ),
  );
  return fits ?? named[0]!;
}

/** The measures of the question from the nearest on; last the one that is meant when none is named. */
function nearestMetric(sketch: Sketch, subject: Subject, metrics: readonly string[], at: number): string[] {
  const near = sketch
    .placesOf('metric')
    .toSorted((a, b) => distance(a, at) - distance(b, at))
    .flatMap((place) => sketch.tokenAt(place)!.terms)
    .flatMap((term) => (term.kind === 'metric' && term.subject === subject.name ? [term.metric] : []));
  return [...near, ...metrics, subject.defaultMetric];
}

/** 「超过3天」 of a measure in hours is 72. */
function scaleTo(unit: string | null | undefined, said: string | undefined): number {
  const [money, hours] = [moneyOf(said), hoursOf(said)];
  const [ofMoney, ofHours] = [moneyOf(unit), hoursOf(unit)];
  if (money && ofMoney) return money / ofMoney;
  return hours && ofHours ? hours / ofHours : 1;
}

/** 「超过100万」 of a measure in 万人 is 100: the scale stands in the amount and in the unit, and counts once. */
function inTensOfThousands(unit: string | null | undefined, amounts: readonly (string | undefined)[]): number {
  const scale = /^(万|亿)/.exec(unit ?? '')?.[1];
  const isScaled = amounts.some((text) => /[万亿]/.test(text ?? ''));
  return scale && isScaled ? 1 / (scale === '万' ? 1e4 : 1e8) : 1;
}

/** Amounts of money are said in 元 once 万 and 亿 are read as part of the number; a measure may be in 亿元. */
function moneyOf(unit: string | null | undefined): number | undefined {
  const scale = /^(万|亿)?元/.exec(unit ?? '');
  return scale ? ({ 万: 1e4, 亿: 1e8 }[scale[1] ?? ''] ?? 1) : undefined;
}

function hoursOf(unit: string | null | undefined): number | undefined {
  const hours: Record<string, number> = { 天: 24, 日: 24, 小时: 1, 个小时: 1, 分钟: 1 / 60 };
  return hours[unit ?? ''];
}

/** A measure before the amount is nearer than one behind it: 「满意率低于80%的区县诉求量」. */
function distance(place: number, at: number): number {
  return place < at ? at - place : (place - at) * 3;
}

function fitsAmount(metric: Metric | undefined, kind: 'share' | 'count', said: string | undefined): boolean {
  if (!metric) return false;
  if (kind === 'share') return metric.unit === '%';
  if (said === undefined) return true;
  const isTime = /小时|天|日|分钟/.test(said);
  return isTime ? /小时|天|分钟/.test(metric.unit ?? '') : !/小时|天|分钟|%/.test(metric.unit ?? '');
}
