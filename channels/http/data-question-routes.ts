import { randomUUID } from 'node:crypto';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { ConversationStore, Reply } from '../../assistant/index.ts';
import type { AccountRow, AccountStore } from '../accounts/account-store.ts';
import { type Answering, consoleChannel } from '../conversations/answering.ts';
import { DataExamples, DataQuestionAnswer, DataQuestionBody } from './api-types.ts';
import { RequestError } from './error-handler.ts';
import { readableText } from './readable-text.ts';
import type { SessionGuard } from './session-guard.ts';

interface Needs {
  answering: Answering;
  conversations: ConversationStore;
  accounts: AccountStore;
  guard: SessionGuard;
  examples: readonly string[];
  now: () => Date;
}

export const dataQuestionRoutes: FastifyPluginAsyncZod<Needs> = async (app, needs) => {
  const { answering, conversations, accounts, guard, examples, now } = needs;
  const ask = {
    schema: { tags: ['data'], summary: '用中文问数据', body: DataQuestionBody, response: { 200: DataQuestionAnswer } },
  };
  app.post('/data-questions', ask, async (request) => {
    const account = await guard.require(request, 'cadre', 'operator');
    const text = readableText(request.body.question);
    const conversationId = await conversationFor(account, request.body.conversationId);
    const { message } = await answering.take({ conversationId, clientMessageId: randomUUID(), text });
    const cadre = { account: account.name, district: account.district };
    const answer = await answering.answer(message.id, { cadre, dataOnly: true });
    const reply = answer!.reply!;
    await accounts.audit(account.name, 'data-question', conversationId, {
      outcome: reply.outcome,
      rows: rowsOf(reply),
    });
    return { conversationId, reply: withoutSqlFor(account, reply) };
  });

  const sample = { schema: { tags: ['data'], summary: '可以怎么问', response: { 200: DataExamples } } };
  app.get('/data-questions/examples', sample, async (request) => {
    await guard.require(request, 'cadre', 'operator');
    return { examples: [...examples] };
  });

  async function conversationFor({ name }: AccountRow, wanted: string | undefined): Promise<string> {
    if (wanted === undefined) return (await conversations.begin(consoleChannel(name), now())).conversationId;
    if ((await conversations.channelOf(wanted)) !== consoleChannel(name))
      throw new RequestError('conversation_unknown', '没有这段对话，请重新提问。');
    return wanted;
  }
};

function rowsOf(reply: Reply): number | null {
  return reply.outcome === 'data' ? reply.data.rows.length : null;
}

/** The statement is for those who keep the platform; a cadre reads the explanation. */
function withoutSqlFor({ role }: AccountRow, reply: Reply): Reply {
  const maySee = role === 'operator' || role === 'administrator';
  return reply.outcome === 'data' && !maySee ? { ...reply, data: { ...reply.data, sql: null, params: [] } } : reply;
}
