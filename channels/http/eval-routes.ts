import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { RunStore, StoredRun } from '../../evals/index.ts';
import type { AccountStore } from '../accounts/account-store.ts';
import type { EvalRunner } from '../evaluation/eval-runner.ts';
import { EvalCaseList, EvalRun, EvalRunList, EvalSuiteList } from './api-types.ts';
import { RequestError } from './error-handler.ts';
import type { SessionGuard } from './session-guard.ts';

interface Needs {
  runs: RunStore;
  runner: EvalRunner;
  accounts: AccountStore;
  guard: SessionGuard;
}

const byId = z.object({ id: z.string().max(64) });
const tags = ['evals'];

export const evalRoutes: FastifyPluginAsyncZod<Needs> = async (app, { runs, runner, accounts, guard }) => {
  const suites = { schema: { tags, summary: '评测套件', response: { 200: EvalSuiteList } } };
  app.get('/evals/suites', suites, async (request) => {
    await guard.require(request, 'operator');
    return { items: runner.suites.map(({ name, title, ownDataSets }) => ({ name, title, data: [...ownDataSets] })) };
  });

  const page = z.coerce.number().int().min(1).max(10_000).default(1);
  const listQuery = z.strictObject({ suite: z.string().max(40).optional(), page });
  const list = { schema: { tags, summary: '评测记录', querystring: listQuery, response: { 200: EvalRunList } } };
  app.get('/evals/runs', list, async (request) => {
    await guard.require(request, 'operator');
    const { suite, page } = request.query;
    const { items } = await runs.list({ ...(suite ? { suite } : {}), page, pageSize: 50 });
    return { items: items.map(toRun) };
  });

  const one = { schema: { tags, summary: '一次评测', params: byId, response: { 200: EvalRun } } };
  app.get('/evals/runs/:id', one, async (request) => {
    await guard.require(request, 'operator');
    const run = await runs.find(request.params.id);
    if (!run) throw new RequestError('not_found', '没有这次评测，可能已被清理；请回到评测列表。');
    return toRun(run);
  });

  const casesQuery = z.strictObject({ failed: z.stringbool().default(false), page });
  const cases = {
    schema: { tags, summary: '评测用例', params: byId, querystring: casesQuery, response: { 200: EvalCaseList } },
  };
  app.get('/evals/runs/:id/cases', cases, async (request) => {
    await guard.require(request, 'operator');
    return runs.cases(request.params.id, { ...request.query, pageSize: 50 });
  });

  const body = z.strictObject({ suite: z.string().max(40) });
  const start = { schema: { tags, summary: '开始评测', body, response: { 200: z.object({ id: z.string() }) } } };
  app.post('/evals/runs', start, async (request) => {
    const account = await guard.require(request, 'operator');
    const id = await runner.start(request.body.suite);
    if (id === null) throw new RequestError('suite_unknown', '没有这个评测套件，请从列表中选择。');
    await accounts.audit(account.name, 'eval-run', id, { suite: request.body.suite });
    return { id };
  });
};

function toRun({ startedAt, finishedAt, identity, ...run }: StoredRun): EvalRun {
  return {
    ...run,
    identity: { ...identity },
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}
