import { z } from 'zod';
import { purposes, tiers, urgencies } from '../../knowledge/index.ts';
import { CategoryRef, satisfactions, ticketStatuses, verdicts } from './ticket.ts';

const unitName = z.string();
const answers = z.array(z.object({ item: z.int().positive(), text: z.string() })).default([]);

/** What a check of a reply found lacking; `item` is null where it concerns the whole. */
export const ReplyFinding = z.object({
  kind: z.enum(['empty', 'courtesy_only', 'forwarded_only', 'promise_only', 'item_missing']),
  item: z.int().positive().nullable(),
  /** For the unit: what to add. */
  text: z.string(),
});
export type ReplyFinding = z.infer<typeof ReplyFinding>;

/** What can happen to a ticket, by kind. Events are only ever added; everything else is computed from them. */
export const eventPayloads = {
  filed: z.object({
    status: z.enum(ticketStatuses),
    urgency: z.enum(urgencies),
    purpose: z.enum(purposes),
    category: CategoryRef,
    owner: unitName.nullable(),
    coUnits: z.array(unitName).default([]),
    tier: z.enum(tiers).nullable().default(null),
    district: z.string().nullable().default(null),
    items: z.array(z.string()).default([]),
  }),
  accepted: z.object({}),
  contacted: z.object({ text: z.string() }),
  paused: z.object({ code: z.string(), reason: z.string() }),
  resumed: z.object({}),
  extension_requested: z.object({ workingDays: z.int().positive(), reason: z.string() }),
  extended: z.object({ workingDays: z.int().positive(), reason: z.string() }),
  extension_refused: z.object({ reason: z.string() }),
  returned: z.object({ code: z.string(), clause: z.string(), reason: z.string(), from: unitName.nullable() }),
  reassigned: z.object({
    unit: unitName,
    coUnits: z.array(unitName).optional(),
    reason: z.string(),
    from: unitName.nullable(),
  }),
  adjudicated: z.object({
    unit: unitName,
    coUnits: z.array(unitName).optional(),
    clause: z.string(),
    reason: z.string(),
    from: unitName.nullable(),
  }),
  regraded: z.object({ urgency: z.enum(urgencies), reason: z.string() }),
  recategorised: z.object({ category: CategoryRef, reason: z.string() }),
  replied: z.object({
    text: z.string(),
    answers,
    /** Why the desk let a reply pass that the check had sent back. */
    approvedBecause: z.string().optional(),
  }),
  reply_sent_back: z.object({ text: z.string(), answers, findings: z.array(ReplyFinding) }),
  asked: z.object({ through: z.enum(['chat', 'phone']), answerDueAt: z.iso.datetime() }),
  judged: z.object({
    verdicts: z.array(z.object({ item: z.int().positive(), verdict: z.enum(verdicts) })),
    satisfaction: z.enum(satisfactions).nullable(),
    comment: z.string().nullable(),
    through: z.enum(['chat', 'page', 'phone']),
  }),
  reopened: z.object({ items: z.array(z.int().positive()), reason: z.string() }),
  closed: z.object({ because: z.enum(['solved', 'unanswered', 'desk']), reason: z.string() }),
  merged: z.object({ into: z.string(), reason: z.string() }),
  unmerged: z.object({ from: z.string(), reason: z.string() }),
  member_joined: z.object({ number: z.string() }),
  member_left: z.object({ number: z.string() }),
  noted: z.object({ text: z.string() }),
  escalated: z.object({ percentUsed: z.number(), toldTo: unitName.optional() }),
};
export type EventKind = keyof typeof eventPayloads;
export const eventKinds = Object.keys(eventPayloads) as EventKind[];

type Payload<Kind extends EventKind> = z.infer<(typeof eventPayloads)[Kind]>;

/** What a move decides; the store adds who and when. */
export type NewEvent = { [Kind in EventKind]: { kind: Kind; payload: Payload<Kind> } }[EventKind];

export type TicketEvent = NewEvent & { at: Date; actor: string };

/** Reads a row of the record. @throws z.ZodError when it is no event of ours: the record was written by something else */
export function readTicketEvent(row: { kind: string; at: Date; actor: string; payload: unknown }): TicketEvent {
  const kind = z.enum(eventKinds).parse(row.kind);
  return { kind, payload: eventPayloads[kind].parse(row.payload), at: row.at, actor: row.actor } as TicketEvent;
}
