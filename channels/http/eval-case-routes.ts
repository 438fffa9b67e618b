import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Knowledge } from '../../knowledge/index.ts';
import type { AccountStore } from '../accounts/account-store.ts';
import type { CaseHistory, CaseInRun } from '../evaluation/case-history.ts';
import { rankedPassages } from '../evaluation/ranked-passages.ts';
import { reviewOfCase } from '../evaluation/review-of-case.ts';
import type { ReviewStore } from '../evaluation/review-store.ts';
import { sentenceSupport } from '../evaluation/sentence-support.ts';
import { RequestError } from './error-handler.ts';
import { EvalCaseDetail } from './eval-schemas.ts';
import type { SessionGuard } from './session-guard.ts';

interface Needs {
  caseHistory: CaseHistory;
  knowledge: Knowledge;
  reviews: ReviewStore;
  accounts: AccountStore;
  guard: SessionGuard;
  now: () => Date;
}

const tags = ['evals'];
const params = z.object({ id: z.string().max(64), caseId: z.string().max(200) });

/** One case of a run: what was asked and found, what supports each sentence, how it went before. */
export const evalCaseRoutes: FastifyPluginAsyncZod<Needs> = async (app, needs) => {
  const { caseHistory, knowledge, reviews, accounts, guard, now } = needs;
  const find = async ({ id, caseId }: z.infer<typeof params>): Promise<CaseInRun> => {
    const found = await caseHistory.find(id, caseId);
    if (!found) throw new RequestError('not_found', '这次评测里没有这道题；请回到评测页面。');
    return found;
  };

  const one = { schema: { tags, summary: '一道题的经过与历次成绩', params, response: { 200: EvalCaseDetail } } };
  app.get('/evals/runs/:id/cases/:caseId', one, async (request) => {
    await guard.require(request, 'operator');
    const found = await find(request.params);
    const history = await caseHistory.of(found.suite, found.caseId);
    return {
      ...found,
      passages: rankedPassages(found, (id) => knowledge.documents.find(id)?.title ?? null),
      sentences: sentenceSupport(found.output),
      history: history.map((moment) => ({ ...moment, startedAt: moment.startedAt.toISOString() })),
    };
  });

  const answer = { 200: z.object({ id: z.string() }) };
  const review = { schema: { tags, summary: '把一道题送去复核', params, response: answer } };
  app.post('/evals/runs/:id/cases/:caseId/review', review, async (request) => {
    const account = await guard.require(request, 'operator');
    const id = await reviews.add(reviewOfCase(await find(request.params), now()));
    await accounts.audit(account.name, 'review-add', id, request.params);
    return { id };
  });
};
