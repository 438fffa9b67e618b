import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { LiveQuality } from '../evaluation/live-quality.ts';
import { QualityAnswer, qualityWindowNames, TurnList, TurnQuery } from './eval-schemas.ts';
import type { SessionGuard } from './session-guard.ts';

interface Needs {
  liveQuality: LiveQuality;
  guard: SessionGuard;
}

const tags = ['quality'];

/** How the turns of the last day or week ended, and the turns behind each figure. */
export const qualityRoutes: FastifyPluginAsyncZod<Needs> = async (app, { liveQuality, guard }) => {
  const window = z.strictObject({ window: z.enum(qualityWindowNames).default('24h') });
  const counts = { schema: { tags, summary: '线上质量', querystring: window, response: { 200: QualityAnswer } } };
  app.get('/quality', counts, async (request) => {
    await guard.require(request, 'operator');
    const { from, timeline, ...quality } = await liveQuality.count(request.query.window);
    return {
      ...quality,
      window: request.query.window,
      from: from.toISOString(),
      timeline: timeline.map(({ at, ...counted }) => ({ ...counted, at: at.toISOString() })),
    };
  });

  const turns = {
    schema: { tags, summary: '线上的轮次（已脱敏）', querystring: TurnQuery, response: { 200: TurnList } },
  };
  app.get('/quality/turns', turns, async (request) => {
    await guard.require(request, 'operator');
    const { items, total } = await liveQuality.turns({ ...request.query, pageSize: 50 });
    return { items: items.map(({ at, ...turn }) => ({ ...turn, at: at.toISOString() })), total };
  });
};
