import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { CaseHistory, RunPoint } from '../evaluation/case-history.ts';
import type { EvalRunner } from '../evaluation/eval-runner.ts';
import type { GateState } from '../evaluation/gate-state.ts';
import type { ReviewStore } from '../evaluation/review-store.ts';
import { EvalOverview } from './eval-schemas.ts';
import type { SessionGuard } from './session-guard.ts';

interface Needs {
  caseHistory: CaseHistory;
  gateState: GateState;
  runner: EvalRunner;
  reviews: ReviewStore;
  guard: SessionGuard;
}

/** What one looks at before a release: each suite's score over its runs, how it stands to its baseline, what waits for review. */
export const evalOverviewRoutes: FastifyPluginAsyncZod<Needs> = async (
  app,
  { caseHistory, gateState, runner, reviews, guard },
) => {
  const schema = { tags: ['evals'], summary: '评测总览', response: { 200: EvalOverview } };
  app.get('/evals/overview', { schema }, async (request) => {
    await guard.require(request, 'operator');
    const suites = await Promise.all(
      runner.suites.map(async ({ name, title, metrics, ownDataSets }) => {
        const points = await caseHistory.points(name, ownDataSets);
        const newest = points.at(-1);
        const gate = newest ? await gateState(newest.id) : null;
        return { name, title, metric: metrics[0] ?? 'right', points: points.map(toPoint), gate };
      }),
    );
    return { suites, queue: await reviews.openByReason() };
  });
};

const toPoint = ({ suite: _, startedAt, ...point }: RunPoint) => ({ ...point, startedAt: startedAt.toISOString() });
