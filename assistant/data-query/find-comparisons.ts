import type { Comparison } from './data-query.ts';

/** A base that words name by themselves; a stretch of time or another entity has to be found first. */
export type NamedBase = Exclude<Comparison['with'], 'window' | 'each_other'>;

export interface FoundComparison {
  with: NamedBase;
  start: number;
  end: number;
}

const than = '(?:比|较|同|与|跟|和|对比|相比)';
const after = '(?:相比|对比|比较|比)?';
const ofAll = '(?:全市|各区县?|区县)';
const monthAfter = '(?!\\d|[一二三四五六七八九十]{1,2}月)';

/** Words that name a base of comparison. They are taken out before times are read: 「比上个月」 is no time range. */
const bases: { with: NamedBase; pattern: RegExp }[] = [
  {
    with: 'same_period_last_year',
    pattern: new RegExp(
      `同比|${than}?(?:去年|上年|上一年)(?:的?同期|这时候|这个时候)${after}|(?:比|较)(?:去年|上年|上一年)${monthAfter}${after}`,
      'g',
    ),
  },
  {
    with: 'previous_period',
    pattern: new RegExp(
      `环比|(?:比|较|与|跟)(?:上*上一?个?月|上*上一?个?(?:周|星期)|上一?个?季度|上期|上一期|上一个?周期|前一[天日周期]|昨[天日])(?:同期)?${after}|和(?:上*上一?个?月|上*上一?个?(?:周|星期)|上一?个?季度|昨[天日])(?:同期)?(?:相比|对比|比较|比)|(?:上月|上周|上季度)同期`,
      'g',
    ),
  },
  { with: 'start_of_year', pattern: new RegExp(`(?:比|较)年初${after}`, 'g') },
  {
    with: 'average',
    pattern: new RegExp(
      `(?<=低于|高于|超过|小于|大于|不及|多于|少于|达到)${ofAll}?平均(?:水平|值|数)?|(?:比|与|和|跟|较)${ofAll}?平均(?:水平|值|数)?${after}`,
      'g',
    ),
  },
];

export function findComparisons(folded: string): FoundComparison[] {
  return bases.flatMap(({ with: base, pattern }) =>
    [...folded.matchAll(pattern)].map((match) => ({
      with: base,
      start: match.index,
      end: match.index + match[0].length,
    })),
  );
}
