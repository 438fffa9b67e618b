import type { EvalRunList } from '../../channels/http/api-types.ts';
import type { EvalRunDetail } from '../../channels/http/eval-schemas.ts';
import { evalRun } from './builders.ts';
import {
  caseDetail,
  comparison,
  dataSets,
  overview,
  quality,
  reviewDetail,
  reviewSummary,
  runCharts,
  turns,
} from './builders-evals.ts';
import type { Route } from './fake-api.ts';

/** The desk's answers to the pages around evals, as far as a page needs them to be looked at. */
export function fakeEvalRoutes(): Record<string, Route> {
  return { ...runRoutes(), ...reviewRoutes(), ...setRoutes() };
}

function runRoutes(): Record<string, Route> {
  const failed = {
    caseId: 'c-7',
    input: { text: '楼上漏水' },
    output: { label: '噪声' },
    scores: { right: 0 },
    error: null,
    elapsedMs: 3,
  };
  const runs = (): EvalRunList => ({
    items: [
      evalRun(),
      evalRun({ id: 'run-0', startedAt: '2026-11-22T01:00:00Z', n: 118 }),
      evalRun({ id: 'run-2', suite: 'routing', status: 'running', finishedAt: null }),
    ],
  });
  return {
    'GET /api/evals/overview': () => [200, overview()],
    'GET /api/evals/runs': ({ url }) => {
      const suite = url.searchParams.get('suite');
      return [200, { items: runs().items.filter((run) => suite === null || run.suite === suite) }];
    },
    'GET /api/evals/runs/*': ({ rest }): [number, EvalRunDetail] => [200, evalRun({ id: rest })],
    'GET /api/evals/runs/*/cases': () => [200, { items: [failed], total: 1 }],
    'GET /api/evals/runs/*/charts': () => [200, runCharts()],
    'GET /api/evals/runs/run-1/cases/*': ({ rest }) => [200, caseDetail({ caseId: rest })],
    'GET /api/evals/runs/run-0/cases/*': ({ rest }) => [
      200,
      caseDetail({ caseId: rest, runId: 'run-0', output: { proposed: [{ label: '物业', p: 0.8 }] } }),
    ],
    'POST /api/evals/runs/run-1/cases/*': () => [200, { id: 'item-1' }],
    'GET /api/evals/compare': () => [200, comparison()],
    'POST /api/evals/runs': () => [200, { id: 'run-3' }],
    'POST /api/evals/runs/*/cancel': ({ rest }) => [200, evalRun({ id: rest, status: 'failed' })],
    'GET /api/evals/suites': () => [
      200,
      {
        items: [
          { name: 'classification', title: '诉求分类', data: ['own'] },
          { name: 'routing', title: '分流', data: ['routing'] },
        ],
      },
    ],
  };
}

/** Three items, the second in another reviewer's hands; a judged one leaves the list. */
function reviewRoutes(): Record<string, Route> {
  const items = [
    reviewDetail({ id: 'item-1' }),
    reviewDetail({ id: 'item-2', question: '月亮上可以办居住证吗', lockedBy: 'li' }),
    reviewDetail({ id: 'item-3', question: '路灯坏了两个月没人管', reasons: ['random_sample'] }),
  ];
  const find = (id: string) => items.find((item) => item.id === id);
  const unknown: ReturnType<Route> = [404, { code: 'review_not_found', message: '没有这条待审内容。' }];
  return {
    'GET /api/reviews': ({ url }) => {
      const status = url.searchParams.get('status') ?? 'open';
      const found = items.filter((item) => item.status === status);
      return [
        200,
        { items: found.map(reviewSummary), total: found.length, reasons: { thumb_down: 2, random_sample: 1 } },
      ];
    },
    'GET /api/reviews/*': ({ rest }) => (find(rest) ? [200, find(rest)] : unknown),
    'POST /api/reviews/*/lock': ({ rest, account }) => {
      const item = find(rest);
      if (!item) return unknown;
      if (item.lockedBy && item.lockedBy !== account.name)
        return [409, { code: 'review_locked', message: '这一条正由别人审阅，请看下一条。' }];
      return [200, Object.assign(item, { lockedBy: account.name })];
    },
    'DELETE /api/reviews/*/lock': ({ rest }) => {
      Object.assign(find(rest) ?? {}, { lockedBy: null });
      return [204, null];
    },
    'POST /api/reviews/*/verdict': ({ rest, body, account }) => {
      const item = find(rest);
      if (!item) return unknown;
      const { makeCase, ...judgement } = body as { makeCase: boolean; verdict: 'wrong' };
      const madeCase = makeCase ? { suite: 'routing', caseId: 'regression-1', version: 1 } : null;
      const judged = {
        status: 'judged',
        verdict: judgement.verdict,
        judgedBy: account.name,
        judgedAt: '2026-11-23T03:00:00Z',
      };
      return [200, Object.assign(item, judged, { judgement, madeCase, lockedBy: null })];
    },
  };
}

function setRoutes(): Record<string, Route> {
  return {
    'GET /api/evals/data-sets': () => [200, dataSets()],
    'GET /api/evals/data-sets/routing/*': () => [
      200,
      {
        items: [
          { caseId: 'regression-1', split: 'regression', body: { text: '问', kind: 'matter' }, reviewItemId: 'item-9' },
        ],
      },
    ],
    'POST /api/evals/data-sets/import': ({ body }) => {
      const { apply, text } = body as { apply: boolean; text: string };
      const errors = text.includes('坏') ? [{ line: 3, message: 'kind: 不在可选的范围内' }] : [];
      return [
        200,
        {
          columns: ['q', 'k'],
          good: 2,
          errors,
          sample: [{ text: '上户口', kind: 'matter' }],
          version: apply ? 1 : null,
        },
      ];
    },
    'GET /api/quality': ({ url }) => [200, quality(url.searchParams.get('window') === '7d' ? '7d' : '24h')],
    'GET /api/quality/turns': () => [200, turns()],
  };
}
