import { z } from 'zod';
import { purposes, tiers, urgencies } from '../../knowledge/index.ts';

export type { Purpose, Tier, Urgency } from '../../knowledge/index.ts';

/** `reopened`: answered once, but something asked is not solved. `merged`: another ticket speaks for it now. */
export const ticketStatuses = [
  'triage', 'assigned', 'accepted', 'paused', 'returned', 'adjudication', 'replied', 'reopened', 'closed', 'merged',
] as const; // biome-ignore format: a list
export type TicketStatus = (typeof ticketStatuses)[number];

/** What a citizen makes of one thing that was asked for. */
export const verdicts = ['solved', 'part', 'not'] as const;
export type Verdict = (typeof verdicts)[number];

export const satisfactions = ['satisfied', 'neutral', 'dissatisfied'] as const;
export type Satisfaction = (typeof satisfactions)[number];

/** One thing that the citizen asks for, with what became of it. */
export const TicketItem = z.object({
  /** Counts from 1 within the ticket. */
  id: z.int().positive(),
  text: z.string(),
  /** `open` is to be answered; `answered` waits for the citizen; the rest is what the citizen said. */
  state: z.enum(['open', 'answered', ...verdicts]),
  /** The last answer to this item alone, where the unit gave one. */
  answer: z.string().nullable(),
  /** How often the citizen has sent it back. */
  reopened: z.int().nonnegative(),
});
export type TicketItem = z.infer<typeof TicketItem>;

export const CategoryRef = z.object({ code: z.string(), name: z.string(), group: z.string() });
export type CategoryRef = z.infer<typeof CategoryRef>;

/** Where it is. `text` is what the citizen wrote; the rest is what could be recognised. */
export const Place = z.object({
  text: z.string().nullable(),
  district: z.string().nullable(),
  street: z.string().nullable(),
  detail: z.string().nullable(),
  /** 「通集村」, 「电报路社区」; left out by drafts from before communities were known. */
  community: z.string().nullable().optional(),
  /** Said when an old or ambiguous name was read: 「江北区现属两江新区」. */
  note: z.string().nullable(),
});
export type Place = z.infer<typeof Place>;

export const Dispatch = z.object({
  /** vacuum: no owner by the table · clash: two owners; both go to the triage desk with the evidence. */
  outcome: z.enum(['assigned', 'vacuum', 'clash']),
  lead: z.string().nullable(),
  coUnits: z.array(z.string()),
  tier: z.enum(tiers).nullable(),
  /** The row of the responsibility table that decided, in words. */
  clause: z.string().nullable(),
  candidates: z.array(z.string()),
  /** What the place still lacks for the lead to be named; a citizen can be asked for it. */
  missing: z.array(z.enum(['district', 'street'])),
  /** Why nobody was assigned, for the triage desk. */
  reason: z.string().nullable(),
  /** The desk that decides when nobody was assigned. */
  triageDesk: z.string().nullable(),
});
export type Dispatch = z.infer<typeof Dispatch>;

/** A complaint as understood, before it is filed. */
export const TicketDraft = z.object({
  content: z.string(),
  title: z.string(),
  purpose: z.enum(purposes),
  category: CategoryRef,
  alternatives: z.array(z.object({ category: CategoryRef, p: z.number() })),
  /** The classifier was not sure enough; a person decides the category. */
  abstained: z.boolean(),
  /** The words that decided the category. */
  because: z.array(z.string()),
  urgency: z.enum(urgencies),
  place: Place,
  dispatch: Dispatch,
  /** Whom or what it is about: a firm by its name, or 物业. Left out, like the next three, where nobody looked for it. */
  subject: z.string().nullable().optional(),
  /** When it happened, in the citizen's words. */
  happened: z.object({ text: z.string(), recurring: z.boolean() }).nullable().optional(),
  /** How many people it concerns, at least. */
  affected: z.object({ text: z.string(), atLeast: z.number() }).nullable().optional(),
  /** The gravest harm that is named, done or only feared. */
  harm: z
    .object({ kind: z.enum(['injury', 'illness', 'property']), text: z.string(), feared: z.boolean() })
    .nullable()
    .optional(),
  /** What is asked for, one by one, where a person has seen to it; else it is read from the content. */
  items: z.array(z.string()).optional(),
  /** The number to call back, where the channel asks for one. */
  callback: z.string().nullable().optional(),
});
export type TicketDraft = z.infer<typeof TicketDraft>;

/** What the citizen is shown of a filed ticket. */
export const TicketCard = z.object({
  number: z.string(),
  /** Shown once to its reporter; with the number it opens the progress page. */
  progressSecret: z.string(),
  category: CategoryRef,
  purpose: z.enum(purposes),
  urgency: z.enum(urgencies),
  place: Place,
  owner: z.string(),
  filedAt: z.iso.datetime(),
  firstResponseDueAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
});
export type TicketCard = z.infer<typeof TicketCard>;
