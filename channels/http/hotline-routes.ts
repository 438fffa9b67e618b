import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { TicketCard } from '../../assistant/index.ts';
import type { HotlineDesk } from '../hotline/hotline-desk.ts';
import type { AdmitCaller } from './admit-caller.ts';
import {
  CallDetail,
  CallEventBatch,
  CallList,
  CallState,
  callId,
  DecisionBody,
  EventsTaken,
  FileCallBody,
  JoinCallBody,
  SettleBody,
} from './hotline-types.ts';
import type { SessionGuard } from './session-guard.ts';

interface Needs {
  hotline: HotlineDesk;
  /** Whether the surface is on and the request comes from a key of the hotline's door; null where it brings none. */
  admit: AdmitCaller;
  guard: SessionGuard;
}

const tags = ['hotline'];
const byId = z.object({ id: callId });
const bySuggestion = byId.extend({ suggestionId: z.string().max(80) });
const byFinding = byId.extend({ findingId: z.string().max(80) });

/** A call's events come in; suggestions, a ticket draft and, at the end, a summary and findings go back. */
export const hotlineRoutes: FastifyPluginAsyncZod<Needs> = async (app, { hotline, admit, guard }) => {
  keepRawBodies(app);
  const caller = async (request: FastifyRequest) =>
    (await admit(request)) ?? (await guard.require(request, 'hotline_operator')).name;
  // What binds the city is done by a person who is logged in, never by the stream.
  const operator = async (request: FastifyRequest) => (await guard.require(request, 'hotline_operator')).name;

  const list = { schema: { tags, summary: '最近的电话', response: { 200: CallList } } };
  app.get('/calls', list, async (request) => {
    await caller(request);
    return { items: await hotline.list() };
  });

  const one = { schema: { tags, summary: '一通电话', params: byId, response: { 200: CallDetail } } };
  app.get('/calls/:id', one, async (request) => {
    await caller(request);
    return hotline.detail(request.params.id);
  });

  const events = { tags, summary: '送来通话事件', params: byId, body: CallEventBatch, response: { 200: EventsTaken } };
  app.post('/calls/:id/events', { schema: events, config: { rateLimit: false, cleansBody: true } }, async (request) => {
    const by = await caller(request);
    return hotline.take(request.params.id, request.body.events, by);
  });

  const decide = { tags, summary: '采纳、改正或不用一条建议', params: bySuggestion, body: DecisionBody };
  app.post(
    '/calls/:id/suggestions/:suggestionId',
    { schema: { ...decide, response: { 200: CallState } } },
    async (request) => {
      const actor = await operator(request);
      const { id, suggestionId } = request.params;
      return hotline.decide(id, suggestionId, request.body, actor);
    },
  );

  const settle = { tags, summary: '确认或改好一处不符', params: byFinding, body: SettleBody };
  app.post(
    '/calls/:id/findings/:findingId',
    { schema: { ...settle, response: { 200: CallDetail } } },
    async (request) => {
      const actor = await operator(request);
      const { id, findingId } = request.params;
      return hotline.settle(id, findingId, request.body, actor);
    },
  );

  const file = { tags, summary: '按草稿登记工单', params: byId, body: FileCallBody.nullish() };
  app.post('/calls/:id/ticket', { schema: { ...file, response: { 200: TicketCard } } }, async (request) => {
    const actor = await operator(request);
    return hotline.file(request.params.id, { confirm: request.body?.confirm ?? false, actor });
  });

  const join = { tags, summary: '并到已有的工单', params: byId, body: JoinCallBody };
  app.post('/calls/:id/join', { schema: { ...join, response: { 200: CallDetail } } }, async (request) => {
    const actor = await operator(request);
    return hotline.join(request.params.id, request.body, actor);
  });
};

/** A signature is over the bytes that were sent, so they are kept beside what they say. */
function keepRawBodies(app: Parameters<FastifyPluginAsyncZod<Needs>>[0]): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    request.rawBody = body as string;
    if (body === '') return done(null, undefined);
    return parse(request, body as string, done);
  });
}

declare module 'fastify' {
  interface FastifyRequest {
    /** The body as it was sent; kept where requests may be signed. */
    rawBody?: string;
  }
}
