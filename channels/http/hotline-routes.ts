import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type Assistant, TicketCard, type TicketStore } from '../../assistant/index.ts';
import type { AccountStore } from '../accounts/account-store.ts';
import type { CallStore } from '../hotline/call-store.ts';
import { understandCall } from '../hotline/understand-call.ts';
import { CallDetail, CallList, CallState, Utterance } from './api-types.ts';
import { RequestError } from './error-handler.ts';
import { readableText } from './readable-text.ts';
import type { SessionGuard } from './session-guard.ts';

interface Needs {
  calls: CallStore;
  assistant: Assistant;
  tickets: TicketStore;
  accounts: AccountStore;
  guard: SessionGuard;
  /** What the call centre's stream presents; null lets only logged-in operators in. */
  key: string | null;
  now: () => Date;
}

const tags = ['hotline'];
const byId = z.object({ id: z.string().regex(/^[\w-]{1,64}$/u) });
const emptyState: CallState = { wants: [], suggestions: [], draft: null, missing: [] };

/** A call's transcript comes in utterance by utterance; suggestions and a ticket draft go back. */
export const hotlineRoutes: FastifyPluginAsyncZod<Needs> = async (
  app,
  { calls, assistant, tickets, accounts, guard, key, now },
) => {
  const actorOf = async (request: FastifyRequest): Promise<string> => {
    if (key !== null && bearerMatches(request.headers.authorization, key)) return 'hotline-stream';
    if (request.headers.authorization) throw new RequestError('key_wrong', '热线密钥不对，请检查 HOTLINE_KEY。');
    return (await guard.require(request, 'hotline_operator')).name;
  };
  const known = async (id: string) => {
    const call = await calls.find(id);
    if (!call) throw new RequestError('not_found', '没有这通电话，请先发送第一句话。');
    return call;
  };

  const list = { schema: { tags, summary: '最近的电话', response: { 200: CallList } } };
  app.get('/calls', list, async (request) => {
    await actorOf(request);
    return { items: (await calls.recent()).map(toSummary) };
  });

  const one = { schema: { tags, summary: '一通电话', params: byId, response: { 200: CallDetail } } };
  app.get('/calls/:id', one, async (request) => {
    await actorOf(request);
    const call = await known(request.params.id);
    const utterances = await calls.utterances(call.id);
    const state = CallState.safeParse(call.state);
    return {
      ...toSummary(call),
      utterances: utterances.map(({ sequence, speaker, text, at }) => ({
        sequence,
        speaker,
        text,
        at: at.toISOString(),
      })),
      state: state.success ? state.data : emptyState,
    };
  });

  const body = Utterance.extend({ at: z.iso.datetime({ offset: true }).optional() }).strict();
  const say = { schema: { tags, summary: '送来一句话', params: byId, body, response: { 200: CallState } } };
  app.post('/calls/:id/utterances', say, async (request) => {
    await actorOf(request);
    const { sequence, speaker, at } = request.body;
    const text = readableText(request.body.text);
    const { id } = request.params;
    await calls.begin(id, now());
    await calls.add(id, { sequence, speaker, text, at: at ? new Date(at) : now() });
    const spoken = (await calls.utterances(id)).filter((utterance) => utterance.speaker === 'citizen');
    const state = await understandCall(
      { callId: id, citizenSaid: spoken.map((utterance) => utterance.text), at: now() },
      assistant,
    );
    await calls.keepState(id, state);
    return state;
  });

  const file = { schema: { tags, summary: '按草稿登记工单', params: byId, response: { 200: TicketCard } } };
  app.post('/calls/:id/ticket', file, async (request) => {
    const { name } = await guard.require(request, 'hotline_operator'); // only a person files a call's ticket
    const call = await known(request.params.id);
    const { draft } = CallState.catch(emptyState).parse(call.state);
    if (!draft) throw new RequestError('bad_input', '这通电话还没有可登记的诉求，请先问清是什么事、在哪里。');
    const card = await tickets.file(draft, {
      sourceId: `call:${call.id}`,
      conversationId: null,
      channel: 'hotline',
      at: now(),
    });
    await calls.fileUnder(call.id, card.number);
    await accounts.audit(name, 'ticket-file', card.number, { call: call.id });
    return card;
  });

  const end = { schema: { tags, summary: '电话结束', params: byId, response: { 204: z.null() } } };
  app.post('/calls/:id/end', end, async (request, reply) => {
    await actorOf(request);
    await known(request.params.id);
    await calls.end(request.params.id, now());
    return reply.code(204).send(null);
  });
};

function toSummary(call: NonNullable<Awaited<ReturnType<CallStore['find']>>>) {
  const { id, started_at, ended_at, ticket_number } = call;
  return {
    id,
    startedAt: started_at.toISOString(),
    endedAt: ended_at?.toISOString() ?? null,
    ticketNumber: ticket_number,
  };
}

/** Compares hashes, so that neither length nor content shows in the time it takes. */
function bearerMatches(header: string | undefined, key: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(header ?? ''), hash(`Bearer ${key}`));
}
