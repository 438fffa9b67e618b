import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { ConversationStore } from '../../assistant/index.ts';
import type { HandOverDesk } from '../hand-over/hand-over-desk.ts';
import type { OperatorDesk } from '../hand-over/operator-desk.ts';
import { RequestError } from './error-handler.ts';
import {
  ChatDetail,
  ChatList,
  ChatSuggestion,
  chatId,
  HandOverBody,
  HandOverLookBody,
  HandOverShown,
  ReceivingBody,
  SayBody,
} from './hand-over-types.ts';
import { postableAnywhere, readableAnywhere } from './readable-anywhere.ts';
import { readableText } from './readable-text.ts';
import type { SessionGuard } from './session-guard.ts';

interface Needs {
  handOver: HandOverDesk;
  operatorDesk: OperatorDesk;
  conversations: Pick<ConversationStore, 'opens'>;
  guard: SessionGuard;
}

const tags = ['hand-over'];
// A page that waits looks every four seconds, and a whole office may wait behind one address.
const looks = { rateLimit: { max: 1200, timeWindow: '1 minute' } };
const asks = { rateLimit: { max: 60, timeWindow: '1 minute' } };

/** A person joins the chat. The citizen's side is opened by the conversation's secret, from any page, by no cookie. */
export const handOverRoutes: FastifyPluginAsyncZod<Needs> = async (app, needs) => {
  const { handOver, conversations } = needs;
  postableAnywhere(app as unknown as FastifyInstance, '/hand-over/look', '/hand-over/ask', '/hand-over/leave');
  const opened = async ({ conversationId, secret }: z.infer<typeof HandOverBody>) => {
    if (!(await conversations.opens(conversationId, secret)))
      throw new RequestError('conversation_unknown', '找不到之前的对话，请刷新页面后再找人工。');
    return conversationId;
  };
  const response = { 200: HandOverShown };

  const look = {
    config: looks,
    schema: { tags, summary: '有没有人工在岗、排到第几位', body: HandOverLookBody, response },
  };
  app.post('/hand-over/look', look, async ({ body: { conversationId, secret } }, reply) => {
    reply.header(...readableAnywhere);
    return handOver.look(conversationId === undefined ? null : await opened({ conversationId, secret: secret ?? '' }));
  });

  const ask = { config: asks, schema: { tags, summary: '请人工加入这段对话', body: HandOverBody, response } };
  app.post('/hand-over/ask', ask, async ({ body }, reply) => {
    reply.header(...readableAnywhere);
    return handOver.ask(await opened(body));
  });

  const leave = { config: asks, schema: { tags, summary: '不再等人工，或结束人工', body: HandOverBody, response } };
  app.post('/hand-over/leave', leave, async ({ body }, reply) => {
    reply.header(...readableAnywhere);
    return handOver.leave(await opened(body));
  });

  await app.register(chatRoutes, needs);
};

/** The operator's side: who takes calls takes chats. */
const chatRoutes: FastifyPluginAsyncZod<Needs> = async (app, { operatorDesk, guard }) => {
  const operator = (request: FastifyRequest) => guard.require(request, 'hotline_operator');
  const params = z.object({ id: chatId });
  const one = (summary: string) => ({ schema: { tags, summary, params, response: { 200: ChatDetail } } });

  const list = { schema: { tags, summary: '等人工的和正在接待的对话', response: { 200: ChatList } } };
  app.get('/chats', list, async (request) => operatorDesk.list(await operator(request)));

  const receiving = { tags, summary: '开始或停止接待', body: ReceivingBody, response: { 200: ChatList } };
  app.post('/chats/receiving', { schema: receiving }, async (request) =>
    operatorDesk.list(await operator(request), request.body.receives),
  );

  app.get('/chats/:id', one('一段接了的对话'), async (request) =>
    operatorDesk.open(request.params.id, await operator(request)),
  );
  app.post('/chats/:id/take', one('接入'), async (request) =>
    operatorDesk.take(request.params.id, await operator(request)),
  );
  app.post('/chats/:id/end', one('结束'), async (request) =>
    operatorDesk.end(request.params.id, await operator(request)),
  );
  app.post('/chats/:id/reopen', one('撤销结束'), async (request) =>
    operatorDesk.reopen(request.params.id, await operator(request)),
  );

  const say = { tags, summary: '以坐席的名义说一句', params, body: SayBody, response: { 200: ChatDetail } };
  app.post('/chats/:id/messages', { schema: say }, async (request) => {
    const by = await operator(request);
    const { clientMessageId, text } = request.body;
    return operatorDesk.say(request.params.id, by, { clientMessageId, text: readableText(text) });
  });

  const suggest = { tags, summary: '自动应答会怎么答', params, response: { 200: ChatSuggestion } };
  app.post('/chats/:id/suggestion', { schema: suggest }, async (request) =>
    operatorDesk.suggest(request.params.id, await operator(request)),
  );
};
