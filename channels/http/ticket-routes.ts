import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  type ConversationStore,
  explainClock,
  type Mover,
  pauseReasons,
  readTicketEvent,
  returnReasons,
  stateCouncilCalendar,
  type TicketRow,
  type TicketScope,
  type TicketStore,
} from '../../assistant/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import type { AccountRow, AccountStore } from '../accounts/account-store.ts';
import { RequestError } from './error-handler.ts';
import type { SessionGuard } from './session-guard.ts';
import { toDetail, toSummary } from './ticket-shown.ts';
import { MoveBody, MoveCodes, TicketDetail, TicketList, TicketListQuery, UnitList } from './ticket-types.ts';

interface Needs {
  tickets: TicketStore;
  conversations: Pick<ConversationStore, 'messagesAfter'>;
  accounts: AccountStore;
  knowledge: Pick<Knowledge, 'catalogue'>;
  guard: SessionGuard;
  now: () => Date;
}

const tags = ['tickets'];
const byNumber = z.object({ number: z.string().max(32) });

/** The handlers' and the desk's side of tickets. */
export const ticketRoutes: FastifyPluginAsyncZod<Needs> = async (app, needs) => {
  const { tickets, accounts, guard, now } = needs;

  const list = { schema: { tags, summary: '工单列表', querystring: TicketListQuery, response: { 200: TicketList } } };
  app.get('/tickets', list, async (request) => {
    const account = await guard.require(request, 'unit_handler', 'hotline_operator', 'operator');
    const { page, pageSize, overdue, q, ...filter } = request.query;
    const wanted = {
      ...filter,
      search: q,
      overdueAt: overdue ? now() : undefined,
      offset: (page - 1) * pageSize,
      limit: pageSize,
    };
    const { items, total } = await tickets.list(wanted, scopeOf(account));
    return { items: items.map(toSummary), total, page, pageSize };
  });

  const codes = { schema: { tags, summary: '处理工单时可选的原因和类别', response: { 200: MoveCodes } } };
  app.get('/tickets/move-codes', codes, async (request) => {
    await guard.require(request, 'unit_handler', 'hotline_operator', 'operator');
    return moveCodesOf(needs.knowledge.catalogue);
  });

  const units = {
    schema: {
      tags,
      summary: '职责表里名称相近的单位',
      querystring: z.strictObject({ q: z.string().max(60), district: z.string().max(40).optional() }),
      response: { 200: UnitList },
    },
  };
  app.get('/units', units, async (request) => {
    await guard.require(request, 'unit_handler', 'hotline_operator', 'operator');
    const { q, district = null } = request.query;
    return { items: tickets.unitsNear(q, district) };
  });

  const one = { schema: { tags, summary: '一张工单', params: byNumber, response: { 200: TicketDetail } } };
  app.get('/tickets/:number', one, async (request) => {
    const account = await guard.require(request, 'unit_handler', 'hotline_operator', 'operator');
    const detail = await detailOf(request.params.number, scopeOf(account), account);
    // A citizen's words were read: by whom is part of the account.
    await accounts.audit(account.name, 'ticket-open', detail.number);
    return detail;
  });

  const move = {
    schema: { tags, summary: '处理工单', params: byNumber, body: MoveBody, response: { 200: TicketDetail } },
  };
  app.post('/tickets/:number/moves', move, async (request) => {
    const account = await guard.require(request, 'unit_handler', 'hotline_operator');
    const { number } = request.params;
    const { ticket } = await visible(number, scopeOf(account)); // outside one's jurisdiction a ticket does not exist
    const { body } = request;
    const outcome = await tickets
      .move({ ...body, number, actor: account.name, mover: moverOf(account, ticket), at: now() })
      .then(() => 'done')
      .catch((error: unknown) => error);
    // What was tried and refused is part of the account, too.
    const refused = outcome === 'done' ? {} : { refused: (outcome as { code?: string }).code ?? 'failed' };
    await accounts.audit(account.name, `ticket-${body.move}`, number, { ...body, ...refused });
    if (outcome !== 'done') throw outcome;
    return detailOf(number, everywhere, account);
  });

  async function visible(number: string, scope: TicketScope) {
    const found = await tickets.find(number, scope);
    if (!found) throw new RequestError('ticket_not_found', `没有工单 ${number}，或它不在您的管辖范围内。`);
    return found;
  }

  async function detailOf(number: string, scope: TicketScope, account: AccountRow) {
    const { ticket, events, state } = await visible(number, scope);
    const clock = explainClock(events.map(readTicketEvent), now(), stateCouncilCalendar);
    const { conversation_id } = ticket;
    const conversation = conversation_id ? await needs.conversations.messagesAfter(conversation_id, 0) : [];
    return toDetail({ ticket, events, state, clock, conversation }, moverOf(account, ticket));
  }
};

/** A unit that has just returned a ticket no longer finds it, but does see what became of its move. */
const everywhere = { district: null, unit: null };

export function scopeOf({ district, unit }: AccountRow) {
  return { district, unit };
}

/** A handler of a unit that only helps is not the owner; one without a unit acts for all of the district. */
function moverOf({ role, unit }: AccountRow, ticket: TicketRow): Mover {
  if (role !== 'unit_handler') return 'desk';
  return unit === null || unit === ticket.owner_unit ? 'unit' : 'co_unit';
}

function moveCodesOf({ taxonomy, responsibilities }: Knowledge['catalogue']): MoveCodes {
  const listed = <Code extends string>(reasons: Record<Code, string>) =>
    (Object.keys(reasons) as Code[]).map((code) => ({ code, text: reasons[code] }));
  return {
    pauseCodes: listed(pauseReasons),
    returnCodes: listed(returnReasons),
    categories: taxonomy.groups.flatMap(({ name: group, categories }) =>
      categories.map(({ code, name }) => ({ code, name, group })),
    ),
    clauses: responsibilities.map(({ clause, categories }) => ({ text: clause.text, categories })),
  };
}
