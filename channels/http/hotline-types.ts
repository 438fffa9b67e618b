import { z } from 'zod';
import { TicketDraft } from '../../assistant/index.ts';
import { purposes, urgencies } from '../../knowledge/index.ts';

const moment = z.iso.datetime();
const anyMoment = z.iso.datetime({ offset: true });

export const callId = z.string().regex(/^[\w-]{1,64}$/u);
export const speakers = ['citizen', 'operator'] as const;
export type Speaker = (typeof speakers)[number];

/** Longer than anybody says in one breath; what is longer is a broken recogniser. */
const longestUtterance = 2000;
const sequenceNumber = z.int().min(0).max(1_000_000);

/**
 * What a call centre sends of a call. Events may come late, twice and in any order: `sequence` says where an utterance
 * stands, a final replaces its partials, a higher `revision` replaces a lower one.
 */
export const CallEvent = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('start'),
    at: anyMoment,
    /** The number that the call comes from; the callback number until another is said. */
    callerNumber: z.string().regex(/^\+?[\d-]{3,20}$/u).optional(),
    /** The operator's account, where the call centre knows it. */
    operator: z.string().max(64).optional(),
  }),
  z.strictObject({
    kind: z.literal('utterance'),
    sequence: sequenceNumber,
    speaker: z.enum(speakers),
    /** When it began to be said. */
    at: anyMoment,
    status: z.enum(['partial', 'final']).default('final'),
    /** Counts the recogniser's versions of one utterance; left out, whatever comes later is newer. */
    revision: z.int().min(0).max(100_000).optional(),
    /** How sure the recogniser is, 0 to 1. */
    confidence: z.number().min(0).max(1).optional(),
    text: z.string().trim().min(1).max(longestUtterance),
  }),
  z.strictObject({ kind: z.literal('end'), at: anyMoment }),
]); // biome-ignore format: one event a block
export type CallEvent = z.infer<typeof CallEvent>;
/** As a caller writes it: with what has a default left out. */
export type CallEventInput = z.input<typeof CallEvent>;

/** Each event is checked by itself, so that a broken one costs nobody the others. */
export const CallEventBatch = z.strictObject({ events: z.array(z.unknown()).min(1).max(200) });

/** Where in a document a sentence stands. */
const Source = z.object({ docId: z.string(), title: z.string(), quote: z.string(), start: z.int(), end: z.int() });

export const decisions = ['accepted', 'corrected', 'rejected', 'withdrawn'] as const;

/** What an operator made of a suggestion. `withdrawn` takes the last decision back. */
export const Decision = z.object({
  decision: z.enum(decisions),
  by: z.string(),
  at: moment,
  reason: z.string().nullable(),
});
export type Decision = z.infer<typeof Decision>;

export const draftFields = ['purpose', 'category', 'urgency', 'place', 'items', 'subject', 'callback'] as const;
export type DraftFieldName = (typeof draftFields)[number];

const decided = {
  /** The same as long as the content is the same. */
  id: z.string(),
  /** The numbers of the utterances that it rests on. */
  heardIn: z.array(z.int()),
  decision: Decision.nullable(),
};

/** `note` is for the operator alone, the others are said to the citizen. */
export const Suggestion = z.object({
  ...decided,
  kind: z.enum(['warning', 'answer', 'ask', 'note']),
  text: z.string(),
  sources: z.array(Source),
  /** The matter that an answer is about. */
  matter: z.object({ id: z.string(), title: z.string() }).nullable(),
  /** Telephone numbers of a warning. */
  numbers: z.array(z.string()),
});
export type Suggestion = z.infer<typeof Suggestion>;

/** One field of the ticket. `pinned`: a person accepted or set it, and what is heard later does not change it. */
export const DraftField = z.object({
  ...decided,
  name: z.enum(draftFields),
  /** For people: 「占道经营噪声」, 「渝中区解放碑街道」; null when nothing was heard. */
  text: z.string().nullable(),
  /** For forms: the category's code, the urgency's; items one by one. */
  value: z.union([z.string(), z.array(z.string())]).nullable(),
  /** 0 to 1; null where nothing measures it. */
  confidence: z.number().nullable(),
  pinned: z.boolean(),
  /** For a picker: what else it may be, likeliest first. */
  alternatives: z.array(z.object({ value: z.string(), text: z.string(), p: z.number() })),
});
export type DraftField = z.infer<typeof DraftField>;

export const Missing = z.object({ field: z.enum(draftFields), text: z.string() });
export type Missing = z.infer<typeof Missing>;

export const SimilarToCall = z.object({
  ...decided,
  number: z.string(),
  title: z.string(),
  status: z.string(),
  filedAt: moment,
  owner: z.string().nullable(),
  /** 0 to 1 each; the first is the product of the others. */
  score: z.number(),
  samePlace: z.number(),
  sameProblem: z.number(),
  sharedWords: z.array(z.string()),
  sameStreet: z.boolean(),
});
export type SimilarToCall = z.infer<typeof SimilarToCall>;

export const CallWant = z.enum(['matter', 'complaint', 'emergency']);

/** What the operator is offered at this moment of a call. */
export const CallState = z.object({
  /** What the citizen wants, as far as it was said. */
  wants: z.array(CallWant),
  suggestions: z.array(Suggestion),
  /** The ticket as it would be filed now; null while nothing calls for one. */
  draft: TicketDraft.nullable(),
  fields: z.array(DraftField),
  missing: z.array(Missing),
  similar: z.array(SimilarToCall),
});
export type CallState = z.infer<typeof CallState>;

export const Finding = z.object({
  id: z.string(),
  kind: z.enum(['item_lost', 'complaint_became_enquiry', 'place_differs', 'callback_differs', 'not_filed', 'emergency_unanswered']),
  /** A `high` finding asks for a word of the operator before a ticket is filed. */
  severity: z.enum(['high', 'medium', 'low']),
  text: z.string(),
  heardIn: z.array(z.int()),
  /** How the operator settled it; null while it is open. */
  settled: z.object({ how: z.enum(['mended', 'confirmed']), by: z.string(), at: moment, reason: z.string().nullable() }).nullable(),
}); // biome-ignore format: a list of words
export type Finding = z.infer<typeof Finding>;

/** One sentence of a summary with the utterances that it rests on. */
export const SummaryLine = z.object({ text: z.string(), heardIn: z.array(z.int()) });
export type SummaryLine = z.infer<typeof SummaryLine>;

export const CallSummary = z.object({
  id: z.string(),
  startedAt: moment,
  endedAt: moment.nullable(),
  /** When anything last happened to it. */
  changedAt: moment,
  /** Counts every change: a page that has this version has all. */
  version: z.int(),
  operator: z.string().nullable(),
  ticketNumber: z.string().nullable(),
  /** The ticket was there before; this call was added to it. */
  joined: z.boolean(),
  /** Something was heard after the end. */
  amended: z.boolean(),
  emergency: z.boolean(),
  /** Suggestions that nobody decided on yet. */
  undecided: z.int(),
  wants: z.array(CallWant),
  title: z.string().nullable(),
});
export type CallSummary = z.infer<typeof CallSummary>;
export const CallList = z.object({ items: z.array(CallSummary) });
export type CallList = z.infer<typeof CallList>;

export const Utterance = z.object({
  sequence: z.int(),
  speaker: z.enum(speakers),
  text: z.string(),
  at: moment,
  final: z.boolean(),
  confidence: z.number().nullable(),
  /** Heard after the call had ended. */
  late: z.boolean(),
});
export type Utterance = z.infer<typeof Utterance>;

export const CallDetail = CallSummary.extend({
  utterances: z.array(Utterance),
  state: CallState,
  /** Plain sentences of what was said, from the end of the call on; empty before. */
  summary: z.array(SummaryLine),
  /** The ticket, or the draft while none is filed, held against the transcript. */
  findings: z.array(Finding),
});
export type CallDetail = z.infer<typeof CallDetail>;

/** What became of the events of one request. Acknowledged after the commit. */
export const EventsTaken = z.object({
  id: z.string(),
  version: z.int(),
  taken: z.int(),
  /** Known already: sent twice, or replaced by something newer. */
  repeated: z.int(),
  rejected: z.array(z.object({ index: z.int(), code: z.string(), message: z.string() })),
  state: CallState,
});
export type EventsTaken = z.infer<typeof EventsTaken>;

/** What would have been right; each suggestion takes the fields of its kind. */
export const Corrected = z.strictObject({
  /** An answer, a question to ask, a callback number, whom it is about, a place in words. */
  text: z.string().trim().min(1).max(2000).optional(),
  /** The matter that the citizen means. */
  matter: z.string().max(80).optional(),
  category: z.string().max(20).optional(),
  purpose: z.enum(purposes).optional(),
  urgency: z.enum(urgencies).optional(),
  items: z.array(z.string().trim().min(1).max(200)).min(1).max(8).optional(),
});
export type Corrected = z.infer<typeof Corrected>;

export const DecisionBody = z.strictObject({
  decision: z.enum(decisions),
  corrected: Corrected.optional(),
  reason: z.string().trim().max(500).optional(),
  /** The call's version that the operator saw: if another person decided on the same thing since, nothing is changed. */
  version: z.int().nonnegative().optional(),
});
export type DecisionBody = z.infer<typeof DecisionBody>;

export const SettleBody = z.strictObject({
  how: z.enum(['mended', 'confirmed']),
  reason: z.string().trim().min(1).max(500),
});

export type SettleBody = z.infer<typeof SettleBody>;

/** `confirm` says that open findings were seen and the ticket is to be filed all the same. */
export const FileCallBody = z.strictObject({ confirm: z.boolean().default(false) });
/** As a page writes it. */
export type FileCallBody = z.input<typeof FileCallBody>;
export const JoinCallBody = z.strictObject({
  number: z.string().max(32),
  reason: z.string().trim().max(500).optional(),
});

export type JoinCallBody = z.infer<typeof JoinCallBody>;

type SocketAnswer<T> = { ok: true; value: T } | { ok: false; error: { code: string; message: string } };

/**
 * The socket's namespace `/hotline`. Its handshake is signed once (`auth: {key, time, nonce, signature}` over
 * `GET /hotline` with an empty body), carries a bearer key (`auth: {token}`), or comes with an operator's session.
 */
export interface HotlineClientEvents {
  'call-events': (
    batch: { id: string; events: readonly unknown[] },
    acknowledge: (answer: SocketAnswer<EventsTaken>) => void,
  ) => void;
}
export interface HotlineServerEvents {
  /** To consoles: a call has changed, to the version that is named. */
  'call-changed': (change: { id: string; version: number }) => void;
}

export const emptyCallState: CallState = {
  wants: [],
  suggestions: [],
  draft: null,
  fields: [],
  missing: [],
  similar: [],
};
