import { z } from 'zod';
import { AppliesWhen, CalendarDay, certainties, Fact, SourceSpan } from './fact.ts';

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, '用小写英文和连字符，例如 newborn-birth');

/** A situational question (情形). Which facts apply depends on the answers. */
const MatterQuestion = z.strictObject({
  id: slug,
  ask: z.string().min(1),
  options: z
    .array(
      z.strictObject({
        id: slug,
        label: z.string().min(1),
        /** Words by which a citizen says this without being asked: 「外地生的」. */
        saidAs: z.array(z.string().min(1)).default([]),
        /** What choosing this changes, told to the citizen when it is chosen. */
        effect: Fact.optional(),
      }),
    )
    .min(2),
});

const Material = z.strictObject({
  name: z.string().min(1),
  /** original 原件核验 · copy 复印件 · electronic 电子证照或数据共享 · filled 在线填写 · signed 签字 */
  forms: z.array(z.enum(['original', 'copy', 'electronic', 'filled', 'signed'])).min(1),
  /** How many of it are handed in, when the guide says so. */
  copies: z.int().positive().optional(),
  issuer: z.string().optional(),
  /** Whether an electronic licence or data sharing makes it unnecessary to bring. */
  replaceable: z.enum(['yes', 'partly', 'no']).default('no'),
  /** When it is needed, in words: 「已婚的」. Omit when it is always needed. */
  needed: z.string().optional(),
  when: AppliesWhen.optional(),
  note: z.string().optional(),
  certainty: z.enum(certainties).default('memory'),
  source: z.string().optional(),
  cited: SourceSpan.optional(),
});

/** A matter (一件事) as it stands from `validFrom` to `validTo`; each version is a card of its own. */
export const MatterCard = z
  .strictObject({
    id: slug,
    /** The number of a version that was published from the record, from 1; absent from what is authored in files. */
    version: z.int().positive().optional(),
    title: z.string().min(1),
    /** Names and phrases by which citizens ask for it; they feed the search and never appear in answers. */
    aliases: z.array(z.string().min(1)).default([]),
    audience: z.enum(['personal', 'business']),
    /** One or two sentences: what the matter joins up and for whom. */
    summary: Fact,
    lead: z.string().min(1),
    participants: z.array(z.string().min(1)).default([]),
    components: z.array(Fact).default([]),
    conditions: z.array(Fact).default([]),
    questions: z.array(MatterQuestion).default([]),
    materials: z.array(Material).default([]),
    steps: z.array(Fact).default([]),
    /** Statutory (法定) and promised (承诺) time limits. */
    limits: z.array(Fact).default([]),
    fees: z.array(Fact).default([]),
    /** Amounts, ages, standards and other rules of substance. */
    rules: z.array(Fact).default([]),
    /** Where to go or click, telephone numbers. */
    places: z.array(Fact).default([]),
    results: z.array(Fact).default([]),
    faqs: z.array(z.strictObject({ question: z.string().min(1), answer: Fact })).default([]),
    legal: z.array(Fact).default([]),
    validFrom: CalendarDay,
    /** The last day on which this version may be served; null while it is in force. */
    validTo: CalendarDay.nullable().default(null),
    reviewedAt: CalendarDay,
    /** Where the facts of the card come from, in one line. */
    source: z.string().min(1),
  })
  .superRefine((card, context) => {
    const options = new Map(card.questions.map(({ id, options }) => [id, new Set(options.map((option) => option.id))]));
    const conditioned: { when?: AppliesWhen | undefined }[] = [
      ...card.components, ...card.conditions, ...card.materials, ...card.steps, ...card.limits,
      ...card.fees, ...card.rules, ...card.places, ...card.results, ...card.legal,
    ]; // biome-ignore format: one glance shows which lists may branch
    for (const [question, wanted] of conditioned.flatMap(({ when }) => Object.entries(when ?? {})))
      for (const option of wanted)
        if (!options.get(question)?.has(option))
          context.addIssue({ code: 'custom', message: `when 指向不存在的情形 ${question}=${option}` });
    if (card.validTo !== null && card.validTo < card.validFrom)
      context.addIssue({ code: 'custom', message: 'validTo 早于 validFrom' });
  });

export type MatterCard = z.infer<typeof MatterCard>;
export type MatterQuestion = MatterCard['questions'][number];
export type Material = MatterCard['materials'][number];

/** What a citizen can ask about a matter. */
export const facets = [
  'overview', 'conditions', 'materials', 'steps', 'limits', 'fees', 'rules', 'places', 'results', 'legal',
] as const; // biome-ignore format: a list of words
export type Facet = (typeof facets)[number];
