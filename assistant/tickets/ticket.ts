import { z } from 'zod';
import { purposes, tiers, urgencies } from '../../knowledge/index.ts';

export type { Purpose, Tier, Urgency } from '../../knowledge/index.ts';

export const ticketStatuses = ['triage', 'assigned', 'accepted', 'returned', 'replied', 'closed'] as const;
export type TicketStatus = (typeof ticketStatuses)[number];

export const CategoryRef = z.object({ code: z.string(), name: z.string(), group: z.string() });

/** Where it is. `text` is what the citizen wrote; the rest is what could be recognised. */
export const Place = z.object({
  text: z.string().nullable(),
  district: z.string().nullable(),
  street: z.string().nullable(),
  detail: z.string().nullable(),
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
