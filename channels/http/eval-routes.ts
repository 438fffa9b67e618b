import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  allCases,
  compareKeptRuns,
  type KeptRun,
  type RunStore,
  type StoredRun,
  toBeirRun,
  toCsv,
  toHtml,
  toJsonl,
  toJunit,
  toPromptfoo,
} from '../../evals/index.ts';
import type { AccountStore } from '../accounts/account-store.ts';
import type { EvalRunner } from '../evaluation/eval-runner.ts';
import { riskCoverage, scoreHistograms } from '../evaluation/run-charts.ts';
import { EvalCaseList, EvalRunList, EvalSuiteList } from './api-types.ts';
import { RequestError } from './error-handler.ts';
import { byId, EvalRunDetail, page, RunCharts, RunComparisonAnswer, StartRun } from './eval-schemas.ts';
import type { SessionGuard } from './session-guard.ts';

interface Needs {
  runs: RunStore;
  runner: EvalRunner;
  accounts: AccountStore;
  guard: SessionGuard;
}

const tags = ['evals'];
const exportFormats = {
  csv: { type: 'text/csv', extension: 'csv', write: ({ cases }: KeptRun) => toCsv(cases) },
  jsonl: { type: 'application/x-ndjson', extension: 'jsonl', write: ({ cases }: KeptRun) => toJsonl(cases) },
  junit: { type: 'application/xml', extension: 'xml', write: ({ run, cases }: KeptRun) => toJunit(run, cases) },
  promptfoo: {
    type: 'application/yaml',
    extension: 'yaml',
    write: ({ run, cases }: KeptRun) => toPromptfoo(run.suite, cases),
  },
  beir: { type: 'text/plain', extension: 'txt', write: ({ cases }: KeptRun) => toBeirRun(cases) },
  html: { type: 'text/html', extension: 'html', write: ({ run, cases }: KeptRun) => toHtml(run, cases) },
};

export const evalRoutes: FastifyPluginAsyncZod<Needs> = async (app, { runs, runner, accounts, guard }) => {
  const find = async (id: string): Promise<StoredRun> => {
    const run = await runs.find(id);
    if (!run) throw new RequestError('not_found', '没有这次评测，可能已被清理；请回到评测列表。');
    return run;
  };
  const whole = async (id: string): Promise<KeptRun> => ({ run: await find(id), cases: await allCases(runs, id) });
  const toRun = ({ startedAt, finishedAt, identity, ...run }: StoredRun): EvalRunDetail => ({
    ...run,
    identity: { ...identity },
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
    progress: run.status === 'running' ? runner.progressOf(run.id) : null,
  });

  const suites = { schema: { tags, summary: '评测套件', response: { 200: EvalSuiteList } } };
  app.get('/evals/suites', suites, async (request) => {
    await guard.require(request, 'operator');
    return { items: runner.suites.map(({ name, title, ownDataSets }) => ({ name, title, data: [...ownDataSets] })) };
  });

  const listQuery = z.strictObject({ suite: z.string().max(40).optional(), page });
  const list = { schema: { tags, summary: '评测记录', querystring: listQuery, response: { 200: EvalRunList } } };
  app.get('/evals/runs', list, async (request) => {
    await guard.require(request, 'operator');
    const { suite, page } = request.query;
    const { items } = await runs.list({ ...(suite ? { suite } : {}), page, pageSize: 50 });
    return { items: items.map(toRun) };
  });

  const one = { schema: { tags, summary: '一次评测', params: byId, response: { 200: EvalRunDetail } } };
  app.get('/evals/runs/:id', one, async (request) => {
    await guard.require(request, 'operator');
    return toRun(await find(request.params.id));
  });

  const casesQuery = z.strictObject({ failed: z.stringbool().default(false), page });
  const cases = {
    schema: { tags, summary: '评测用例', params: byId, querystring: casesQuery, response: { 200: EvalCaseList } },
  };
  app.get('/evals/runs/:id/cases', cases, async (request) => {
    await guard.require(request, 'operator');
    return runs.cases(request.params.id, { ...request.query, pageSize: 50 });
  });

  const charts = { schema: { tags, summary: '得分分布与风险–覆盖率', params: byId, response: { 200: RunCharts } } };
  app.get('/evals/runs/:id/charts', charts, async (request) => {
    await guard.require(request, 'operator');
    const { cases } = await whole(request.params.id);
    return { histograms: scoreHistograms(cases), riskCoverage: riskCoverage(cases) };
  });

  const pair = z.strictObject({ baseline: z.string().max(64), candidate: z.string().max(64) });
  const compare = {
    schema: { tags, summary: '比较两次评测', querystring: pair, response: { 200: RunComparisonAnswer } },
  };
  app.get('/evals/compare', compare, async (request) => {
    await guard.require(request, 'operator');
    const { baseline, candidate } = request.query;
    return compareKeptRuns(await whole(baseline), await whole(candidate));
  });

  const format = z.strictObject({
    format: z.enum(['csv', 'jsonl', 'junit', 'promptfoo', 'beir', 'html']).default('csv'),
  });
  const download = { schema: { tags, summary: '导出评测', params: byId, querystring: format } };
  app.get('/evals/runs/:id/export', download, async (request, reply) => {
    await guard.require(request, 'operator');
    const kept = await whole(request.params.id);
    const { type, extension, write } = exportFormats[request.query.format];
    return reply
      .header('content-disposition', `attachment; filename="${kept.run.suite}-${kept.run.id}.${extension}"`)
      .type(`${type}; charset=utf-8`)
      .send(write(kept));
  });

  const start = {
    schema: { tags, summary: '开始评测', body: StartRun, response: { 200: z.object({ id: z.string() }) } },
  };
  app.post('/evals/runs', start, async (request) => {
    const account = await guard.require(request, 'operator');
    const { suite, data } = request.body;
    const id = await runner.start(suite, data);
    if (id === null) throw new RequestError('suite_unknown', '没有这个评测套件，请从列表中选择。');
    await accounts.audit(account.name, 'eval-run', id, { suite, data });
    return { id };
  });

  const cancel = { schema: { tags, summary: '取消评测', params: byId, response: { 200: EvalRunDetail } } };
  app.post('/evals/runs/:id/cancel', cancel, async (request) => {
    const account = await guard.require(request, 'operator');
    const { id } = request.params;
    if (await runner.cancel(id)) await accounts.audit(account.name, 'eval-cancel', id);
    return toRun(await find(id));
  });
};
