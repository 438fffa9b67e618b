import { z } from 'zod';
import { certainties, SourceSpan } from '../../knowledge/index.ts';

export { SourceSpan };

/** The life of a version: a draft is published, closed by a later one, or withdrawn. */
export const cardStates = ['draft', 'published', 'superseded', 'withdrawn'] as const;
export type CardState = (typeof cardStates)[number];

/** What is written into a card's history. */
export const cardEventActions = [
  'drafted', 'edited', 'discarded', 'published', 'superseded', 'withdrawn', 'restored', 'publish_undone',
] as const; // biome-ignore format: a list of words
export type CardEventAction = (typeof cardEventActions)[number];

/** A stretch of a service guide that was not understood: nothing was guessed from it. */
export const UnreadPart = z.strictObject({
  /** The field it stands under, as the guide calls it; empty where it stands under none. */
  heading: z.string(),
  text: z.string(),
  place: SourceSpan,
  /** Why, for people. */
  reason: z.string(),
});
export type UnreadPart = z.infer<typeof UnreadPart>;

const line = z.string().max(2_000);
const short = z.string().max(200);
const certainty = z.enum(certainties);
const when = z.record(z.string().max(64), z.array(z.string().max(64)).max(20)).optional();
const sourced = { certainty, source: z.string().max(300).optional(), cited: SourceSpan.optional() };

export const CardFact = z.strictObject({ text: line, ...sourced, when });
export type CardFact = z.infer<typeof CardFact>;
const facts = z.array(CardFact).max(200);

export const CardMaterial = z.strictObject({
  name: short,
  forms: z.array(z.enum(['original', 'copy', 'electronic', 'filled', 'signed'])).max(5),
  /** How many of it; none when the guide does not say. */
  copies: z.int().positive().max(99).optional(),
  issuer: short.optional(),
  replaceable: z.enum(['yes', 'partly', 'no']),
  needed: short.optional(),
  note: line.optional(),
  ...sourced,
  when,
});
export type CardMaterial = z.infer<typeof CardMaterial>;

const CardOption = z.strictObject({
  id: z.string().max(64),
  label: short,
  saidAs: z.array(short).max(40),
  effect: CardFact.optional(),
});

/**
 * A card as it is worked on: the parts of a MatterCard, none of which need be complete yet. Whether it can be published
 * is said by the MatterCard itself.
 */
export const CardBody = z.strictObject({
  id: z.string().max(64),
  title: short,
  aliases: z.array(short).max(100),
  audience: z.enum(['personal', 'business']),
  summary: CardFact,
  lead: short,
  participants: z.array(short).max(50),
  components: facts,
  conditions: facts,
  questions: z
    .array(z.strictObject({ id: z.string().max(64), ask: line, options: z.array(CardOption).max(30) }))
    .max(20),
  materials: z.array(CardMaterial).max(200),
  steps: facts,
  limits: facts,
  fees: facts,
  rules: facts,
  places: facts,
  results: facts,
  faqs: z.array(z.strictObject({ question: line, answer: CardFact })).max(100),
  legal: facts,
  validFrom: z.string().max(10),
  validTo: z.string().max(10).nullable(),
  reviewedAt: z.string().max(10),
  source: line,
});
export type CardBody = z.infer<typeof CardBody>;
