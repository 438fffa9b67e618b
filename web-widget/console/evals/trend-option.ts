import type { EvalOverview } from '../../../channels/http/eval-schemas.ts';
import type { Words } from '../words/zh.ts';

type Point = EvalOverview['suites'][number]['points'][number];

/** The share right of run after run, in a band of its 95 % interval; runs are named by the commit they ran on. */
export function toTrend(points: readonly Point[], words: Words['review']): Record<string, unknown> {
  const judged = points.flatMap((point) => (point.right ? [{ ...point, right: point.right }] : []));
  const line = { type: 'line', symbol: 'none', lineStyle: { opacity: 0 }, stack: 'interval', silent: true };
  return {
    grid: { left: 8, right: 16, top: 16, bottom: 8, containLabel: true },
    xAxis: { type: 'category', data: judged.map(nameOf), axisLabel: { hideOverlap: true } },
    yAxis: { type: 'value', max: 1, min: floorOf(judged), splitNumber: 3 },
    series: [
      { ...line, name: words.interval, data: judged.map(({ right }) => right.low), tooltip: { show: false } },
      {
        ...line,
        name: words.interval,
        data: judged.map(({ right }) => round(right.high - right.low)),
        areaStyle: { opacity: 0.18 },
        tooltip: { show: false },
      },
      { type: 'line', name: words.rightShare, data: judged.map(({ right }) => round(right.share)), symbolSize: 7 },
    ],
  };
}

// Where there is no checkout there is no commit to name a run by.
const moment = new Intl.DateTimeFormat('zh-CN', {
  ...{ month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
  timeZone: 'Asia/Chongqing',
});

/** `7b48b90 2`: the second run of a commit is told apart from the first. */
function nameOf({ commit, startedAt }: Point, at: number, all: readonly Point[]): string {
  const name = commit?.slice(0, 7) ?? moment.format(new Date(startedAt));
  const before = all.slice(0, at).filter((point) => point.commit === commit && commit !== null).length;
  return before === 0 ? name : `${name} ${before + 1}`;
}

/** A tenth below the lowest bound: a change of a few hundredths is to be seen. */
const floorOf = (points: readonly { right: { low: number } }[]) =>
  Math.max(0, Math.floor(Math.min(1, ...points.map(({ right }) => right.low)) * 10) / 10);

const round = (share: number) => Math.round(share * 1000) / 1000;
