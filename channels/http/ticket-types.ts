import { z } from 'zod';
import {
  moveNeeds,
  pauseCodes,
  ReplyFinding,
  returnCodes,
  satisfactions,
  TicketDraft,
  TicketItem,
  ticketMoves,
  ticketStatuses,
  verdicts,
} from '../../assistant/index.ts';
import { purposes, tiers, urgencies } from '../../knowledge/index.ts';

const moment = z.iso.datetime();

export const TicketSummary = z.object({
  number: z.string(),
  status: z.enum(ticketStatuses),
  purpose: z.string(),
  category: z.object({ code: z.string(), name: z.string(), group: z.string() }),
  urgency: z.string(),
  title: z.string(),
  district: z.string().nullable(),
  street: z.string().nullable(),
  ownerUnit: z.string().nullable(),
  tier: z.string().nullable(),
  filedAt: moment,
  firstResponseDueAt: moment,
  /** While the clock stands still: as if it went on at once. */
  dueAt: moment,
  /** Since when the clock stands still (paused, replied, closed); null while it runs. */
  clockStoppedAt: moment.nullable(),
  closedAt: moment.nullable(),
  returnCount: z.int(),
  /** What the desk has to decide while the unit goes on. */
  awaitsDesk: z.enum(['extension', 'reply']).nullable(),
  mergedInto: z.string().nullable(),
  version: z.int(),
});
export type TicketSummary = z.infer<typeof TicketSummary>;

/** How the clock stood right after one event, or now (the last line). Minutes are counted ones. */
export const ClockLineShown = z.object({
  at: moment,
  event: z.string(),
  /** The rule applied, in one Chinese sentence. */
  rule: z.string(),
  budgetMinutes: z.int(),
  usedMinutes: z.int(),
  dueAt: moment,
  running: z.boolean(),
  /** What happened, in one Chinese sentence. */
  text: z.string(),
});
export type ClockLineShown = z.infer<typeof ClockLineShown>;

const OfferedMove = z.object({
  name: z.enum(ticketMoves),
  label: z.string(),
  /** The fields of `MoveBody` that the form must ask for, in order. */
  needs: z.array(z.enum(moveNeeds)),
});

export const TicketDetail = TicketSummary.extend({
  content: z.string(),
  placeDetail: z.string().nullable(),
  coUnits: z.array(z.string()),
  /** The understanding with its evidence: category and alternatives with probabilities, words, place, dispatch clause. */
  draft: TicketDraft,
  events: z.array(
    z.object({
      sequence: z.int(),
      kind: z.string(),
      at: moment,
      actor: z.string(),
      payload: z.record(z.string(), z.unknown()),
    }),
  ),
  /** What this account may do now. */
  moves: z.array(OfferedMove),
  /** Each thing asked for, with what became of it. */
  items: z.array(TicketItem),
  clock: z.array(ClockLineShown),
  returns: z.array(z.object({ unit: z.string().nullable(), code: z.string(), clause: z.string(), at: moment })),
  /** The unit that an adjudication named: it cannot return the ticket. */
  boundUnit: z.string().nullable(),
  extension: z.object({
    state: z.enum(['none', 'requested', 'granted', 'refused']),
    workingDays: z.int().nullable(),
  }),
  /** The last reply that the check sent back, until one passes. */
  sentBackReply: z.object({ text: z.string(), findings: z.array(ReplyFinding) }).nullable(),
  reply: z.object({ text: z.string(), at: moment }).nullable(),
  firstContactAt: moment.nullable(),
  /** Until when an answer of the citizen is waited for. */
  answerDueAt: moment.nullable(),
  verdict: z.enum(verdicts).nullable(),
  satisfaction: z.enum(satisfactions).nullable(),
  closedBecause: z.enum(['solved', 'unanswered', 'desk']).nullable(),
  /** Tickets that were merged into this one. */
  members: z.array(z.string()),
  /** The talk it came from, personal data masked; empty for a ticket of another channel. */
  conversation: z.array(z.object({ role: z.enum(['citizen', 'desk']), text: z.string(), at: moment })),
});
export type TicketDetail = z.infer<typeof TicketDetail>;

const filters = {
  status: z.enum(ticketStatuses).optional(),
  district: z.string().max(40).optional(),
  unit: z.string().max(60).optional(),
  tier: z.enum(tiers).optional(),
  purpose: z.enum(purposes).optional(),
  category: z.string().max(10).optional(),
  urgency: z.string().max(4).optional(),
  q: z.string().max(100).optional(),
  /** `pressing`: what runs goes before what waits or is done, and of that the earliest deadline first. */
  sort: z.enum(['pressing', 'due_at', '-due_at', 'filed_at', '-filed_at']).default('-filed_at'),
};
const paging = {
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(20),
};

export const TicketListQuery = z.strictObject({ ...filters, ...paging, overdue: z.stringbool().optional() });
export const TicketList = z.object({
  items: z.array(TicketSummary),
  total: z.int(),
  page: z.int(),
  pageSize: z.int(),
});
export type TicketList = z.infer<typeof TicketList>;

/** GET /api/triage: what waits for a decision of the desk, the most pressing first, each with the evidence. */
export const TriageQuery = z.strictObject(paging);
export const TriageList = z.object({
  items: z.array(
    TicketSummary.extend({
      /** `no_owner` vacuum · `two_owners` clash · `unsure` the category · or what happened since. */
      why: z.enum(['no_owner', 'two_owners', 'unsure', 'returned', 'second_return', 'extension', 'reply']),
      /** One Chinese sentence. */
      reason: z.string(),
      /** Units by the responsibility table, the likeliest first. */
      candidates: z.array(z.string()),
      /** What the table says of it, in words; null where no row speaks of it. */
      clause: z.string().nullable(),
      /** The citizen's words that decided the category. */
      because: z.array(z.string()),
      alternatives: z.array(z.object({ code: z.string(), name: z.string(), p: z.number() })),
    }),
  ),
  total: z.int(),
  page: z.int(),
  pageSize: z.int(),
});
export type TriageList = z.infer<typeof TriageList>;

const words = z.string().max(500);

/**
 * POST /api/tickets/:number/moves. Which fields a move needs stands in the detail's `moves[].needs`. Answers with the new
 * detail; 409 `version_conflict` has `details: {version, status, changed: [{sequence, kind, at, actor}]}`, 422
 * `reply_incomplete` has `details: {version, findings}`, 422 `unit_unknown` has `details: {candidates}`.
 */
export const MoveBody = z.strictObject({
  move: z.enum(ticketMoves),
  /** The version that was read; another handler's write in between is refused, not overwritten. */
  version: z.int().positive(),
  reason: words.optional(),
  text: z.string().max(4000).optional(),
  unit: z.string().max(60).optional(),
  coUnits: z.array(z.string().max(60)).max(10).optional(),
  pauseCode: z.enum(pauseCodes).optional(),
  returnCode: z.enum(returnCodes).optional(),
  clause: words.optional(),
  urgency: z.enum(urgencies).optional(),
  category: z.string().max(10).optional(),
  workingDays: z.int().positive().max(365).optional(),
  /** The number of the ticket that speaks for this one from now on. */
  into: z.string().max(32).optional(),
  /** With a reply: what is answered to single items. */
  answers: z
    .array(z.object({ item: z.int().positive(), text: z.string().max(4000) }))
    .max(20)
    .optional(),
  verdicts: z
    .array(z.object({ item: z.int().positive(), verdict: z.enum(verdicts) }))
    .max(20)
    .optional(),
  satisfaction: z.enum(satisfactions).nullable().optional(),
  comment: words.nullable().optional(),
});
export type MoveBody = z.infer<typeof MoveBody>;

/** GET /api/tickets/move-codes: what may be chosen in the forms. */
export const MoveCodes = z.object({
  pauseCodes: z.array(z.object({ code: z.enum(pauseCodes), text: z.string() })),
  returnCodes: z.array(z.object({ code: z.enum(returnCodes), text: z.string() })),
  categories: z.array(z.object({ code: z.string(), name: z.string(), group: z.string() })),
  /** What the rows of the responsibility table rest on, with the categories that each is for. */
  clauses: z.array(z.object({ text: z.string(), categories: z.array(z.string()) })),
});
export type MoveCodes = z.infer<typeof MoveCodes>;

/** GET /api/units?q=&district=: units of the responsibility table whose names come near, for choosing one. */
export const UnitList = z.object({ items: z.array(z.string()) });
export type UnitList = z.infer<typeof UnitList>;

/** POST /api/ticket-progress {number, secret}: what a reporter may know. GET with ?secret= gives the same. */
export const TicketProgress = z.object({
  number: z.string(),
  status: z.enum(ticketStatuses),
  category: z.string(),
  owner: z.string(),
  filedAt: moment,
  dueAt: moment,
  events: z.array(z.object({ kind: z.string(), at: moment })),
  items: z.array(TicketItem.pick({ id: true, text: true, state: true, answer: true })),
  /** The clock in plain words, one sentence. */
  clockText: z.string(),
  reply: z.object({ text: z.string(), at: moment }).nullable(),
  /** Whether the reporter may now say what is solved. */
  mayJudge: z.boolean(),
  answerDueAt: moment.nullable(),
  /** The ticket that this one was merged into; its progress is shown here. */
  mergedInto: z.string().nullable(),
});
export type TicketProgress = z.infer<typeof TicketProgress>;
export const ProgressBody = z.strictObject({ number: z.string().max(32), secret: z.string().max(100) });

/** POST /api/ticket-progress/verdicts: the reporter says what is solved; answers with the new progress. */
export const JudgementBody = ProgressBody.extend({
  verdicts: z
    .array(z.object({ item: z.int().positive(), verdict: z.enum(verdicts) }))
    .min(1)
    .max(20),
  satisfaction: z.enum(satisfactions).nullable().optional(),
  comment: words.nullable().optional(),
});

/** GET /api/ticket-rates?by=unit|district&from=2026-11-01&to=2026-11-30: days of filing, both included. */
export const RatesQuery = z.strictObject({
  by: z.enum(['unit', 'district']).default('unit'),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
});
const Rate = z.object({
  numerator: z.int(),
  denominator: z.int(),
  /** Null where there is nothing to divide by. */
  value: z.number().nullable(),
});
export const RatesAnswer = z.object({
  by: z.enum(['unit', 'district']),
  from: z.string(),
  to: z.string(),
  rows: z.array(z.object({ name: z.string(), tickets: z.int(), response: Rate, solved: Rate, satisfied: Rate })),
  /** How each is computed, and after whom: one Chinese sentence each. */
  definitions: z.object({ response: z.string(), solved: z.string(), satisfied: z.string() }),
});
export type RatesAnswer = z.infer<typeof RatesAnswer>;

/** GET /api/ticket-views, PUT /api/ticket-views/:name {query}, DELETE /api/ticket-views/:name: an account's own filters. */
export const SavedViewQuery = z.strictObject({ ...filters, overdue: z.boolean().optional() });
export const SavedViewBody = z.strictObject({ query: SavedViewQuery });
export const SavedViewList = z.object({ items: z.array(z.object({ name: z.string(), query: SavedViewQuery })) });
export type SavedViewList = z.infer<typeof SavedViewList>;
