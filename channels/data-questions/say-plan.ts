import type { DataAnswer } from '../../assistant/index.ts';

/** Parts that say that something is not done. */
const nothingDone = ['不分组', '不比较', '不含占比'];

/**
 * A plan in one line, from its chips. The time is said as it was asked for, because it moves with the day; a time that
 * nobody named is left out.
 */
export function sayPlan({ plan: { window }, chips }: Pick<DataAnswer, 'plan' | 'chips'>): string {
  const parts = chips.flatMap(({ kind, label }) => {
    if (kind === 'time' && window) return window.said ? [`时间：${window.said}`] : [];
    return nothingDone.includes(label) ? [] : [label];
  });
  return parts.join('；');
}
