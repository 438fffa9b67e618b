import { Readable } from 'node:stream';
import type { FastifyError, FastifyReply } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Knowledge } from '../../knowledge/index.ts';
import type { AccessKey } from '../access/access-key.ts';
import type { AccessKeys } from '../access/access-keys.ts';
import type { Switches } from '../access/switches.ts';
import { answerForDoor, type DoorQuestion } from '../doors/answer-for-door.ts';
import { readClientId } from '../doors/client-id.ts';
import type { Doors } from '../doors/create-doors.ts';
import { documentAddress } from '../doors/document-address.ts';
import { type FilingClaim, sourceIdOf } from '../doors/door-filings.ts';
import { createDoorEntrance, type DoorLimit, ordinaryLimit } from '../doors/enter-door.ts';
import { RequestError } from '../http/error-handler.ts';
import { createKeyedDoor, keepRawBody, keyedDoorLimit } from '../http/keyed-door.ts';
import { ChatCompletion, headOf, toChatAnswer, toCompletion } from './chat-answer.ts';
import { ChatRequest, modelName, readCitizensMessages, refuseUnsupported } from './chat-request.ts';
import { streamAnswer } from './chat-stream.ts';
import { OpenAiErrorBody, sendOpenAiError, toOpenAiError } from './openai-error.ts';

export interface OpenAiNeeds {
  accessKeys: AccessKeys;
  switches: Switches;
  doors: Doors;
  knowledge: Pick<Knowledge, 'digest'>;
  now: () => Date;
  limit?: DoorLimit;
}

const tags = ['openai'];
/** A conversation is sent whole each time. */
const bodyLimit = 512 * 1024;
const errors = { '4xx': OpenAiErrorBody, '5xx': OpenAiErrorBody };

/** The desk as an OpenAI-compatible model: grounded answers for clients that speak nothing else. */
export const openaiRoutes: FastifyPluginAsyncZod<OpenAiNeeds> = async (
  app,
  { accessKeys, switches, doors, knowledge, now, limit = ordinaryLimit },
) => {
  const verify = createKeyedDoor(accessKeys, 'openai');
  const enter = createDoorEntrance(app as never, { switches, door: 'openai', limit, verify });
  keepRawBody(app as never);
  app.setErrorHandler<FastifyError>(sendOpenAiError);
  app.setNotFoundHandler((request, reply) => {
    const message = '这里只有 /v1/chat/completions 和 /v1/models，请检查地址。';
    return sendOpenAiError(new RequestError('not_found', message) as never, request, reply);
  });

  const model = { id: modelName, object: 'model' as const, created: 1_795_392_000, owned_by: 'yuwen' };
  const Model = z.object({ id: z.string(), object: z.literal('model'), created: z.int(), owned_by: z.string() });
  const list = z.object({ object: z.literal('list'), data: z.array(Model) });
  const all = { schema: { tags, summary: '可用的模型名', response: { 200: list, ...errors } }, config: keyedDoorLimit };
  app.get('/models', all, async (request) => {
    await enter(request);
    return { object: 'list' as const, data: [model] };
  });

  const params = z.object({ model: z.string().max(100) });
  const one = {
    schema: { tags, summary: '一个模型', params, response: { 200: Model, ...errors } },
    config: keyedDoorLimit,
  };
  app.get('/models/:model', one, async (request) => {
    await enter(request);
    if (request.params.model !== modelName)
      throw new RequestError('model_unknown', `没有这个模型，请填 ${modelName}。`);
    return model;
  });

  const summary = '对话补全：有依据的答复，文中标来源；stream 为 true 时是服务器推送事件';
  const schema = { tags, summary, body: ChatRequest, response: { 200: ChatCompletion, ...errors } };
  app.post('/chat/completions', { schema, bodyLimit, config: keyedDoorLimit }, async (request, reply) => {
    const key = await enter(request);
    const { body } = request;
    refuseUnsupported(body);
    const asked = readCitizensMessages(body);
    const filing = filingOf(key, request.headers['idempotency-key'], asked, doors);
    const at = now();
    const signal = hungUp(reply);
    const parts = { asked, at, knowledgeDigest: knowledge.digest, urlOf: documentAddress(request) };
    const answering = answerForDoor({ messages: asked, at, signal, filing }, doors.assistantFor);
    const answer = answering.then((answered) => toChatAnswer(answered, parts));
    if (!body.stream) return toCompletion(await answer);
    answer.catch(() => {}); // told in the stream; where nobody reads it any more, to nobody
    const events = streamAnswer({
      head: headOf(at, knowledge.digest),
      includeUsage: body.stream_options?.include_usage === true,
      answer,
      toError: (error) => toOpenAiError(error as FastifyError, request).body,
    });
    reply.header('cache-control', 'no-cache').header('x-accel-buffering', 'no');
    return reply.type('text/event-stream; charset=utf-8').send(Readable.from(events) as never);
  });
};

/** A key that may file does so under the client's own id: without one a client that tries again would file twice. */
function filingOf(
  key: AccessKey,
  header: string | string[] | undefined,
  asked: readonly string[],
  { file }: Doors,
): DoorQuestion['filing'] {
  if (!key.filesTickets) return 'filing_not_allowed';
  const clientId = readClientId(header);
  if (clientId === null) return 'idempotency_key_missing';
  const claim: FilingClaim = { door: 'openai', keyId: key.id, clientId, said: asked };
  return { sourceId: sourceIdOf(claim), file: (draft, source) => file(claim, draft, source) };
}

/** Aborted when the client goes before its answer is sent. */
function hungUp(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) controller.abort();
  });
  return controller.signal;
}
