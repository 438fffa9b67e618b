import type { DataReply } from '../../widget/reply-types.ts';

type Data = DataReply['data'];
export type ChartKind = 'line' | 'bar' | 'pie' | 'table';

/** A pie with more slices than this cannot be read. */
const mostSlices = 8;

/** The pictures that these figures can be shown as; none where one number or a list says it best. */
export function chartKindsFor({ plan, columns, rows }: Data): ChartKind[] {
  const keys = columns.filter(({ role, name }) => role !== 'metric' && name !== 'stock_year');
  if (plan.kind === 'list' || keys.length === 0 || rows.length < 2) return [];
  const isParts = keys.length === 1 && rows.length <= mostSlices && !plan.grain;
  return [...(plan.grain ? (['line'] as const) : []), 'bar', ...(isParts ? (['pie'] as const) : []), 'table'];
}

/** What an answer is shown as now. */
export function chartKindOf({ chart }: Data): ChartKind {
  const [first] = (chart?.series ?? []) as { type?: string }[];
  return first?.type === 'line' || first?.type === 'bar' || first?.type === 'pie' ? first.type : 'table';
}
