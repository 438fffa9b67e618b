import { z } from 'zod';
import type { CaseRecord } from '../../evals/index.ts';

export interface Histogram {
  score: string;
  /** Cases per bin; bins have the same width from `low` to `high`, the last holds its upper end. */
  counts: number[];
  low: number;
  high: number;
  /** Cases in which the scorer abstained or that broke. */
  unjudged: number;
}

/** A point of the risk–coverage curve: of the most confident `coverage` of the cases, the share `risk` is wrong. */
export interface RiskPoint {
  coverage: number;
  risk: number;
  confidence: number;
}

const bins = 10;
/** Points enough for a smooth line, few enough for a page. */
const curvePoints = 100;

/** How the values of each score are spread over the cases of a run. */
export function scoreHistograms(cases: readonly Pick<CaseRecord, 'scores'>[]): Histogram[] {
  const names = new Set(cases.flatMap(({ scores }) => Object.keys(scores)));
  return [...names].sort().map((score) => {
    const values = cases.flatMap(({ scores }) => (typeof scores[score] === 'number' ? [scores[score]] : []));
    const low = Math.min(0, ...values);
    const high = Math.max(1, ...values);
    const counts = Array<number>(bins).fill(0);
    for (const value of values) counts[Math.min(bins - 1, Math.floor(((value - low) / (high - low)) * bins))]! += 1;
    return { score, counts, low, high, unjudged: cases.length - values.length };
  });
}

// Where each suite keeps how sure the engine was.
const Sure = z.union([
  z.object({ confidence: z.number() }).transform(({ confidence }) => confidence),
  z.object({ proposed: z.array(z.object({ p: z.number() })).min(1) }).transform(({ proposed }) => proposed[0]!.p),
  z
    .object({ trace: z.object({ route: z.object({ confidence: z.number() }) }) })
    .transform(({ trace }) => trace.route.confidence),
]);

/**
 * The risk–coverage curve (El-Yaniv and Wiener, JMLR 2010) over the cases that were judged and tell how sure the engine
 * was. Cases of equal confidence enter together. Null when there are none.
 */
export function riskCoverage(cases: readonly Pick<CaseRecord, 'scores' | 'output'>[]): RiskPoint[] | null {
  const judged = cases.flatMap(({ scores, output }) => {
    const confidence = Sure.safeParse(output);
    return typeof scores.right === 'number' && confidence.success
      ? [{ right: scores.right, confidence: confidence.data }]
      : [];
  });
  if (judged.length === 0) return null;
  judged.sort((a, b) => b.confidence - a.confidence);
  const points: RiskPoint[] = [];
  let wrong = 0;
  for (const [index, { right, confidence }] of judged.entries()) {
    wrong += 1 - right;
    if (judged[index + 1]?.confidence === confidence) continue;
    points.push({ coverage: (index + 1) / judged.length, risk: wrong / (index + 1), confidence });
  }
  return thinned(points);
}

/** Evenly over the curve, with its last point. */
function thinned(points: readonly RiskPoint[]): RiskPoint[] {
  const every = Math.ceil(points.length / curvePoints);
  return points.filter((_, index) => index % every === every - 1 || index === points.length - 1);
}
