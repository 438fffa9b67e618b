import { z } from 'zod';
import { TicketSummary } from './ticket-types.ts';

const moment = z.iso.datetime();
const counts = z.array(z.object({ name: z.string(), tickets: z.int() }));

/** `repeat`: the same caller again (催办) · `other`: another caller (同诉) · `unknown`: nothing tells. */
const relation = z.enum(['repeat', 'other', 'unknown']);

export const SimilarTickets = z.object({
  items: z.array(
    z.object({
      ticket: TicketSummary,
      relation,
      sameIncident: z.boolean(),
      /** 0 to 1; the product of the next two. */
      score: z.number(),
      samePlace: z.number(),
      sameProblem: z.number(),
      /** Words that both say and few others do. */
      sharedWords: z.array(z.string()),
      sameStreet: z.boolean(),
      daysApart: z.int(),
    }),
  ),
  /** The other matters of the same message, each a ticket of its own. */
  linked: z.array(TicketSummary),
});
export type SimilarTickets = z.infer<typeof SimilarTickets>;

export const JoinBody = z.strictObject({
  /** The ticket that speaks for this one from now on. */
  into: z.string().max(32),
  version: z.int().positive(),
  reason: z.string().trim().min(1).max(500),
});
export const UnjoinBody = JoinBody.omit({ into: true });

export const IncidentSummary = z.object({
  id: z.string(),
  title: z.string(),
  category: z.object({ code: z.string(), name: z.string(), group: z.string() }),
  tickets: z.int(),
  open: z.int(),
  /** Distinct people, as far as they can be told apart: what hot topics are ranked by. */
  people: z.int(),
  unknownReports: z.int(),
  districts: counts,
  streets: counts,
  firstAt: moment,
  lastAt: moment,
  /** Tickets a day in Chongqing; days without any are left out. */
  trend: z.array(z.object({ day: z.string(), tickets: z.int() })),
  growing: z.boolean(),
});
export type IncidentSummary = z.infer<typeof IncidentSummary>;

export const IncidentListQuery = z.strictObject({
  /** With a report in the last so many days. */
  days: z.coerce.number().int().min(1).max(180).default(30),
  /** At least so many distinct people. */
  people: z.coerce.number().int().min(1).max(1000).default(2),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export const IncidentList = z.object({ items: z.array(IncidentSummary) });
export type IncidentList = z.infer<typeof IncidentList>;

export const IncidentDetail = IncidentSummary.extend({
  members: z.array(
    z.object({
      ticket: TicketSummary,
      /** To the report that began the incident. */
      relation,
      score: z.number(),
      /** `engine`, or the account that put it there. */
      joinedBy: z.string(),
    }),
  ),
});
export type IncidentDetail = z.infer<typeof IncidentDetail>;
