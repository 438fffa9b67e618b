import { z } from 'zod';
import { CardBody, cardEventActions, cardStates, UnreadPart } from '../knowledge-upkeep/card-body.ts';

export * from '../knowledge-upkeep/card-body.ts';

/*
 * GET    /cards                                  CardList
 * POST   /cards/drafts                           NewDraft → 201 DraftsMade
 * GET    /cards/:id                              CardDetail
 * GET    /cards/:id/diff?from=&to=               CardDiff
 * GET    /cards/:id/questions?kind=&page=        AskedList, 20 a page
 * GET    /cards/:id/versions/:version            CardVersionDetail
 * PUT    /cards/:id/versions/:version            DraftBody → CardVersionDetail; 409 version_conflict {details: {revision, changedBy, changedAt, lines: DiffLine[]}}
 * DELETE /cards/:id/versions/:version?revision=  204: the draft is discarded
 * POST   /cards/:id/versions/:version/publish    PublishBody → CardDetail; 422 card_incomplete {details: {problems: CardProblem[]}}
 * POST   /cards/:id/versions/:version/undo       RevisionBody → CardDetail: the publication is taken back
 * POST   /cards/:id/versions/:version/withdraw   WithdrawBody → CardDetail
 * POST   /cards/:id/versions/:version/restore    201 CardVersionSummary: a draft of that version's text
 * POST   /cards/:id/versions/:version/trial      CardTrial
 * GET    /documents                              DocumentList
 * POST   /documents                              one file as multipart/form-data `file` → 202 DocumentEntry, state `waiting`
 * PUT    /documents/:docId                       DocumentChange → DocumentEntry
 * POST   /documents/:docId/withdraw              WithdrawBody → DocumentEntry
 */

const moment = z.iso.datetime();
const day = z.iso.date();
const count = z.int().nonnegative();

/** Where a card stands as a whole: what a citizen gets today, and what is being worked on. */
export const cardStandings = ['in_force', 'upcoming', 'draft_only', 'withdrawn', 'ended'] as const;
export type CardStanding = (typeof cardStandings)[number];

/** Turns that the card answered, and turns near it that it did not, of one week that began on a Monday in Chongqing. */
export const WeekOfQuestions = z.object({ week: day, hits: count, misses: count });
export type WeekOfQuestions = z.infer<typeof WeekOfQuestions>;

/** One version of a card without its text. Versions of the authored corpus are 0 and below, the newest 0; those of the record 1 and up. */
export const CardVersionSummary = z.object({
  cardId: z.string(),
  version: z.int(),
  origin: z.enum(['authored', 'record']),
  state: z.enum(cardStates),
  title: z.string(),
  validFrom: day,
  validTo: day.nullable(),
  /** What a citizen's citation of this version opens. */
  docId: z.string(),
  /** The document it was drafted from. */
  sourceDocument: z.string().nullable(),
  /** The version it was made from; null for a new matter. */
  baseVersion: z.int().nullable(),
  /** Raised with every change; whoever changes it names the one that was seen. 0 for what the record never touched. */
  revision: count,
  createdBy: z.string().nullable(),
  createdAt: moment.nullable(),
  changedBy: z.string().nullable(),
  changedAt: moment.nullable(),
  publishedBy: z.string().nullable(),
  publishedAt: moment.nullable(),
  reviewedBy: z.string().nullable(),
  note: z.string(),
  /** Why it was withdrawn. */
  reason: z.string().nullable(),
  /** Its publication may be taken back: nothing of the card changed since. */
  canUndo: z.boolean(),
});
export type CardVersionSummary = z.infer<typeof CardVersionSummary>;

export const CardSummary = z.object({
  id: z.string(),
  title: z.string(),
  audience: z.enum(['personal', 'business']),
  lead: z.string(),
  standing: z.enum(cardStandings),
  /** What a citizen is answered from today; null when nothing. */
  inForce: z.object({ version: z.int(), validFrom: day, validTo: day.nullable() }).nullable(),
  /** Published, from a later day on. */
  upcoming: z.object({ version: z.int(), validFrom: day }).nullable(),
  draft: z.object({ version: z.int(), changedBy: z.string(), changedAt: moment, unread: count }).nullable(),
  /** How many facts of the version in force (else of the newest one) are how sure. */
  certainty: z.object({ official: count, memory: count, uncertain: count }),
  reviewedAt: day.nullable(),
  /** The day on which it should be looked at again. */
  reviewDue: day.nullable(),
  hits: count,
  misses: count,
  /** The last eight weeks, the oldest first; weeks without questions are there with zeros. */
  weeks: z.array(WeekOfQuestions),
});
export type CardSummary = z.infer<typeof CardSummary>;
export const CardList = z.object({ items: z.array(CardSummary), needsTwoPeople: z.boolean() });
export type CardList = z.infer<typeof CardList>;

export const CardEvent = z.object({
  at: moment,
  actor: z.string(),
  action: z.enum(cardEventActions),
  version: z.int(),
  note: z.string(),
});
export type CardEvent = z.infer<typeof CardEvent>;

/** A card with all its versions and what happened to them, each the newest first. */
export const CardDetail = CardSummary.extend({
  versions: z.array(CardVersionSummary),
  events: z.array(CardEvent),
});
export type CardDetail = z.infer<typeof CardDetail>;

/** What keeps a draft from being published: `materials/0/name`. */
export const CardProblem = z.object({ path: z.string(), message: z.string() });
export type CardProblem = z.infer<typeof CardProblem>;

/** One version with its text, as it is edited and as citizens see it. */
export const CardVersionDetail = CardVersionSummary.extend({
  body: CardBody,
  /** The document that citizens open; null while a draft is too incomplete to be one. */
  document: z
    .object({
      docId: z.string(),
      title: z.string(),
      text: z.string(),
      fields: z.array(z.object({ path: z.string(), facet: z.string(), start: count, end: count })),
    })
    .nullable(),
  /** What of the source document was not understood, with its place there. */
  unread: z.array(UnreadPart),
  problems: z.array(CardProblem),
});
export type CardVersionDetail = z.infer<typeof CardVersionDetail>;

/** A line of one version beside its counterpart in the other. */
export const DiffLine = z.object({
  kind: z.enum(['same', 'changed', 'added', 'removed']),
  /** The part of the card: `materials`, `title`. */
  section: z.string(),
  before: z.object({ path: z.string(), text: z.string() }).nullable(),
  after: z.object({ path: z.string(), text: z.string() }).nullable(),
});
export type DiffLine = z.infer<typeof DiffLine>;
export const CardDiff = z.object({ from: z.int(), to: z.int(), lines: z.array(DiffLine) });
export type CardDiff = z.infer<typeof CardDiff>;
export const DiffQuery = z.strictObject({ from: z.coerce.number().int(), to: z.coerce.number().int() });

const cardId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u)
  .max(64);
export const byCard = z.object({ id: cardId });
export const byVersion = byCard.extend({ version: z.coerce.number().int() });

export const NewDraft = z.discriminatedUnion('from', [
  z.strictObject({
    from: z.literal('blank'),
    id: cardId,
    title: z.string().trim().min(1).max(80),
    audience: z.enum(['personal', 'business']),
  }),
  /** Of the version named, else of the one in force, else of the newest. */
  z.strictObject({ from: z.literal('card'), cardId, version: z.int().optional() }),
  /** Every matter that the document describes, or only those named by their place in it. */
  z.strictObject({
    from: z.literal('document'),
    docId: z.string().max(200),
    matters: z.array(count).max(200).optional(),
  }),
]);
export type NewDraft = z.infer<typeof NewDraft>;
export const DraftsMade = z.object({
  drafts: z.array(CardVersionSummary),
  /** Matters of the document of which no draft could be made, and why: a draft of the card is open already. */
  skipped: z.array(z.object({ title: z.string(), cardId: z.string(), code: z.string(), message: z.string() })),
});
export type DraftsMade = z.infer<typeof DraftsMade>;

const revision = z.int().nonnegative();
const note = z.string().trim().max(500).default('');
export const DraftBody = z.strictObject({ revision, body: CardBody, note });
export const PublishBody = z.strictObject({ revision, validFrom: day, note });
export const WithdrawBody = z.strictObject({ revision, reason: z.string().trim().min(4).max(500) });
export const RevisionBody = z.strictObject({ revision });
export const RevisionQuery = z.strictObject({ revision: z.coerce.number().int().nonnegative() });

/** What a turn near a card was: answered by it, or not. */
export const AskedOfCard = z.object({
  messageId: z.string(),
  at: moment,
  channel: z.string(),
  /** Masked. */
  question: z.string(),
  outcome: z.string(),
  kind: z.enum(['hit', 'miss']),
  /** `partial`, `clarifying`, `nothing_found`, `thumb_down`; null for a plain hit. */
  why: z.string().nullable(),
  thumb: z.enum(['up', 'down']).nullable(),
});
export type AskedOfCard = z.infer<typeof AskedOfCard>;
export const AskedList = z.object({ items: z.array(AskedOfCard), total: count, weeks: z.array(WeekOfQuestions) });
export type AskedList = z.infer<typeof AskedList>;
export const AskedQuery = z.strictObject({
  kind: z.enum(['hit', 'miss']).optional(),
  page: z.coerce.number().int().min(1).default(1),
});

/** Some of the card's questions as they are answered today, and as they would be with the version. */
export const CardTrial = z.object({
  items: z.array(
    z.object({
      question: z.string(),
      changed: z.boolean(),
      before: z.object({ outcome: z.string(), text: z.string() }),
      after: z.object({ outcome: z.string(), text: z.string() }),
    }),
  ),
});
export type CardTrial = z.infer<typeof CardTrial>;

export const documentStates = ['waiting', 'reading', 'ready', 'failed', 'withdrawn'] as const;
export type DocumentState = (typeof documentStates)[number];

/** A document that the desk has taken in, and how far it has come. */
export const DocumentEntry = z.object({
  docId: z.string(),
  /** The name of its file, or the path from which the command line took it. */
  name: z.string(),
  title: z.string(),
  /** Through the console, by the command line, or part of the product. */
  origin: z.enum(['upload', 'folder', 'corpus']),
  state: z.enum(documentStates),
  bytes: count.nullable(),
  pages: count.nullable(),
  /** Pages whose text was recognised from pictures. */
  scannedPages: count,
  characters: count,
  passages: count,
  validFrom: day.nullable(),
  validTo: day.nullable(),
  /** Whether its passages answer questions. A service guide is only the source of cards unless somebody says otherwise. */
  serves: z.boolean(),
  /** The matters that it describes in the form of a service guide; empty for other documents. */
  matters: z.array(z.object({ title: z.string(), cardId: z.string(), isNew: z.boolean(), page: z.int().nullable() })),
  failure: z.object({ code: z.string(), message: z.string() }).nullable(),
  /** Why it was withdrawn. */
  reason: z.string().nullable(),
  uploadedBy: z.string().nullable(),
  uploadedAt: moment.nullable(),
  revision: count,
});
export type DocumentEntry = z.infer<typeof DocumentEntry>;
export const DocumentList = z.object({ items: z.array(DocumentEntry) });
export type DocumentList = z.infer<typeof DocumentList>;

export const byDocument = z.object({ docId: z.string().max(200) });
export const DocumentChange = z
  .strictObject({ revision, validFrom: day, validTo: day.nullable(), serves: z.boolean() })
  .refine(({ validFrom, validTo }) => validTo === null || validFrom <= validTo, { path: ['validTo'] });
