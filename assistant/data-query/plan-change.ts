import { z } from 'zod';
import { Comparison, DataQuery, type Filter, Test, TimeWindow, timeGrains } from './data-query.ts';
import { partsOfFilter } from './say-plan.ts';
import { allOf } from './to-plan.ts';

const Order = z.object({ field: z.string(), direction: z.enum(['asc', 'desc']) });

/**
 * One typed correction of a plan, as a chip of the page sends it: no text is read again. The skill applies it to the plan
 * that the dialogue remembers; whatever it names must stand in the semantic model, or it is turned away (`unsafe_query`).
 */
export const PlanChange = z.discriminatedUnion('change', [
  z.object({ change: z.literal('set_metrics'), metrics: z.array(z.string()).min(1) }),
  /** What the figures are broken down by; an empty list with no grain is one figure. */
  z.object({
    change: z.literal('set_groups'),
    dimensions: z.array(z.string()),
    grain: z.enum(timeGrains).nullable(),
  }),
  z.object({ change: z.literal('set_window'), window: TimeWindow.nullable() }),
  /** Puts `test` in the place of every test on `field`; without a test the field is no longer tested. */
  z.object({ change: z.literal('set_filter'), field: z.string(), test: Test.nullable() }),
  z.object({ change: z.literal('set_comparison'), comparison: Comparison.nullable() }),
  z.object({ change: z.literal('set_order'), orderBy: z.array(Order), limit: z.int().positive().nullable() }),
  z.object({ change: z.literal('set_share'), share: z.boolean() }),
  z.object({ change: z.literal('set_chart'), chart: DataQuery.shape.chart }),
  z.object({ change: z.literal('drop_having') }),
]);
export type PlanChange = z.infer<typeof PlanChange>;

export const chipKinds = [
  'metric',
  'time',
  'place',
  'filter',
  'group',
  'comparison',
  'share',
  'having',
  'order',
  'chart',
] as const;

/**
 * A part of a plan as the reader sees it, with what may stand in its place. `id` is stable for the part (`time`,
 * `filter:district`); `isAssumed` when the question did not say it.
 */
export const Chip = z.object({
  id: z.string(),
  kind: z.enum(chipKinds),
  /** 「时间：2026年10月1日至10月31日」. */
  label: z.string(),
  isAssumed: z.boolean(),
  alternatives: z.array(z.object({ label: z.string(), change: PlanChange })),
});
export type Chip = z.infer<typeof Chip>;

/** The plan with one part changed, and whatever hung on that part put right. Its names are looked up when it is compiled. */
export function applyPlanChange(plan: DataQuery, change: PlanChange): DataQuery {
  switch (change.change) {
    case 'set_metrics':
      return swapMetrics(plan, change.metrics);
    case 'set_groups':
      return regroup(plan, change);
    case 'set_window':
      // Nothing lies before all of time: there is no base to compare with.
      return { ...(change.window ? plan : compareWith(plan, null)), window: change.window };
    case 'set_filter':
      return { ...plan, filter: withTest(plan.filter, change.field, change.test) };
    case 'set_comparison':
      return compareWith(plan, change.comparison);
    case 'set_order':
      return { ...plan, orderBy: change.orderBy, limit: change.limit };
    case 'set_share':
      return { ...plan, share: change.share, chart: null };
    case 'set_chart':
      return { ...plan, chart: change.chart };
    case 'drop_having':
      return { ...plan, having: null };
  }
}

/** The order and the conditions on the old measure go over to the new one, or go. */
function swapMetrics(plan: DataQuery, metrics: string[]): DataQuery {
  const first = metrics[0]!;
  const orderBy = plan.orderBy.map(({ field, direction }) => {
    const old = plan.metrics.find((name) => field.startsWith(name));
    return { field: old ? first + field.slice(old.length) : field, direction };
  });
  return { ...plan, metrics, orderBy, having: null, chart: null };
}

function regroup(plan: DataQuery, { dimensions, grain }: Pick<DataQuery, 'dimensions' | 'grain'>): DataQuery {
  const [metric] = plan.metrics;
  const ranked = metric && dimensions.length > 0 ? [{ field: metric, direction: 'desc' as const }] : [];
  const inTime = grain ? [{ field: 'time', direction: 'asc' as const }] : [];
  const isShared = plan.share && (dimensions.length > 0 || grain !== null);
  return { ...plan, dimensions, grain, orderBy: [...inTime, ...ranked], limit: null, share: isShared, chart: null };
}

function compareWith(plan: DataQuery, comparison: DataQuery['comparison']): DataQuery {
  const ofBase = /_(?:base|change|change_rate)$/;
  const orderBy = plan.orderBy.filter(({ field }) => comparison !== null || !ofBase.test(field));
  const tested = partsOfFilter(plan.having).some(({ field }) => ofBase.test(field));
  return { ...plan, comparison, orderBy, having: comparison === null && tested ? null : plan.having };
}

/** Tests that stand inside 「或」 are one thing and are left as they are. */
function withTest(filter: Filter | null, field: string, test: Test | null): Filter | null {
  const parts = filter === null ? [] : 'all' in filter ? filter.all : [filter];
  const rest = parts.filter((part) => !('field' in part && part.field === field));
  return allOf(test ? [...rest, test] : rest);
}
