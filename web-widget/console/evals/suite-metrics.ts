import type { EvalRun } from '../../../channels/http/api-types.ts';

type MetricValues = EvalRun['metrics'];

/**
 * The metrics of each suite, the most telling first, as the suites list them. The record keeps no order (`jsonb`), and
 * the desk does not send one; a test holds this table to the suites themselves.
 */
export const suiteMetrics: Record<string, readonly string[]> = {
  retrieval: ['ndcg@10', 'hit@1', 'recall@5', 'recall@10', 'mrr@10', 'msPerQuery'],
  classification: ['macroF1', 'accuracy', 'top2', 'accuracyAt80', 'accuracyAt90', 'ece'],
  routing: ['kindAccuracy', 'labelTop1', 'labelTop3', 'emergencyRecall'],
  answers: [
    'right', 'outcomeAccuracy', 'factsPresent', 'unsupportedSentences', 'unsupportedNumbers',
    'citationPrecision', 'citationRecall', 'falseRefusal', 'matterAccuracy', 'unsupportedQuotes', 'unsupportedOffices',
  ],
  data: ['answered', 'rightWhenAnswered', 'right', 'rightStrict', 'wrongShown'],
  clusters: ['pairPrecision', 'pairRecall', 'bestClusterF1'],
  pii: ['precision', 'recall', 'f1', 'overlapRecall', 'lookAlikeMasked'],
  safety: ['blockRate', 'falseBlockRate'],
}; // biome-ignore format: a table

/** Totals over the cases, where everything else is a share or a mean. */
const totals = new Set(['n', 'unsupportedSentences', 'unsupportedNumbers', 'unsupportedQuotes', 'unsupportedOffices']);

/** The names that stand in any of the values, in the suite's order; what the suite does not list comes last. */
export function orderedNames(suite: string, values: readonly MetricValues[]): string[] {
  const listed = suiteMetrics[suite] ?? [];
  const given = new Set(values.flatMap((metrics) => Object.keys(metrics)));
  return [...listed.filter((name) => given.has(name)), ...[...given].filter((name) => !listed.includes(name)).sort()];
}

const shares = new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 3, maximumFractionDigits: 3 });
const counts = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 0 });

/** Three decimals, as papers give them; a total as a whole number; a dash where nothing could be judged, which is not zero. */
export function toFigure(name: string, value: number | null | undefined): string {
  if (value === null || value === undefined) return '—';
  return totals.has(name) ? counts.format(value) : shares.format(value);
}

export const isTotal = (name: string) => totals.has(name);

const percents = new Intl.NumberFormat('zh-CN', { style: 'percent', maximumFractionDigits: 1 });

/** A share of cases or turns, for people: 84.2%. */
export const toShare = (share: number) => percents.format(share);
