import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { DataSetStore } from '../evaluation/data-set-store.ts';
import { judgeReview, makeRegressionCase } from '../evaluation/judge-review.ts';
import type { ReviewRow, ReviewStore } from '../evaluation/review-store.ts';
import { supportIn } from '../evaluation/sentence-support.ts';
import { RequestError } from './error-handler.ts';
import {
  byId,
  Correction,
  ReviewDetail,
  ReviewList,
  ReviewQuery,
  type ReviewSummary,
  VerdictBody,
} from './eval-schemas.ts';
import type { SessionGuard } from './session-guard.ts';

interface Needs {
  reviews: ReviewStore;
  dataSets: DataSetStore;
  guard: SessionGuard;
  now: () => Date;
}

const tags = ['reviews'];

/** The review queue: a reviewer takes an item, judges it by the rubric, and may make a regression case of it. */
export const reviewRoutes: FastifyPluginAsyncZod<Needs> = async (app, { reviews, dataSets, guard, now }) => {
  const list = { schema: { tags, summary: '待审队列', querystring: ReviewQuery, response: { 200: ReviewList } } };
  app.get('/reviews', list, async (request) => {
    await guard.require(request, 'operator');
    const [{ items, total }, { reasons }] = await Promise.all([
      reviews.list({ ...request.query, pageSize: 50 }),
      reviews.openByReason(),
    ]);
    return { items: items.map((row) => toSummary(row, now())), total, reasons };
  });

  const one = { schema: { tags, summary: '一条待审内容', params: byId, response: { 200: ReviewDetail } } };
  app.get('/reviews/:id', one, async (request) => {
    await guard.require(request, 'operator');
    return detailOf(request.params.id);
  });

  const next = {
    schema: {
      tags,
      summary: '领取下一条',
      body: z.strictObject({ after: z.string().max(64).optional() }),
      response: { 200: z.object({ item: ReviewDetail.nullable() }) },
    },
  };
  app.post('/reviews/next', next, async (request) => {
    const { name } = await guard.require(request, 'operator');
    const item = await reviews.lockNext(name, request.body.after);
    return { item: item ? await detailOf(item.id) : null };
  });

  const lock = { schema: { tags, summary: '领取这一条', params: byId, response: { 200: ReviewDetail } } };
  app.post('/reviews/:id/lock', lock, async (request) => {
    const { name } = await guard.require(request, 'operator');
    await reviews.lock(request.params.id, name);
    return detailOf(request.params.id);
  });

  const release = { schema: { tags, summary: '放回队列', params: byId } };
  app.delete('/reviews/:id/lock', release, async (request, reply) => {
    const { name } = await guard.require(request, 'operator');
    await reviews.release(request.params.id, name);
    return reply.code(204).send();
  });

  const verdict = {
    schema: { tags, summary: '给出结论', params: byId, body: VerdictBody, response: { 200: ReviewDetail } },
  };
  app.post('/reviews/:id/verdict', verdict, async (request) => {
    const { name } = await guard.require(request, 'operator');
    const { makeCase, ...judgement } = request.body;
    await judgeReview({ reviews, dataSets }, { id: request.params.id, reviewer: name, judgement, makeCase, at: now() });
    return detailOf(request.params.id);
  });

  const make = {
    schema: { tags, summary: '生成回归用例', params: byId, body: Correction, response: { 200: ReviewDetail } },
  };
  app.post('/reviews/:id/case', make, async (request) => {
    const { name } = await guard.require(request, 'operator');
    const { id } = request.params;
    await makeRegressionCase({ reviews, dataSets }, { id, reviewer: name, correction: request.body, at: now() });
    return detailOf(id);
  });

  async function detailOf(id: string): Promise<ReviewDetail> {
    const row = await reviews.find(id);
    if (!row) throw new RequestError('review_not_found', '没有这条待审内容，可能已被清理；请回到队列。');
    return {
      ...toSummary(row, now()),
      content: row.content,
      sentences: row.content.reply ? supportIn(row.content.reply) : [],
      lockedUntil: row.locked_until?.toISOString() ?? null,
      judgement: row.judgement,
      madeCase: await dataSets.madeOf(id),
    };
  }
};

function toSummary(row: ReviewRow, at: Date): ReviewSummary {
  const isLocked = row.locked_until !== null && row.locked_until > at;
  return {
    id: row.id,
    status: row.status,
    reasons: row.reasons,
    channel: row.channel,
    outcome: row.outcome,
    question: row.content.question,
    seen: row.seen,
    createdAt: row.created_at.toISOString(),
    lockedBy: isLocked ? row.locked_by : null,
    verdict: row.judgement?.verdict ?? null,
    judgedBy: row.judged_by,
    judgedAt: row.judged_at?.toISOString() ?? null,
  };
}
