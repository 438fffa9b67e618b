import { z } from 'zod';
import { certainties } from './fact.ts';

/**
 * How soon a complaint must be met. U0 is police, fire or rescue now and never an ordinary ticket; U1 within hours;
 * U2 within a day; U3 the ordinary case; U4 a matter of many parties or of long standing.
 */
export const urgencies = ['U0', 'U1', 'U2', 'U3', 'U4'] as const;
export type Urgency = (typeof urgencies)[number];

/** Who acts first: town 镇街, district 区县部门, city 市级单位, company 公用企业, none where only the way is told. */
export const tiers = ['town', 'district', 'city', 'company', 'none'] as const;
export type Tier = (typeof tiers)[number];

export const ComplaintCode = z.string().regex(/^C\d{2}\.\d{2}$/, '写成 C05.02 这样的二级码');

/** Words that lift (or lower) the urgency of a category when one of them is said: 缺失 makes a manhole U1. */
const ConditionalUrgency = z.strictObject({
  grade: z.enum(urgencies),
  when: z.array(z.string().min(1)).min(1),
});

/** A level-2 category of the complaint taxonomy. */
export const ComplaintCategory = z.strictObject({
  code: ComplaintCode,
  name: z.string().min(1),
  /** Third-level examples: what typically falls under it. */
  examples: z.array(z.string().min(1)).min(1),
  /** Words by which people say it; the classifier's cues. */
  saidAs: z.array(z.string().min(1)).default([]),
  /** Kinds of unit that own it by statute or custom; who really gets it is decided by the responsibility table. */
  owners: z.array(z.string().min(1)).min(1),
  firstTier: z.enum(tiers),
  urgency: z.enum(urgencies),
  /** Checked in order after the default; the most urgent that applies wins. */
  urgentWhen: z.array(ConditionalUrgency).default([]),
  certainty: z.enum(certainties).default('memory'),
});
export type ComplaintCategory = z.infer<typeof ComplaintCategory>;

/** A level-1 group with its categories; one YAML file each. */
export const ComplaintGroup = z
  .strictObject({
    code: z.string().regex(/^C\d{2}$/),
    name: z.string().min(1),
    /** The city department that leads the field, where one does. */
    authority: z.string().optional(),
    categories: z.array(ComplaintCategory).min(1),
  })
  .superRefine(({ code, categories }, context) => {
    for (const [index, category] of categories.entries())
      if (!category.code.startsWith(`${code}.`))
        context.addIssue({ code: 'custom', path: ['categories', index, 'code'], message: `不属于 ${code}` });
  });
export type ComplaintGroup = z.infer<typeof ComplaintGroup>;

export interface Taxonomy {
  groups: ComplaintGroup[];
  /** All level-2 categories in the order of their codes. */
  categories: ComplaintCategory[];
}
