import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { rateDefinitions, type TicketStore } from '../../assistant/index.ts';
import { chongqingDay } from '../../knowledge/index.ts';
import type { SessionGuard } from './session-guard.ts';
import { scopeOf } from './ticket-routes.ts';
import { RatesAnswer, RatesQuery } from './ticket-types.ts';

interface Needs {
  tickets: TicketStore;
  guard: SessionGuard;
  now: () => Date;
}

/** The three rates of units or districts, inside one's jurisdiction. */
export const ratesRoutes: FastifyPluginAsyncZod<Needs> = async (app, { tickets, guard, now }) => {
  const schema = {
    tags: ['tickets'],
    summary: '响应率、解决率、满意率；默认从本月第一天到今天登记的工单',
    querystring: RatesQuery,
    response: { 200: RatesAnswer },
  };
  app.get('/ticket-rates', { schema }, async (request) => {
    const account = await guard.require(request, 'unit_handler', 'hotline_operator', 'cadre', 'operator');
    const today = chongqingDay(now());
    const { by, to = today, from = `${to.slice(0, 8)}01` } = request.query;
    const rows = await tickets.rates({ by, from, to, now: now() }, scopeOf(account));
    return { by, from, to, rows, definitions: rateDefinitions };
  });
};
