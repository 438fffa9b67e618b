import type { RunCharts } from '../../../channels/http/eval-schemas.ts';

type Histogram = RunCharts['histograms'][number];
type Curve = NonNullable<RunCharts['riskCoverage']>;

/** One bar a bin, named by its bounds. */
export function toHistogram({ counts, low, high }: Histogram, name: string): Record<string, unknown> {
  const width = (high - low) / counts.length;
  const bound = (at: number) => String(Math.round((low + at * width) * 100) / 100);
  return {
    xAxis: { type: 'category', data: counts.map((_, at) => `${bound(at)}–${bound(at + 1)}`) },
    yAxis: { type: 'value', minInterval: 1 },
    series: [{ type: 'bar', name, data: counts, barCategoryGap: '10%' }],
  };
}

/** Risk over coverage, both as shares; from the surest case to all of them. */
export function toRiskCurve(curve: Curve, words: { coverage: string; riskAxis: string }): Record<string, unknown> {
  const round = (share: number) => Math.round(share * 1000) / 1000;
  const axis = { type: 'value', min: 0, nameLocation: 'middle', nameGap: 28 };
  return {
    grid: { left: 32, right: 24, top: 24, bottom: 32, containLabel: true },
    xAxis: { ...axis, name: words.coverage, max: 1 },
    yAxis: { ...axis, name: words.riskAxis, nameGap: 40 },
    series: [
      {
        type: 'line',
        name: words.riskAxis,
        symbolSize: 4,
        data: curve.map(({ coverage, risk }) => [round(coverage), round(risk)]),
      },
    ],
  };
}
