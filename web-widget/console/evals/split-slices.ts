import type { EvalRun } from '../../../channels/http/api-types.ts';

export interface Row {
  name: string;
  metrics: EvalRun['metrics'];
}

/** What a run keeps beside its metrics, taken apart by what it is. */
export interface SplitSlices {
  /** Dimension → its values with their metrics. What belongs to no dimension stands under the empty name. */
  dimensions: { name: string; rows: Row[] }[];
  /** Truth → what it was taken for → how often. */
  confusion: Row[];
  classes: Row[];
}

/** Keys are `dimension=value`; two dimensions are tables of their own: `confusion` and `class`. */
export function splitSlices(slices: EvalRun['slices']): SplitSlices {
  const byDimension = new Map<string, Row[]>();
  for (const [key, metrics] of Object.entries(slices)) {
    const at = key.indexOf('=');
    const dimension = at < 0 ? '' : key.slice(0, at);
    byDimension.set(dimension, [...(byDimension.get(dimension) ?? []), { name: key.slice(at + 1), metrics }]);
  }
  const take = (dimension: string) => {
    const rows = byDimension.get(dimension) ?? [];
    byDimension.delete(dimension);
    return rows;
  };
  const [confusion, classes] = [take('confusion'), take('class')];
  const dimensions = [...byDimension].map(([name, rows]) => ({ name, rows })).sort((a, b) => order(a.name, b.name));
  return { dimensions, confusion, classes };
}

/** The coarse before the fine; what is not named here, by its name. */
const known = ['', 'kind', 'tag', 'matter'];
const rank = (name: string) => (known.includes(name) ? known.indexOf(name) : known.length);
const order = (a: string, b: string) => rank(a) - rank(b) || (a < b ? -1 : 1);

/** The weakest first by one metric, as that is what a table of slices is read for; what was not judged last. */
export function weakestFirst(rows: readonly Row[], metric: string | undefined): Row[] {
  const score = ({ metrics }: Row) => (metric === undefined ? null : metrics[metric]) ?? Number.POSITIVE_INFINITY;
  const cases = ({ metrics }: Row) => metrics.n ?? 0;
  return rows.toSorted((a, b) => {
    if (score(a) !== score(b)) return score(a) - score(b);
    return cases(b) - cases(a) || (a.name < b.name ? -1 : 1);
  });
}

export interface Confusion {
  /** Every truth, the most frequent first, then what was only ever predicted. */
  labels: string[];
  truths: { label: string; total: number; taken: ReadonlyMap<string, number> }[];
}

export function toConfusion(rows: readonly Row[]): Confusion {
  const truths = rows
    .map(({ name, metrics }) => {
      const taken = new Map(Object.entries(metrics).map(([label, count]) => [label, count ?? 0]));
      return { label: name, total: [...taken.values()].reduce((sum, count) => sum + count, 0), taken };
    })
    .sort((a, b) => b.total - a.total || (a.label < b.label ? -1 : 1));
  const labels = new Set([...truths.map(({ label }) => label), ...truths.flatMap(({ taken }) => [...taken.keys()])]);
  return { labels: [...labels], truths };
}
