import { createHash } from 'node:crypto';
import { triageDesk } from '../../assistant/index.ts';
import { ticketDraft } from '../../assistant/testing/builders.ts';
import type { DeskRecord } from '../../channels/store/open-record.ts';
import type { Reply, SingleReply } from '../widget/reply-types.ts';
import { ticketCard } from './builders.ts';

/** Puts hostile texts straight into the record, as other ways in and an older desk might have left them there. */

export const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex');
const at = new Date('2026-11-23T02:00:00Z');
const json = JSON.stringify;

/** A reply of each shape in turn, with the text wherever a model, a card or a document may have written it. */
export function hostileReply(text: string, turn: number): Reply {
  const citations = [{ docId: 'document/hostile', title: text, quote: text, start: 0, end: text.length }];
  const options = [{ label: text, send: text }];
  const matter = { id: 'hostile', version: '2026-01-01', title: text };
  const answer = { text, sentences: [{ text, citations: [0], section: text }], citations, matter, options };
  const filed = ticketCard({ owner: text, category: { code: 'C05.02', name: text, group: text } });
  const shapes: SingleReply[] = [
    { outcome: 'answered', ...answer },
    { outcome: 'partial', ...answer, missing: [text] },
    { outcome: 'clarifying', text, options, matter },
    { outcome: 'ticket', text, ticket: { ...filed, place: { ...filed.place, text, detail: text, note: text } } },
    { outcome: 'emergency', text, numbers: ['119'] },
    { outcome: 'handed_over', text },
    { outcome: 'person', event: 'said', by: text, text },
  ];
  const reply = shapes[turn % shapes.length]!;
  return turn % 12 < 6 ? reply : { outcome: 'several', text, replies: [reply, { outcome: 'greeted', text, options }] };
}

/** A conversation in which each text is said, and answered with it; its id and secret. */
export async function storeConversation({ db }: DeskRecord, texts: readonly string[]) {
  const [conversationId, secret] = ['hostile-conversation', 'hostile-secret'];
  const state = json({});
  const conversation = { id: conversationId, secret_hash: hashOf(secret), channel: 'web', state, created_at: at };
  await db
    .insertInto('conversation')
    .values({ ...conversation, last_sequence: texts.length * 2 })
    .execute();
  const rows = texts.flatMap((text, turn) => {
    const one = { conversation_id: conversationId, trace: null, created_at: at };
    const id = `hostile-message-${turn}`;
    return [
      { ...one, id, sequence: turn * 2 + 1, role: 'citizen' as const, client_message_id: id, answers_message_id: null, text, reply: null },
      { ...one, id: `${id}.a`, sequence: turn * 2 + 2, role: 'desk' as const, client_message_id: null, answers_message_id: id, text, reply: json(hostileReply(text, turn)) },
    ]; // biome-ignore format: the two sides of a turn
  });
  for (const some of inParts(rows)) await db.insertInto('message').values(some).execute();
  return { conversationId, secret };
}

export const hostileTicketNumber = (at: number) => `20261123-${String(500_001 + at)}`;
export const ticketSecret = 'hostile-ticket-secret';

/** A ticket of each text, by turns assigned and in triage, every other one come by Open311; the first has a conversation. */
export async function storeTickets({ db }: DeskRecord, texts: readonly string[], conversationId: string) {
  const later = new Date(at.getTime() + 86_400_000);
  const category = { code: 'C05.02', name: '社会生活噪声', group: '生态环境' };
  const rows = texts.map((text, turn) => ({
    number: hostileTicketNumber(turn), source_message_id: null, conversation_id: turn === 0 ? conversationId : null,
    channel: turn % 2 === 0 ? 'open311' : 'web', status: turn % 2 === 0 ? ('assigned' as const) : ('triage' as const), purpose: '投诉' as const,
    category_code: category.code, category_name: category.name, category_group: category.group, urgency: 'U3' as const,
    title: text, content: text, district: '渝中区', street: text, place_detail: text, owner_unit: turn % 2 === 0 ? text : null,
    co_units: json([text]), tier: 'town' as const, draft: json(draftOf(text)), secret_hash: hashOf(ticketSecret), filed_at: at,
    first_response_due_at: later, due_at: later, closed_at: null, version: 3,
  })); // biome-ignore format: a row at a glance
  for (const some of inParts(rows)) await db.insertInto('ticket').values(some).execute();
  const events = texts.flatMap((text, turn) => {
    const owner = turn % 2 === 0 ? text : null;
    const status = owner === null ? 'triage' : 'assigned';
    const filed = { status, urgency: 'U3', purpose: '投诉', category, owner, coUnits: [text], tier: 'town', district: '渝中区', items: [text] };
    const one = { ticket_number: hostileTicketNumber(turn), at };
    return [
      { ...one, sequence: 1, kind: 'filed', actor: 'citizen', payload: json(filed) },
      { ...one, sequence: 2, kind: 'noted', actor: text, payload: json({ text }) },
      { ...one, sequence: 3, kind: 'contacted', actor: text, payload: json({ text }) },
    ];
  }); // biome-ignore format: an event a line
  for (const some of inParts(events)) await db.insertInto('ticket_event').values(some).execute();
  await db
    .insertInto('notification')
    .values(rows.toReversed().map(({ number }) => ({ unit: triageDesk, ticket_number: number, kind: 'assigned', created_at: at, read_at: null })))
    .execute(); // biome-ignore format: one line says it
}

const draftOf = (text: string) => ({
  ...ticketDraft({ content: text, title: text, because: [text], subject: text, items: [text] }),
  place: { text, district: '渝中区', street: text, detail: text, note: text },
  dispatch: { outcome: 'vacuum', lead: null, coUnits: [text], tier: 'town', clause: text, candidates: [text], missing: [], reason: text, triageDesk: null },
}); // biome-ignore format: what it was understood as

/** Accounts, keys, saved views, saved questions and lines of audit that are called so. */
export async function storeNames({ db }: DeskRecord, texts: readonly string[]): Promise<void> {
  const numbered = texts.map((text, turn) => ({ text, id: `hostile-${turn}` }));
  for (const some of inParts(numbered)) {
    const accounts = some.map(({ text, id }) => ({ id, name: id, display_name: text, role: 'cadre' as const, district: text, unit: text, password_hash: '', created_at: at, disabled_at: null }));
    await db.insertInto('account').values(accounts).execute();
    const keys = some.map(({ text, id }) => ({ id, name: text, doors: ['mcp'], files_tickets: false, sealed_secret: '', created_at: at, created_by: text, last_used_at: null, revoked_at: at, revoked_by: text, revoked_reason: text }));
    await db.insertInto('access_key').values(keys).execute();
    const views = some.map(({ text }) => ({ account: 'handler', name: text, query: json({ sort: 'due_at', q: text.slice(0, 100) }), created_at: at }));
    await db.insertInto('saved_view').values(views).execute();
    const questions = some.map(({ text, id }) => ({ id, name: text, question: text, plan: json({}), unit: null, district: null, created_by: text, created_at: at, verified_by: text, verified_at: at }));
    await db.insertInto('saved_question').values(questions).execute();
    const lines = some.map(({ text }) => ({ at, actor: text, action: text, subject: text, detail: json({ [text]: text }) }));
    await db.insertInto('audit').values(lines).execute();
  }
} // biome-ignore format: a row a line

/** Uploads that are called so; all but the last fail with it, and the last one's text is made of all of them. */
export async function storeDocuments({ db }: DeskRecord, texts: readonly string[]): Promise<void> {
  const failure = (text: string) => json({ code: 'unreadable', message: text });
  const one = { origin: 'upload' as const, size: 1, bytes: null, pages: null, serves: false, uploaded_at: at, valid_from: '2026-01-01', valid_to: null };
  const rows = texts.map((text, turn) => ({ ...one, id: `document/hostile-${turn}`, state: 'failed' as const, name: text, digest: `hostile-${turn}`, title: text, text: null, failure: failure(text), reason: text, uploaded_by: text }));
  for (const some of inParts(rows)) await db.insertInto('kept_document').values(some).execute();
  const matters = json([{ title: texts[0], cardId: 'hostile', isNew: true, page: null }]);
  const whole = { ...one, id: 'document/hostile', state: 'ready' as const, name: texts[0]!, digest: 'hostile', title: texts[0]!, text: texts.join('\n\n'), failure: null, reason: null, uploaded_by: texts[0]!, matters };
  await db.insertInto('kept_document').values(whole).execute();
} // biome-ignore format: a row at a glance

/** PostgreSQL takes 65 535 values in one statement. */
function* inParts<T>(rows: readonly T[]): Generator<T[]> {
  for (let from = 0; from < rows.length; from += 400) yield rows.slice(from, from + 400);
}

/** A draft of a card, and a turn to review, that say each text. */
export async function storeDraftAndReviews({ db }: DeskRecord, texts: readonly string[]): Promise<void> {
  const facts = texts.map((text) => ({ text, certainty: 'memory', source: text }));
  const none = { components: [], conditions: [], materials: [], limits: [], fees: [], rules: [], places: [], results: [], legal: [] };
  const faqs = texts.slice(0, 100).map((question, turn) => ({ question, answer: facts[turn]! }));
  const [title] = texts as [string];
  const body = { ...none, id: 'hostile-card', title, aliases: texts.slice(0, 100), audience: 'personal', summary: facts[0], lead: title, participants: [title], questions: [], steps: facts.slice(0, 150), faqs, validFrom: '2026-01-01', validTo: null, reviewedAt: '2026-01-01', source: title };
  const version = { card_id: 'hostile-card', version: 1, state: 'draft' as const, title, body: json(body), valid_from: '2026-01-01', valid_to: null, source_document: null, base_version: null, note: title, created_by: title, created_at: at, changed_by: title, changed_at: at, published_by: null, published_at: null, reviewed_by: null, reason: null };
  await db.insertInto('card_version').values(version).execute();
  const reviews = texts.map((text, turn) => ({
    id: `hostile-${turn}`, digest: `hostile-${turn}`, status: 'open' as const, reasons: json(['refusal']), priority: 100, channel: 'web', outcome: 'answered', created_at: at, last_seen_at: at, locked_by: null, locked_until: null, judgement: null, judged_by: null, judged_at: null,
    content: json({ question: text, earlier: [{ said: text, outcome: 'answered', text }], reply: { outcome: 'answered', text, sentences: [{ text, citations: [0] }], citations: [{ docId: 'document/hostile', title: text, quote: text, start: 0, end: 1 }], matter: text, category: text, owner: text }, route: { kind: text, label: text, confidence: 0.4 }, engine: text, fallback: text, passages: [text], said: text, ticket: { number: text, title: text, category: text, unit: text }, evalCase: null }),
  }));
  for (const some of inParts(reviews)) await db.insertInto('review_item').values(some).execute();
} // biome-ignore format: a row at a glance
