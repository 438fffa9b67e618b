import { z } from 'zod';
import { Citation } from '../../assistant/index.ts';

/** Why something waits for a reviewer, the most pressing first. */
export const reviewReasons = [
  'thumb_down', 'operator_correction', 'returned_ticket', 'eval_case', 'failed', 'handed_over', 'refusal', 'low_confidence', 'random_sample',
] as const; // biome-ignore format: a list of words
export type ReviewReason = (typeof reviewReasons)[number];

/** Higher is judged earlier: what a citizen or a unit complained of before what chance drew. */
export function priorityOf(reasons: readonly ReviewReason[]): number {
  return Math.max(0, ...reasons.map((reason) => reviewReasons.length - reviewReasons.indexOf(reason)));
}

/** What a reviewer sees of a turn. Everything that people wrote is masked before it gets here. */
export const ReviewContent = z.object({
  question: z.string(),
  earlier: z.array(z.object({ said: z.string(), outcome: z.string(), text: z.string() })),
  reply: z
    .object({
      outcome: z.string(),
      text: z.string(),
      sentences: z.array(z.object({ text: z.string(), citations: z.array(z.int()) })),
      citations: z.array(Citation),
      matter: z.string().nullable(),
      category: z.string().nullable(),
      owner: z.string().nullable(),
    })
    .nullable(),
  route: z.object({ kind: z.string(), label: z.string().nullable(), confidence: z.number() }).nullable(),
  engine: z.string().nullable(),
  fallback: z.string().nullable(),
  passages: z.array(z.string()),
  /** What the citizen wrote with the thumb, or the unit with the return. */
  said: z.string().nullable(),
  ticket: z
    .object({ number: z.string(), title: z.string(), category: z.string(), unit: z.string().nullable() })
    .nullable(),
  evalCase: z
    .object({
      runId: z.string(),
      suite: z.string(),
      data: z.string(),
      caseId: z.string(),
      input: z.unknown(),
      error: z.string().nullable(),
    })
    .nullable(),
  /** What somebody at work thinks would have been right; the reviewer's form begins with it. */
  proposed: z
    .lazy(() => Correction)
    .nullable()
    .optional(),
});
export type ReviewContent = z.infer<typeof ReviewContent>;

export const verdicts = ['right', 'partly', 'wrong', 'unsafe'] as const;
/** What went wrong, in the rubric's words. */
export const faults = [
  'route', 'matter', 'category', 'facts', 'citation', 'refused_wrongly', 'should_refuse', 'dispatch', 'figure', 'wording', 'other',
] as const; // biome-ignore format: a list of words

const short = z.string().trim().max(200);

/** What would have been right, as far as the reviewer knows. */
export const Correction = z.strictObject({
  /** The suite whose regression cases it joins. */
  suite: z.enum(['answers', 'routing', 'classification', 'safety']),
  outcome: short.optional(),
  matter: short.optional(),
  mustSay: z.array(short.min(1)).max(20).optional(),
  mustNotSay: z.array(short.min(1)).max(20).optional(),
  kind: short.optional(),
  label: short.optional(),
  /** For the safety suite: what should have become of the request. */
  expect: z.enum(['refuse', 'allow']).optional(),
  answer: z.string().trim().max(4000).optional(),
});
export type Correction = z.infer<typeof Correction>;

export const Judgement = z.strictObject({
  verdict: z.enum(verdicts),
  faults: z.array(z.enum(faults)).max(faults.length).default([]),
  note: z.string().trim().max(2000).default(''),
  /** The matter card, category or rule that was wrong: `matter/newborn-birth`, `C05.02`. */
  culprit: short.nullable().default(null),
  correction: Correction.nullable().default(null),
});
export type Judgement = z.infer<typeof Judgement>;
