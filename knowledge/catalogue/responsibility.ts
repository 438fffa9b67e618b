import { z } from 'zod';
import { ComplaintCode, tiers } from './complaint-category.ts';
import { Fact } from './fact.ts';

const words = z.array(z.string().min(1)).min(1);

/**
 * Who answers for which complaints. `lead` and `coUnits` are patterns: `{district}`, `{town}` and `{police}` are filled
 * from the place; a pattern without them is a unit of the city or a company.
 */
export const Responsibility = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  categories: z.array(ComplaintCode).min(1),
  /** Narrows the row. A row whose conditions hold goes before one without conditions. */
  when: z
    .strictObject({
      /** One of these is said … */
      words: words.optional(),
      /** … and one of these too, … */
      alsoWords: words.optional(),
      /** … and none of these. */
      notWords: words.optional(),
      /** The place is in one of these districts or functional areas. */
      districts: words.optional(),
    })
    .optional(),
  tier: z.enum(tiers),
  lead: z.string().min(1),
  coUnits: z.array(z.string().min(1)).default([]),
  /** The legal basis or the rule behind it. */
  clause: Fact,
});
export type Responsibility = z.infer<typeof Responsibility>;

export const Responsibilities = z.strictObject({ rows: z.array(Responsibility).min(1) });
