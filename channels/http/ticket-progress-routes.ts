import type { FastifyInstance } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { explainClock, readTicketEvent, stateCouncilCalendar, type TicketStore } from '../../assistant/index.ts';
import { RequestError } from './error-handler.ts';
import { postableAnywhere, readableAnywhere } from './readable-anywhere.ts';
import { toProgress } from './ticket-shown.ts';
import { JudgementBody, ProgressBody, TicketProgress } from './ticket-types.ts';

interface Needs {
  tickets: TicketStore;
  now: () => Date;
}

const tags = ['tickets'];
const response = { 200: TicketProgress };
/** Enough for somebody who mistypes, too few for somebody who guesses at 40 bits. */
const config = { rateLimit: { max: 60, timeWindow: '1 minute' } };

/** The reporter's side of a ticket: opened by its number and secret, from any page, by no cookie. */
export const ticketProgressRoutes: FastifyPluginAsyncZod<Needs> = async (app, { tickets, now }) => {
  const one = {
    config,
    schema: {
      tags,
      summary: '凭工单号和查询码看进度（查询码会留在地址里，请尽量用 POST）',
      params: z.object({ number: z.string().max(32) }),
      querystring: z.strictObject({ secret: z.string().max(100) }),
      response,
    },
  };
  app.get('/ticket-progress/:number', one, async ({ params: { number }, query: { secret } }, reply) => {
    reply.header(...readableAnywhere);
    return progressOf(number, secret);
  });

  postableAnywhere(app as unknown as FastifyInstance, '/ticket-progress', '/ticket-progress/verdicts');
  const asked = { config, schema: { tags, summary: '凭工单号和查询码看进度', body: ProgressBody, response } };
  app.post('/ticket-progress', asked, async ({ body: { number, secret } }, reply) => {
    reply.header(...readableAnywhere);
    return progressOf(number, secret);
  });

  const judge = { config, schema: { tags, summary: '诉求人逐项评价', body: JudgementBody, response } };
  app.post('/ticket-progress/verdicts', judge, async ({ body: { number, secret, ...judgement } }, reply) => {
    reply.header(...readableAnywhere);
    const { ticket } = await opened(number, secret);
    const who = { actor: 'citizen', mover: 'citizen', through: 'page', at: now() } as const;
    await tickets.move({ ...judgement, ...who, number, version: ticket.version, move: 'judge' });
    return progressOf(number, secret);
  });

  async function opened(number: string, secret: string) {
    const found = await tickets.findByProgressSecret(number, secret);
    if (!found) throw new RequestError('ticket_not_found', '工单号或查询码不对，请核对后再查；也可以拨打 12345 查询。');
    return found;
  }

  async function progressOf(number: string, secret: string) {
    const { ticket, events, state } = await opened(number, secret);
    const clock = explainClock(events.map(readTicketEvent), now(), stateCouncilCalendar);
    return toProgress({ ticket, events, state, clock });
  }
};
