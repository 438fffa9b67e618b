import { z } from 'zod';

/** A day range, both ends included, in Chongqing's calendar. */
export const TimeWindow = z.object({ from: z.iso.date(), to: z.iso.date(), said: z.string().nullable() });
export type TimeWindow = z.infer<typeof TimeWindow>;

export const timeGrains = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type TimeGrain = (typeof timeGrains)[number];

const Value = z.union([z.string(), z.number(), z.boolean()]);

/** One test on a dimension (or on a metric, in `having`). Names are those of the semantic model, never columns. */
export const Test = z.object({
  field: z.string(),
  is: z.enum(['eq', 'ne', 'in', 'not_in', 'lt', 'lte', 'gt', 'gte', 'between', 'contains', 'is_null', 'not_null']),
  values: z.array(Value),
});
export type Test = z.infer<typeof Test>;

export type Filter = Test | { all: Filter[] } | { any: Filter[] } | { not: Filter };
export const Filter: z.ZodType<Filter> = z.lazy(() =>
  z.union([Test, z.object({ all: z.array(Filter) }), z.object({ any: z.array(Filter) }), z.object({ not: Filter })]),
);

export const Comparison = z.discriminatedUnion('with', [
  /** 同比: the same window a year earlier. */
  z.object({ with: z.literal('same_period_last_year') }),
  /** 环比: the window just before. */
  z.object({ with: z.literal('previous_period') }),
  /** 较年初. */
  z.object({ with: z.literal('start_of_year') }),
  z.object({ with: z.literal('average') }),
  /** Another stretch of time that the question names: 「9月比7月」. */
  z.object({ with: z.literal('window'), window: TimeWindow }),
  /** One row against another: the plan names two values of its one dimension, and the answer is the gap between them. */
  z.object({ with: z.literal('each_other') }),
]);
export type Comparison = z.infer<typeof Comparison>;

const Order = z.object({ field: z.string(), direction: z.enum(['asc', 'desc']) });

/**
 * How the rows of a list are picked: ranked by `orderBy` and cut to `limit` within each group of `per`. With `among`, only
 * what that ranking keeps is ranked again: 「销量前五的小区中均价最低的」.
 */
const Pick = z.object({
  per: z.array(z.string()),
  among: z.object({ orderBy: z.array(Order).min(1), limit: z.int().positive() }).nullable(),
});

/**
 * The typed plan that the built-in parser and a chat model both fill. It names things of the semantic model only;
 * the compiler turns it into parameterised SQL and no other SQL is ever run.
 */
export const DataQuery = z.object({
  kind: z.enum(['aggregate', 'list']),
  /** The semantic model's table (subject) that the metrics belong to. */
  subject: z.string(),
  metrics: z.array(z.string()),
  dimensions: z.array(z.string()),
  grain: z.enum(timeGrains).nullable(),
  filter: Filter.nullable(),
  window: TimeWindow.nullable(),
  comparison: Comparison.nullable(),
  /** Adds each row's share of the total of its metric. */
  share: z.boolean(),
  /**
   * With `share`: the rows that meet `filter` against the rest, as one part called `label`, whose share of the whole is
   * asked for: 「噪声投诉占全部诉求的比重」, where 噪声 is four categories.
   */
  part: z.object({ label: z.string(), filter: Filter }).nullable().default(null),
  having: Filter.nullable(),
  orderBy: z.array(Order),
  limit: z.int().positive().nullable(),
  /** Rows that are passed over before the limit: 「第二多的」 is one row after one. */
  offset: z.int().nonnegative().default(0),
  /** Columns of a detail list; empty for an aggregate. */
  columns: z.array(z.string()),
  pick: Pick.nullable().default(null),
  /** Each row of a list once, however many rows of the data say the same. */
  distinct: z.boolean().default(false),
  chart: z.enum(['line', 'bar', 'pie', 'number', 'table']).nullable(),
});
export type DataQuery = z.infer<typeof DataQuery>;
