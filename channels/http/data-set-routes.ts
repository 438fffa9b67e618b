import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { AccountStore } from '../accounts/account-store.ts';
import type { DataSetLine, DataSetStore } from '../evaluation/data-set-store.ts';
import type { EvalRunner } from '../evaluation/eval-runner.ts';
import { listDataSets } from '../evaluation/list-data-sets.ts';
import { readImport } from '../evaluation/read-import.ts';
import { RequestError } from './error-handler.ts';
import { DataSetCases, DataSetList, type DataSetSummary, ImportAnswer, ImportBody } from './eval-schemas.ts';
import type { SessionGuard } from './session-guard.ts';

interface Needs {
  runner: EvalRunner;
  dataSets: DataSetStore;
  accounts: AccountStore;
  guard: SessionGuard;
  now: () => Date;
}

const tags = ['evals'];
const named = z.object({ suite: z.string().max(40), name: z.string().max(80) });
const atVersion = z.strictObject({ version: z.coerce.number().int().positive().optional() });
/** A file of five thousand lines; every other request is held to the server's own limit. */
const importBytes = 5_000_000;

/** Data sets: the product's own, what reviews have added, what was imported. */
export const dataSetRoutes: FastifyPluginAsyncZod<Needs> = async (app, { runner, dataSets, accounts, guard, now }) => {
  const list = { schema: { tags, summary: '数据集', response: { 200: DataSetList } } };
  app.get('/evals/data-sets', list, async (request) => {
    await guard.require(request, 'operator');
    const items = await listDataSets(runner.suites, dataSets);
    return { items: items.map(toSummary) };
  });

  const cases = {
    schema: { tags, summary: '数据集的用例', params: named, querystring: atVersion, response: { 200: DataSetCases } },
  };
  app.get('/evals/data-sets/:suite/:name', cases, async (request) => {
    await guard.require(request, 'operator');
    const lines = await linesOf(request.params, request.query.version);
    return { items: lines.map(({ reviewItemId, ...line }) => ({ ...line, reviewItemId: reviewItemId ?? null })) };
  });

  const download = { schema: { tags, summary: '导出数据集', params: named, querystring: atVersion } };
  app.get('/evals/data-sets/:suite/:name/export', download, async (request, reply) => {
    await guard.require(request, 'operator');
    const { suite, name } = request.params;
    const lines = await linesOf(request.params, request.query.version);
    return reply
      .header('content-disposition', `attachment; filename="${encodeURIComponent(`${suite}-${name}`)}.jsonl"`)
      .type('application/x-ndjson; charset=utf-8')
      .send(lines.map(({ body, split }) => `${JSON.stringify({ ...body, split })}\n`).join(''));
  });

  const load = {
    bodyLimit: importBytes,
    schema: { tags, summary: '导入数据集', body: ImportBody, response: { 200: ImportAnswer } },
  };
  app.post('/evals/data-sets/import', load, async (request) => {
    const account = await guard.require(request, 'operator');
    const { suite: suiteName, name, apply, ...upload } = request.body;
    const suite = runner.suites.find((one) => one.name === suiteName);
    if (!suite) throw new RequestError('suite_unknown', '没有这个评测套件，请从列表中选择。');
    if (suite.name === 'retrieval' || suite.name === 'clusters')
      throw new RequestError(
        'import_invalid',
        `“${suite.title}”的数据由几个文件组成，请放进文件夹，用 yuwen evals run ${suite.name} --data 运行。`,
      );
    if (['own', 'regression', ...suite.ownDataSets].includes(name))
      throw new RequestError('import_invalid', `“${name}”是保留的名称，请换一个。`);
    const { columns, lines, errors } = await readImport(suite, upload);
    if (apply && errors.length > 0)
      throw new RequestError(
        'import_invalid',
        `第 ${errors[0]!.line} 行：${errors[0]!.message}。请先改好 ${errors.length} 处错误再导入，没有导入任何一行。`,
      );
    let version: number | null = null;
    if (apply) {
      version = await dataSets.add({
        suite: suite.name,
        dataSet: name,
        lines,
        note: '导入',
        actor: account.name,
        at: now(),
      });
      await accounts.audit(account.name, 'data-set-import', `${suite.name}/${name}`, { version, lines: lines.length });
    }
    return {
      columns,
      good: lines.length,
      errors: errors.slice(0, 200),
      sample: lines.slice(0, 5).map(({ body }) => body),
      version,
    };
  });

  async function linesOf({ suite, name }: z.infer<typeof named>, version?: number): Promise<DataSetLine[]> {
    const lines = await dataSets.cases(suite, name, version);
    if (lines.length === 0)
      throw new RequestError('data_set_unknown', '没有这个数据集或版本；自带的数据集在产品的 evals/datasets 里。');
    return lines;
  }
};

function toSummary({ versions, ...summary }: Awaited<ReturnType<typeof listDataSets>>[number]): DataSetSummary {
  return {
    ...summary,
    versions: versions.map(({ version, cases, digest, note, actor, at }) => ({
      version,
      cases,
      digest,
      note,
      actor,
      at: at.toISOString(),
    })),
  };
}
