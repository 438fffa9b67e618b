import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { TicketStore } from '../../assistant/index.ts';
import { chongqingDay, type Knowledge } from '../../knowledge/index.ts';
import type { AccountRow } from '../accounts/account-store.ts';
import type { AccountUpkeep } from '../accounts/account-upkeep.ts';
import type { SavedQuestionStore } from '../data-questions/saved-question-store.ts';
import type { InboxStore } from '../inbox/inbox-store.ts';
import { readableText } from './readable-text.ts';
import type { SessionGuard } from './session-guard.ts';
import { scopeOf } from './ticket-routes.ts';
import { Inbox, InboxSeenBody, SearchAnswer, SearchQuery } from './workplace-types.ts';

interface Needs {
  inbox: InboxStore;
  tickets: TicketStore;
  knowledge: Knowledge;
  savedQuestions: SavedQuestionStore;
  accountUpkeep: Pick<AccountUpkeep, 'list'>;
  guard: SessionGuard;
  now: () => Date;
}

type Found = SearchAnswer['items'];

const tags = ['workplace'];
const linesShown = 50;
const hitsPerKind = 6;

/** What stands around every page of the console: the inbox, and a search over all that an account may open. */
export const workplaceRoutes: FastifyPluginAsyncZod<Needs> = async (app, needs) => {
  const { inbox, guard } = needs;

  const inboxOf = async (account: AccountRow): Promise<Inbox> => {
    const { items, unread } = await inbox.read(account, linesShown);
    return { items: items.map((line) => ({ ...line, at: line.at.toISOString() })), unread };
  };

  app.get('/inbox', { schema: { tags, summary: '我的消息', response: { 200: Inbox } } }, async (request) =>
    inboxOf(await guard.require(request)),
  );

  const seen = { schema: { tags, summary: '消息看到哪里了', body: InboxSeenBody, response: { 200: Inbox } } };
  app.put('/inbox/seen', seen, async (request) => {
    const account = await guard.require(request);
    await inbox.markSeen(account.name, request.body.lastId);
    return inboxOf(account);
  });

  const search = {
    schema: { tags, summary: '在工单、事项、资料里一起找', querystring: SearchQuery, response: { 200: SearchAnswer } },
  };
  app.get('/search', search, async (request) => {
    const account = await guard.require(request);
    const text = readableText(request.query.q);
    const works = (...roles: AccountRow['role'][]) => [...roles, 'administrator'].includes(account.role);
    const found = await Promise.all([
      works('unit_handler', 'hotline_operator', 'operator') ? ticketsLike(text, account, needs) : [],
      works('operator') ? cardsLike(text, needs) : [],
      works('cadre', 'operator') ? savedQuestionsLike(text, account, needs) : [],
      works() ? accountsLike(text, needs) : [],
    ]);
    return { items: found.flat() };
  });
};

async function ticketsLike(search: string, account: AccountRow, { tickets }: Needs): Promise<Found> {
  const filter = { search, sort: '-filed_at' as const, offset: 0, limit: hitsPerKind };
  const { items } = await tickets.list(filter, scopeOf(account));
  return items.map(({ number, title, district, owner_unit }) => ({
    kind: 'ticket',
    id: number,
    title,
    detail: [number, district, owner_unit].filter(Boolean).join(' · '),
  }));
}

/** By their names first; then what the search of the desk finds in cards and documents, each once. */
async function cardsLike(text: string, { knowledge, now }: Needs): Promise<Found> {
  const today = chongqingDay(now());
  const named = knowledge.matters
    .inForce(today)
    .filter(({ title, aliases }) => [title, ...aliases].some((name) => name.includes(text)))
    .map(({ id, title, lead }) => ({ kind: 'card' as const, id, title, detail: lead }));
  const hits = await knowledge.search(text, { limit: hitsPerKind * 4, on: today });
  const read = hits.map(({ passage }) =>
    passage.matterId === null
      ? { kind: 'document' as const, id: passage.docId, title: passage.title, detail: passage.heading }
      : { kind: 'card' as const, id: passage.matterId, title: passage.title, detail: passage.heading },
  );
  const once = new Map([...named, ...read].reverse().map((found) => [`${found.kind}/${found.id}`, found]));
  return [...once.values()].reverse().slice(0, hitsPerKind);
}

async function savedQuestionsLike(text: string, account: AccountRow, { savedQuestions }: Needs): Promise<Found> {
  const all = await savedQuestions.list(account);
  return all
    .filter(({ name, question }) => name.includes(text) || question.includes(text))
    .slice(0, hitsPerKind)
    .map(({ id, name, question }) => ({ kind: 'saved_question', id, title: name, detail: question }));
}

async function accountsLike(text: string, { accountUpkeep }: Needs): Promise<Found> {
  const accounts = await accountUpkeep.list();
  return accounts
    .filter(({ name, display_name }) => name.includes(text) || display_name.includes(text))
    .slice(0, hitsPerKind)
    .map(({ name, display_name }) => ({ kind: 'account', id: name, title: display_name, detail: name }));
}
