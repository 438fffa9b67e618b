import type { MetricValues } from '../runs/run.ts';

/**
 * A confusion matrix in the form of slices: `confusion=<gold>` → predicted → how often. Cells that are zero are left out.
 */
export function confusionTable(pairs: readonly { gold: string; predicted: string }[]): Record<string, MetricValues> {
  const table: Record<string, Record<string, number>> = {};
  for (const { gold, predicted } of pairs) {
    table[`confusion=${gold}`] ??= {};
    const row = table[`confusion=${gold}`]!;
    row[predicted] = (row[predicted] ?? 0) + 1;
  }
  return table;
}
