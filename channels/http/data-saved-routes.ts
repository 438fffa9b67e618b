import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { maskPersonalData, renewPlan } from '../../assistant/index.ts';
import type { AccountRow, AccountStore } from '../accounts/account-store.ts';
import type { FiguresDesk } from '../data-questions/ask-figures.ts';
import {
  keepsPlatform,
  mayRemove,
  type SavedQuestionRow,
  type SavedQuestionStore,
} from '../data-questions/saved-question-store.ts';
import { sayPlan } from '../data-questions/say-plan.ts';
import {
  DataQuestionAnswer,
  RunSavedBody,
  SavedQuestion,
  SavedQuestionList,
  SaveQuestionBody,
  VerifyBody,
} from './data-question-schemas.ts';
import { RequestError } from './error-handler.ts';
import { readableText } from './readable-text.ts';
import type { SessionGuard } from './session-guard.ts';

interface Needs {
  figures: FiguresDesk;
  savedQuestions: SavedQuestionStore;
  accounts: AccountStore;
  guard: SessionGuard;
  now: () => Date;
}

const tags = ['data'];
const params = z.object({ id: z.string().max(64) });

/** Questions that an office keeps: each run is made with today's data and the rights of whoever runs it. */
export const dataSavedRoutes: FastifyPluginAsyncZod<Needs> = async (app, needs) => {
  const { figures, savedQuestions, accounts, guard, now } = needs;

  const list = { schema: { tags, summary: '本单位保存的和已核对的问题', response: { 200: SavedQuestionList } } };
  app.get('/data-questions/saved', list, async (request) => {
    const account = await guard.require(request, 'cadre', 'operator');
    return { items: (await savedQuestions.list(account)).map((row) => toSaved(row, account)) };
  });

  const keep = { schema: { tags, summary: '保存一个问题', body: SaveQuestionBody, response: { 200: SavedQuestion } } };
  app.post('/data-questions/saved', keep, async (request) => {
    const account = await guard.require(request, 'cadre', 'operator');
    const { plan, data } = await figures.planOf(account, request.body.messageId);
    const name = maskPersonalData(readableText(request.body.name));
    const question = maskPersonalData(sayPlan(data));
    const row = await savedQuestions.keep({ name, question, plan }, account);
    await accounts.audit(account.name, 'data-question-saved', row.id, { name, plan });
    return toSaved(row, account);
  });

  const run = {
    schema: { tags, summary: '用今天的数据再算', params, body: RunSavedBody, response: { 200: DataQuestionAnswer } },
  };
  app.post('/data-questions/saved/:id/runs', run, async (request) => {
    const account = await guard.require(request, 'cadre', 'operator');
    const saved = await savedQuestions.find(request.params.id, account);
    const wanted = request.body.conversationId;
    if (wanted !== undefined && !(await figures.isOwn(account, wanted)))
      throw new RequestError('conversation_unknown', '没有这段对话，请重新打开页面。');
    const conversationId = wanted ?? (await figures.begin(account));
    const dataPlan = renewPlan(saved.plan, saved.created_at, now());
    return {
      conversationId,
      ...(await figures.ask(account, conversationId, { text: saved.name, by: 'saved', dataPlan })),
    };
  });

  const verify = {
    schema: { tags, summary: '标记为已核对', params, body: VerifyBody, response: { 200: SavedQuestion } },
  };
  app.post('/data-questions/saved/:id/verification', verify, async (request) => {
    const account = await guard.require(request, 'operator');
    const { verified } = request.body;
    const row = await savedQuestions.verify(request.params.id, verified, account);
    await accounts.audit(account.name, 'data-question-verified', row.id, { name: row.name, verified });
    return toSaved(row, account);
  });

  const remove = { schema: { tags, summary: '删除保存的问题', params, response: { 204: z.null() } } };
  app.delete('/data-questions/saved/:id', remove, async (request, reply) => {
    const account = await guard.require(request, 'cadre', 'operator');
    const row = await savedQuestions.remove(request.params.id, account);
    await accounts.audit(account.name, 'data-question-removed', row.id, { name: row.name, plan: row.plan });
    return reply.code(204).send(null);
  });
};

function toSaved(row: SavedQuestionRow, account: AccountRow): SavedQuestion {
  return {
    id: row.id,
    name: row.name,
    question: row.question,
    by: row.created_by,
    unit: row.unit,
    district: row.district,
    savedAt: row.created_at.toISOString(),
    verifiedBy: row.verified_by,
    verifiedAt: row.verified_at?.toISOString() ?? null,
    mayRemove: mayRemove(row, account),
    mayVerify: keepsPlatform(account.role),
  };
}
