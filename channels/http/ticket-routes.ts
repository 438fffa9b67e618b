import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type Mover, movesFrom, type TicketEventRow, type TicketRow, type TicketStore } from '../../assistant/index.ts';
import type { AccountRow, AccountStore } from '../accounts/account-store.ts';
import {
  MoveBody,
  TicketDetail,
  TicketList,
  TicketListQuery,
  TicketProgress,
  type TicketSummary,
} from './api-types.ts';
import { RequestError } from './error-handler.ts';
import { readableAnywhere } from './readable-anywhere.ts';
import type { SessionGuard } from './session-guard.ts';

interface Needs {
  tickets: TicketStore;
  accounts: AccountStore;
  guard: SessionGuard;
  now: () => Date;
}

const byNumber = z.object({ number: z.string().max(32) });

export const ticketRoutes: FastifyPluginAsyncZod<Needs> = async (app, { tickets, accounts, guard, now }) => {
  const list = {
    schema: { tags: ['tickets'], summary: '工单列表', querystring: TicketListQuery, response: { 200: TicketList } },
  };
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

  const one = { schema: { tags: ['tickets'], summary: '一张工单', params: byNumber, response: { 200: TicketDetail } } };
  app.get('/tickets/:number', one, async (request) => {
    const account = await guard.require(request, 'unit_handler', 'hotline_operator', 'operator');
    return detailOf(request.params.number, account);
  });

  const move = {
    schema: {
      tags: ['tickets'],
      summary: '处理工单',
      params: byNumber,
      body: MoveBody,
      response: { 200: TicketDetail },
    },
  };
  app.post('/tickets/:number/moves', move, async (request) => {
    const account = await guard.require(request, 'unit_handler', 'hotline_operator');
    const { number } = request.params;
    await detailOf(number, account); // outside one's jurisdiction a ticket does not exist
    await tickets.move({ ...request.body, number, actor: account.name, mover: moverOf(account), at: now() });
    await accounts.audit(account.name, `ticket-${request.body.move}`, number);
    return detailOf(number, account);
  });

  const progress = {
    schema: {
      tags: ['tickets'],
      summary: '凭工单号和查询码看进度',
      params: byNumber,
      querystring: z.strictObject({ secret: z.string().max(100) }),
      response: { 200: TicketProgress },
    },
  };
  app.get('/ticket-progress/:number', progress, async ({ params: { number }, query: { secret } }, reply) => {
    reply.header(...readableAnywhere);
    const found = await tickets.findByProgressSecret(number, secret);
    if (!found) throw new RequestError('ticket_not_found', '工单号或查询码不对，请核对后再查；也可以拨打 12345 查询。');
    return toProgress(found.ticket, found.events);
  });

  async function detailOf(number: string, account: AccountRow) {
    const found = await tickets.find(number, scopeOf(account));
    if (!found) throw new RequestError('ticket_not_found', `没有工单 ${number}，或它不在您的管辖范围内。`);
    return toDetail(found.ticket, found.events, moverOf(account));
  }
};

function scopeOf({ district, unit }: AccountRow) {
  return { district, unit };
}

function moverOf({ role }: AccountRow): Mover {
  return role === 'unit_handler' ? 'unit' : 'desk';
}

function toSummary(row: TicketRow): TicketSummary {
  return {
    number: row.number,
    status: row.status,
    purpose: row.purpose,
    category: { code: row.category_code, name: row.category_name, group: row.category_group },
    urgency: row.urgency,
    title: row.title,
    district: row.district,
    street: row.street,
    ownerUnit: row.owner_unit,
    tier: row.tier,
    filedAt: row.filed_at.toISOString(),
    firstResponseDueAt: row.first_response_due_at.toISOString(),
    dueAt: row.due_at.toISOString(),
    closedAt: row.closed_at?.toISOString() ?? null,
    version: row.version,
  };
}

function toDetail(row: TicketRow, events: TicketEventRow[], mover: Mover): TicketDetail {
  return {
    ...toSummary(row),
    content: row.content,
    placeDetail: row.place_detail,
    coUnits: row.co_units,
    draft: row.draft,
    events: events.map(({ sequence, kind, at, actor, payload }) => ({
      sequence,
      kind,
      at: at.toISOString(),
      actor,
      payload,
    })),
    moves: movesFrom(row.status, mover),
  };
}

/** What its reporter may know: no names of people, no reasons between units. */
function toProgress(row: TicketRow, events: TicketEventRow[]): TicketProgress {
  return {
    number: row.number,
    status: row.status,
    category: row.category_name,
    owner: row.owner_unit ?? '热线派单台',
    filedAt: row.filed_at.toISOString(),
    dueAt: row.due_at.toISOString(),
    events: events.filter(({ kind }) => kind !== 'escalated').map(({ kind, at }) => ({ kind, at: at.toISOString() })),
  };
}
