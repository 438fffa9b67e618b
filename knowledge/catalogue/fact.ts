import { z } from 'zod';

/**
 * How sure we are of a fact: `official` was read in a public document (named in `source`), `memory` is general
 * knowledge of the field, `uncertain` may be wrong or out of date and is served with 「以渝快办当前指南为准」.
 */
export const certainties = ['official', 'memory', 'uncertain'] as const;
export type Certainty = (typeof certainties)[number];

/** A day in Chongqing, `2026-01-31`. */
export const CalendarDay = z.iso.date();

/** Question id → the option ids under which something applies. Every key must match; within a key any option does. */
export const AppliesWhen = z.record(z.string(), z.array(z.string()).min(1));
export type AppliesWhen = z.infer<typeof AppliesWhen>;

/** Where a statement stands in a document that was taken in; `page` counts from 1, null where the file has no pages. */
export const SourceSpan = z.strictObject({
  docId: z.string().min(1).max(200),
  page: z.int().positive().nullable(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
});
export type SourceSpan = z.infer<typeof SourceSpan>;

const FactObject = z.strictObject({
  text: z.string().min(1),
  certainty: z.enum(certainties).default('memory'),
  /** The document the fact was read in, for `official` facts. */
  source: z.string().optional(),
  /** The exact place of it in that document, when the desk holds it. */
  cited: SourceSpan.optional(),
  when: AppliesWhen.optional(),
});

/** One fact of a card. In YAML a bare sentence stands for a fact from memory that always applies. */
export const Fact = z.union([
  z
    .string()
    .min(1)
    .transform((text) => FactObject.parse({ text })),
  FactObject,
]);
export type Fact = z.infer<typeof Fact>;
