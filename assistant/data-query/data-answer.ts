import { z } from 'zod';
import { DataQuery } from './data-query.ts';
import { Chip } from './plan-change.ts';

const Cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);

export const Column = z.object({
  name: z.string(),
  /** Shown to people: 「诉求量（件）」. */
  label: z.string(),
  unit: z.string().nullable(),
  role: z.enum(['dimension', 'metric', 'time']),
});
export type Column = z.infer<typeof Column>;

/** A figure with how it was computed. */
export const DataAnswer = z.object({
  plan: DataQuery,
  /** What was run; null for people who may not see it. */
  sql: z.string().nullable(),
  params: z.array(Cell),
  columns: z.array(Column),
  rows: z.array(z.record(z.string(), Cell)),
  /** A declarative ECharts option; null when a table or one number says it best. */
  chart: z.record(z.string(), z.unknown()).nullable(),
  /** How it was computed, in sentences: measure, window in absolute dates, region, filters, order. */
  explanation: z.array(z.string()),
  /** What was assumed because the question did not say, each of which the reader may correct. */
  assumptions: z.array(z.object({ text: z.string(), field: z.string() })),
  /**
   * The parts of the plan with what may stand in their place. A page sends an alternative's `change` back as it is; the
   * skill applies it to the remembered plan and answers anew.
   */
  chips: z.array(Chip).default([]),
  /** Filters applied because of the reader's jurisdiction. */
  jurisdiction: z.string().nullable(),
  /** The newest moment in the data that was read. */
  dataAsOf: z.string().nullable(),
  /** Words of the question that were not understood. */
  uncovered: z.array(z.string()),
  /** Figures that are not shown because they are about few people, or would give such a figure away. */
  hidden: z.int().default(0),
  /** Whether there were more rows than one answer brings. */
  isCut: z.boolean().default(false),
  confidence: z.number(),
});
export type DataAnswer = z.infer<typeof DataAnswer>;
