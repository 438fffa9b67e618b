import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { SemanticModel } from '../../knowledge/index.ts';
import type { AccountRow } from '../accounts/account-store.ts';
import type { FiguresDesk } from '../data-questions/ask-figures.ts';
import {
  DataChangeBody,
  DataConversation,
  DataQuestionAnswer,
  DataQuestionBody,
  DataSubjects,
} from './data-question-schemas.ts';
import { RequestError } from './error-handler.ts';
import { readableText } from './readable-text.ts';
import type { SessionGuard } from './session-guard.ts';

interface Needs {
  figures: FiguresDesk;
  guard: SessionGuard;
  model: SemanticModel;
}

const tags = ['data'];

export const dataQuestionRoutes: FastifyPluginAsyncZod<Needs> = async (app, { figures, guard, model }) => {
  const response = { 200: DataQuestionAnswer };

  const ask = { schema: { tags, summary: '用中文问数据', body: DataQuestionBody, response } };
  app.post('/data-questions', ask, async (request) => {
    const account = await guard.require(request, 'cadre', 'operator');
    const text = readableText(request.body.question);
    const conversationId = await conversationFor(account, request.body.conversationId);
    return { conversationId, ...(await figures.ask(account, conversationId, { text, by: 'question' })) };
  });

  const correct = { schema: { tags, summary: '改一处理解，重新计算', body: DataChangeBody, response } };
  app.post('/data-questions/changes', correct, async (request) => {
    const account = await guard.require(request, 'cadre', 'operator');
    const { change, said } = request.body;
    const conversationId = await conversationFor(account, request.body.conversationId);
    const typed = { text: readableText(said), by: 'change', planChange: change } as const;
    return { conversationId, ...(await figures.ask(account, conversationId, typed)) };
  });

  const params = z.object({ id: z.string().max(64) });
  const read = { schema: { tags, summary: '一段对话的问与答', params, response: { 200: DataConversation } } };
  app.get('/data-questions/conversations/:id', read, async (request) => {
    const account = await guard.require(request, 'cadre', 'operator');
    const conversationId = await conversationFor(account, request.params.id);
    return { conversationId, turns: await figures.history(account, conversationId) };
  });

  const sample = { schema: { tags, summary: '可以问什么', response: { 200: DataSubjects } } };
  app.get('/data-questions/examples', sample, async (request) => {
    await guard.require(request, 'cadre', 'operator');
    return { subjects };
  });

  const subjects = model.subjects.map(({ label, source, updated, metrics, dimensions, samples }) => ({
    label,
    source,
    updated,
    metrics: metrics.map((metric) => metric.label),
    dimensions: dimensions.map((dimension) => dimension.label),
    examples: samples,
  }));

  async function conversationFor(account: AccountRow, wanted: string | undefined): Promise<string> {
    if (wanted === undefined) return figures.begin(account);
    if (!(await figures.isOwn(account, wanted)))
      throw new RequestError('conversation_unknown', '没有这段对话，请重新提问。');
    return wanted;
  }
};
