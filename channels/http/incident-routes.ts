import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Incident, IncidentStore, TicketStore } from '../../assistant/index.ts';
import type { AccountRow, AccountStore } from '../accounts/account-store.ts';
import { RequestError } from './error-handler.ts';
import {
  IncidentDetail,
  IncidentList,
  IncidentListQuery,
  type IncidentSummary,
  JoinBody,
  SimilarTickets,
  UnjoinBody,
} from './incident-types.ts';
import type { SessionGuard } from './session-guard.ts';
import { scopeOf } from './ticket-routes.ts';
import { toSummary } from './ticket-shown.ts';
import { TicketSummary } from './ticket-types.ts';

interface Needs {
  incidents: IncidentStore;
  tickets: TicketStore;
  accounts: AccountStore;
  guard: SessionGuard;
  now: () => Date;
}

const tags = ['incidents'];
const byNumber = z.object({ number: z.string().max(32) });

/** So many tickets that were filed a moment ago are looked at before a page is shown; the job does the rest. */
const groupedAtOnce = 100;

/** Several reports of one case: found, joined, parted again, and seen as an incident. */
export const incidentRoutes: FastifyPluginAsyncZod<Needs> = async (
  app,
  { incidents, tickets, accounts, guard, now },
) => {
  const similar = {
    schema: { tags, summary: '可能是同一件事的工单', params: byNumber, response: { 200: SimilarTickets } },
  };
  app.get('/tickets/:number/similar', similar, async (request) => {
    const account = await guard.require(request, 'unit_handler', 'hotline_operator', 'operator');
    const { number } = request.params;
    await visible(number, account);
    await incidents.group(now(), groupedAtOnce);
    const items = await incidents.similarTo(number, scopeOf(account), now());
    const linked = await incidents.linkedTo(number, scopeOf(account));
    return {
      items: items.map(({ ticket, ...evidence }) => ({ ticket: toSummary(ticket), ...evidence })),
      linked: linked.map(toSummary),
    };
  });

  const join = {
    schema: {
      tags,
      summary: '并入另一张工单',
      params: byNumber,
      body: JoinBody,
      response: { 200: TicketSummary },
    },
  };
  app.post('/tickets/:number/join', join, async (request) => {
    const account = await guard.require(request, 'hotline_operator');
    const { number } = request.params;
    const { into, version, reason } = request.body;
    await visible(number, account);
    await visible(into, account);
    await incidents.group(now(), groupedAtOnce);
    await tickets.move({ number, move: 'merge', into, version, reason, actor: account.name, mover: 'desk', at: now() });
    await incidents.join(number, into, { actor: account.name, at: now() });
    await accounts.audit(account.name, 'ticket-join', number, { into, reason });
    return toSummary((await visible(number, account)).ticket);
  });

  const unjoin = {
    schema: {
      tags,
      summary: '撤销并单，或移出事件',
      params: byNumber,
      body: UnjoinBody,
      response: { 200: TicketSummary },
    },
  };
  app.post('/tickets/:number/unjoin', unjoin, async (request) => {
    const account = await guard.require(request, 'hotline_operator');
    const { number } = request.params;
    const { version, reason } = request.body;
    const { ticket } = await visible(number, account);
    // What the engine alone put into an incident is only taken out of it: there is no merge to undo.
    if (ticket.status === 'merged')
      await tickets.move({ number, move: 'unmerge', version, reason, actor: account.name, mover: 'desk', at: now() });
    await incidents.part(number, { actor: account.name, at: now() });
    await accounts.audit(account.name, 'ticket-unjoin', number, { reason });
    return toSummary((await visible(number, account)).ticket);
  });

  const list = {
    schema: { tags, summary: '热点事件', querystring: IncidentListQuery, response: { 200: IncidentList } },
  };
  app.get('/incidents', list, async (request) => {
    const account = await guard.require(request, 'unit_handler', 'hotline_operator', 'operator');
    await incidents.group(now(), groupedAtOnce);
    const items = await incidents.list({ ...request.query, at: now() }, scopeOf(account));
    return { items: items.map(toIncidentSummary) };
  });

  const one = {
    schema: {
      tags,
      summary: '一个事件',
      params: z.object({ id: z.string().max(32) }),
      response: { 200: IncidentDetail },
    },
  };
  app.get('/incidents/:id', one, async (request) => {
    const account = await guard.require(request, 'unit_handler', 'hotline_operator', 'operator');
    const found = await incidents.find(request.params.id, scopeOf(account), now());
    if (!found)
      throw new RequestError(
        'not_found',
        `没有事件 ${request.params.id}，或它不在您的管辖范围内；请从事件列表重新打开。`,
      );
    const members = found.members.map(({ ticket, ...member }) => ({ ticket: toSummary(ticket), ...member }));
    return { ...toIncidentSummary(found.incident), members };
  });

  async function visible(number: string, account: AccountRow) {
    const found = await tickets.find(number, scopeOf(account));
    if (!found) throw new RequestError('ticket_not_found', `没有工单 ${number}，或它不在您的管辖范围内。`);
    return found;
  }
};

function toIncidentSummary({ firstAt, lastAt, ...incident }: Incident): IncidentSummary {
  return { ...incident, firstAt: firstAt.toISOString(), lastAt: lastAt.toISOString() };
}
