import type { ClockFacts, Stop } from './clock/ticket-clock.ts';
import type { CategoryRef, Satisfaction, TicketItem, TicketStatus, Tier, Verdict } from './ticket.ts';
import type { ReplyFinding, TicketEvent } from './ticket-event.ts';

type Of<Kind extends TicketEvent['kind']> = Extract<TicketEvent, { kind: Kind }>;

/** All that is known of a ticket: what its events add up to, and nothing else. */
export interface TicketState {
  status: TicketStatus;
  category: CategoryRef;
  ownerUnit: string | null;
  coUnits: string[];
  tier: Tier | null;
  district: string | null;
  items: TicketItem[];
  /** Every return, in order. */
  returns: { unit: string | null; code: string; clause: string; at: Date }[];
  /** The unit that the desk named in an adjudication: it cannot return the ticket. */
  boundUnit: string | null;
  extension: 'none' | 'requested' | 'granted' | 'refused';
  requestedDays: number | null;
  /** The last reply that the check sent back, until one passes. */
  sentBack: { text: string; answers: { item: number; text: string }[]; findings: ReplyFinding[] } | null;
  reply: { text: string; at: Date } | null;
  firstContactAt: Date | null;
  /** When the citizen was asked, and until when an answer is waited for. */
  asked: { at: Date; answerDueAt: Date } | null;
  verdict: Verdict | null;
  satisfaction: Satisfaction | null;
  mergedInto: string | null;
  /** What an undone merge goes back to. */
  statusBeforeMerge: TicketStatus | null;
  members: string[];
  escalatedAt: number[];
  clock: ClockFacts;
  closedAt: Date | null;
  closedBecause: 'solved' | 'unanswered' | 'desk' | null;
  /** The number of events. */
  version: number;
}

/** The second return goes to adjudication: no unit can play a ticket back and forth. (Elsewhere it is the third.) */
export const returnsBeforeAdjudication = 2;

/** The present state of a ticket from its events, the first of which filed it. */
export function foldTicket(events: readonly TicketEvent[]): TicketState {
  const [filed, ...rest] = events;
  if (filed?.kind !== 'filed') throw new Error('A ticket begins with its filing.');
  return rest.reduce(applyEvent, filedState(filed));
}

function filedState({ payload, at }: Of<'filed'>): TicketState {
  const { status, urgency, purpose, category, owner, coUnits, tier, district, items } = payload;
  return {
    status, category, tier, district, coUnits,
    ownerUnit: status === 'triage' ? null : owner,
    items: items.map((text, index) => ({ id: index + 1, text, state: 'open', answer: null, reopened: 0 })),
    returns: [], boundUnit: null, extension: 'none', requestedDays: null, sentBack: null, reply: null,
    firstContactAt: null, asked: null, verdict: null, satisfaction: null, mergedInto: null, statusBeforeMerge: null,
    members: [], escalatedAt: [], closedAt: null, closedBecause: null,
    clock: { filedAt: at, urgency, purpose, extensionDays: null, stops: [] },
    version: 1,
  }; // biome-ignore format: one state, one glance
}

/** One event further. Whether it was allowed was decided before it was written. */
export function applyEvent(before: TicketState, event: TicketEvent): TicketState {
  return { ...before, ...changeBy(before, event), version: before.version + 1 };
}

function changeBy(state: TicketState, event: TicketEvent): Partial<TicketState> {
  const { at } = event;
  switch (event.kind) {
    case 'filed': throw new Error('A ticket is filed once.');
    case 'accepted': return { status: 'accepted' };
    case 'contacted': return { firstContactAt: state.firstContactAt ?? at };
    case 'paused': return { status: 'paused', clock: stopped(state, at) };
    case 'resumed': return { status: 'accepted', clock: running(state, at) };
    case 'extension_requested': return { extension: 'requested', requestedDays: event.payload.workingDays };
    case 'extension_refused': return { extension: 'refused' };
    case 'extended':
      return { extension: 'granted', clock: { ...state.clock, extensionDays: event.payload.workingDays } };
    case 'returned': return byReturn(state, event);
    case 'reassigned': return byOwner(state, event.payload);
    case 'adjudicated': return { ...byOwner(state, event.payload), boundUnit: event.payload.unit };
    case 'regraded': return { clock: { ...state.clock, urgency: event.payload.urgency } };
    case 'recategorised': return { category: event.payload.category };
    case 'reply_sent_back': return { sentBack: event.payload };
    case 'replied': return byReply(state, event);
    case 'asked': return { asked: { at, answerDueAt: new Date(event.payload.answerDueAt) } };
    case 'judged': return byJudgement(state, event);
    case 'reopened': return byReopening(state, event);
    case 'closed':
      return { status: 'closed', closedAt: at, closedBecause: event.payload.because, clock: stopped(state, at) };
    case 'merged': return { status: 'merged', mergedInto: event.payload.into, statusBeforeMerge: state.status };
    case 'unmerged': return { status: state.statusBeforeMerge!, mergedInto: null, statusBeforeMerge: null };
    case 'member_joined': return { members: [...state.members, event.payload.number] };
    case 'member_left': return { members: state.members.filter((number) => number !== event.payload.number) };
    case 'escalated': return { escalatedAt: [...state.escalatedAt, event.payload.percentUsed] };
    case 'noted': return {};
  }
} // biome-ignore format: a table of what each event changes

/** With the desk until it is assigned again; the clock runs on. */
function byReturn({ returns, ownerUnit }: TicketState, { payload, at }: Of<'returned'>): Partial<TicketState> {
  const { code, clause } = payload;
  const all = [...returns, { unit: payload.from ?? ownerUnit, code, clause, at }];
  return {
    status: all.length >= returnsBeforeAdjudication ? 'adjudication' : 'returned',
    ownerUnit: null,
    returns: all,
  };
}

function byOwner(state: TicketState, { unit, coUnits }: { unit: string; coUnits?: string[] | undefined }) {
  const others = (coUnits ?? state.coUnits).filter((name) => name !== unit);
  return { status: 'assigned' as const, ownerUnit: unit, coUnits: [...new Set(others)] };
}

function byReply(state: TicketState, { payload, at }: Of<'replied'>): Partial<TicketState> {
  const answerTo = new Map(payload.answers.map(({ item, text }) => [item, text]));
  const items = state.items.map((item) =>
    item.state === 'solved'
      ? item
      : { ...item, state: 'answered' as const, answer: answerTo.get(item.id) ?? item.answer },
  );
  return {
    status: 'replied',
    items,
    sentBack: null,
    reply: { text: payload.text, at },
    firstContactAt: state.firstContactAt ?? at,
    asked: null,
    clock: stopped(state, at),
  };
}

function byJudgement(state: TicketState, { payload }: Of<'judged'>): Partial<TicketState> {
  const said = new Map(payload.verdicts.map(({ item, verdict }) => [item, verdict]));
  const items = state.items.map((item) => ({ ...item, state: said.get(item.id) ?? item.state }));
  return { items, verdict: worstOf(items), satisfaction: payload.satisfaction ?? state.satisfaction, asked: null };
}

/** Of the items that were judged: solved only when nothing is left in part or not at all. */
function worstOf(items: readonly TicketItem[]): Verdict | null {
  return (['not', 'part', 'solved'] as const).find((verdict) => items.some(({ state }) => state === verdict)) ?? null;
}

function byReopening(state: TicketState, { payload, at }: Of<'reopened'>): Partial<TicketState> {
  const items = state.items.map((item) =>
    payload.items.includes(item.id) ? { ...item, state: 'open' as const, reopened: item.reopened + 1 } : item,
  );
  return {
    // What was closed before anybody owned it is the desk's to decide again.
    status: state.ownerUnit === null ? 'triage' : 'reopened',
    items,
    asked: null,
    closedAt: null,
    closedBecause: null,
    clock: running(state, at),
  };
}

function stopped({ clock }: TicketState, at: Date): ClockFacts {
  return clock.stops.at(-1)?.to === null ? clock : { ...clock, stops: [...clock.stops, { from: at, to: null }] };
}

function running({ clock }: TicketState, at: Date): ClockFacts {
  const stops: Stop[] = clock.stops.map((stop) => (stop.to === null ? { ...stop, to: at } : stop));
  return { ...clock, stops };
}

/** When the clock stands still, since when; null while it runs. */
export function clockStoppedAt({ clock }: TicketState): Date | null {
  const last = clock.stops.at(-1);
  return last?.to === null ? last.from : null;
}
