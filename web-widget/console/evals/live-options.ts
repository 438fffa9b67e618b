import type { QualityAnswer } from '../../../channels/http/eval-schemas.ts';
import type { Words } from '../words/zh.ts';

type LiveWords = Words['review']['live'];

/** One bar an ending, the most frequent on top. */
export function toOutcomes({ outcomes }: QualityAnswer['total'], words: LiveWords): Record<string, unknown> {
  const ordered = Object.entries(outcomes).sort(([, a], [, b]) => a - b);
  return {
    grid: { left: 8, right: 40, top: 8, bottom: 8, containLabel: true },
    xAxis: { type: 'value', minInterval: 1 },
    yAxis: {
      type: 'category',
      data: ordered.map(([outcome]) => words.outcomeNames[outcome] ?? outcome),
      axisLabel: { interval: 0 },
    },
    series: [
      {
        type: 'bar',
        name: words.turns,
        data: ordered.map(([, turns]) => turns),
        label: { show: true, position: 'right' },
      },
    ],
  };
}

/** Turns and those that were not served, hour by hour or day by day in Chongqing's clock. */
export function toTimeline(
  { timeline, window }: QualityAnswer,
  words: LiveWords,
  locale: string,
): Record<string, unknown> {
  const shown =
    window === '24h'
      ? ({ hour: '2-digit', minute: '2-digit' } as const)
      : ({ month: 'numeric', day: 'numeric' } as const);
  const format = new Intl.DateTimeFormat(locale, { ...shown, timeZone: 'Asia/Chongqing' });
  return {
    legend: { top: 0 },
    grid: { left: 8, right: 16, top: 40, bottom: 8, containLabel: true },
    xAxis: {
      type: 'category',
      data: timeline.map(({ at }) => format.format(new Date(at))),
      axisLabel: { hideOverlap: true },
    },
    yAxis: { type: 'value', minInterval: 1 },
    series: [
      { type: 'bar', name: words.turns, data: timeline.map(({ turns }) => turns) },
      { type: 'bar', name: words.unserved, data: timeline.map(({ unserved }) => unserved) },
    ],
  };
}
