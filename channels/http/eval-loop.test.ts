import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDesk, type TestDesk } from '../testing/open-test-desk.ts';
import type {
  EvalCaseDetail,
  EvalOverview,
  EvalRunDetail,
  QualityAnswer,
  ReviewDetail,
  ReviewList,
  RunComparisonAnswer,
  TurnList,
} from './eval-schemas.ts';

let desk: TestDesk;
type Send = Awaited<ReturnType<TestDesk['as']>>;
let send: Send;
beforeAll(async () => {
  desk = await openTestDesk({ REVIEW_SAMPLE_SHARE: '0' });
  send = await desk.as('operator');
});
afterAll(() => desk.close());

async function get<T>(url: string, by: Send = send): Promise<T> {
  const { status, body } = await by('GET', url);
  expect([url, status]).toEqual([url, 200]);
  return body as T;
}
async function post<T>(url: string, body: object = {}): Promise<T> {
  const answer = await send('POST', url, body);
  expect([url, answer.status, answer.body]).toEqual([url, 200, expect.anything()]);
  return answer.body as T;
}

let next = 0;
async function say(text: string) {
  const { conversations, answering } = desk.desk.services;
  const { conversationId } = await conversations.begin('web', new Date());
  const { message } = await answering.take({ conversationId, clientMessageId: `m${next++}`, text });
  return { conversationId, answer: (await answering.answer(message.id))! };
}

async function finished(id: string): Promise<EvalRunDetail> {
  await expect
    .poll(async () => (await get<EvalRunDetail>(`/api/evals/runs/${id}`)).status, { timeout: 50_000 })
    .not.toBe('running');
  return get(`/api/evals/runs/${id}`);
}
const runOf = async (suite: string, data: string) =>
  (await post<{ id: string }>('/api/evals/runs', { suite, data })).id;
const casesUrl = (run: string, caseId: string) => `/api/evals/runs/${run}/cases/${encodeURIComponent(caseId)}`;

/** A small set of two routing cases, one of which cannot be met. */
const lines = [
  { id: 'met', text: '上户口要带什么材料', kind: 'matter', tags: ['t'] },
  { id: 'missed', text: '上户口要带什么材料', kind: 'chitchat' },
];
const upload = {
  suite: 'routing',
  name: 'small',
  format: 'jsonl',
  text: lines.map((line) => JSON.stringify(line)).join('\n'),
};

describe('the loop from a live turn to a regression case', () => {
  it('takes a thumb down into the queue, masked, and out of it with a verdict and a case', async () => {
    const { conversationId, answer } = await say('我电话13812345678，火星移民咋个办');
    await desk.desk.services.conversations.rate(conversationId, { messageId: answer.id, good: false }, new Date());
    const find = async () =>
      (await get<ReviewList>('/api/reviews')).items.find(
        ({ question, reasons }) => question.includes('火星') && reasons.includes('thumb_down'),
      );
    await expect.poll(find, { timeout: 20_000 }).toBeTruthy();
    const { id, question } = (await find())!;
    expect(question).not.toContain('13812345678');

    const untaken = await send('POST', `/api/reviews/${id}/verdict`, { verdict: 'right' });
    expect([untaken.status, untaken.body]).toMatchObject([409, { code: 'review_locked' }]);
    const { item } = await post<{ item: ReviewDetail }>('/api/reviews/next');
    expect(item).toMatchObject({ id, lockedBy: 'operator' });
    const other = await (await desk.as('admin'))('POST', `/api/reviews/${id}/lock`, {});
    expect([other.status, other.body]).toMatchObject([
      409,
      { code: 'review_locked', message: expect.stringContaining('operator') },
    ]);

    const verdict = { verdict: 'partly', faults: ['wording'], culprit: 'matter/none', makeCase: true };
    const unsaid = await send('POST', `/api/reviews/${id}/verdict`, verdict);
    expect([unsaid.status, unsaid.body]).toMatchObject([422, { code: 'case_incomplete' }]);
    expect((await get<ReviewDetail>(`/api/reviews/${id}`)).status).toBe('open');
    const correction = { suite: 'routing', kind: 'out_of_scope' };
    const judged = await post<ReviewDetail>(`/api/reviews/${id}/verdict`, { ...verdict, correction });
    expect(judged).toMatchObject({
      status: 'judged',
      judgedBy: 'operator',
      madeCase: { suite: 'routing', version: 1 },
    });
    const set = await get<{ items: object[] }>('/api/evals/data-sets/routing/regression');
    expect(set.items).toMatchObject([
      { split: 'regression', reviewItemId: id, body: { kind: 'out_of_scope', tags: ['split:regression'] } },
    ]);
    expect(JSON.stringify(set)).not.toContain('13812345678');
  });

  it('runs the new case alone or with the suite’s own, and compares the runs on what both have', async () => {
    const alone = await finished(await runOf('routing', 'regression'));
    expect([alone.n, Object.keys(alone.slices)]).toEqual([1, expect.arrayContaining(['split=regression'])]);

    const { items } = await get<ReviewList>('/api/reviews?status=judged');
    await post(`/api/reviews/${items[0]!.id}/case`, { suite: 'classification', label: '咨询' });
    const without = await finished(await runOf('classification', 'own'));
    const withIt = await finished(await runOf('classification', 'own+regression'));
    expect(withIt).toMatchObject({ data: 'own+regression', status: 'finished', n: without.n + 1 });
    const compared = await get<RunComparisonAnswer>(`/api/evals/compare?baseline=${without.id}&candidate=${withIt.id}`);
    expect([compared.compared, compared.onlyInCandidate.length]).toEqual([without.n, 1]);
    expect(compared.changes.find(({ score }) => score === 'right')).toMatchObject({
      delta: 0,
      p: 1,
      better: [],
      worse: [],
    });
  });
});

describe('a run started from the desk', () => {
  it('takes an imported set, shows a failed case and its history, and sends it to the queue once', async () => {
    expect(await post('/api/evals/data-sets/import', { ...upload, apply: true })).toMatchObject({
      good: 2,
      version: 1,
    });
    const first = await finished(await runOf('routing', 'small'));
    const second = await finished(await runOf('routing', 'small'));
    expect(second).toMatchObject({ n: 2, data: 'small', metrics: { kindAccuracy: 0.5 } });
    const found = await get<EvalCaseDetail>(casesUrl(second.id, 'missed'));
    expect(found.history.map(({ runId }) => runId)).toEqual([second.id, first.id]);
    const sent = await post<{ id: string }>(`${casesUrl(second.id, 'missed')}/review`);
    expect(await post(`${casesUrl(second.id, 'missed')}/review`)).toEqual(sent);
    const item = await get<ReviewDetail>(`/api/reviews/${sent.id}`);
    expect(item).toMatchObject({
      reasons: ['eval_case'],
      question: '上户口要带什么材料',
      content: { evalCase: { suite: 'routing', caseId: 'missed' } },
    });
    const charts = await get<{ riskCoverage: object[] }>(`/api/evals/runs/${second.id}/charts`);
    expect(charts.riskCoverage.at(-1)).toMatchObject({ coverage: 1, risk: 0.5 });
    const overview = await get<EvalOverview>('/api/evals/overview');
    expect(overview.suites.find(({ name }) => name === 'classification')?.points.at(-1)).toMatchObject({
      n: 48,
      right: { judged: 48, share: expect.any(Number), low: expect.any(Number), high: expect.any(Number) },
    });
    expect(overview.queue.total).toBeGreaterThan(0);
  });

  it('is one at a time, tells how far it is, and can be cancelled', async () => {
    const id = await runOf('routing', 'own');
    const busy = await send('POST', '/api/evals/runs', { suite: 'routing' });
    expect([busy.status, busy.body]).toMatchObject([409, { code: 'run_busy' }]);
    await expect
      .poll(async () => (await get<EvalRunDetail>(`/api/evals/runs/${id}`)).progress?.done)
      .toBeGreaterThan(0);
    const cancelled = await post<EvalRunDetail>(`/api/evals/runs/${id}/cancel`);
    expect(cancelled).toMatchObject({ status: 'failed', progress: null });
  });

  it('is refused for data that does not exist', async () => {
    const answer = await send('POST', '/api/evals/runs', { suite: 'routing', data: 'nothing' });
    expect([answer.status, answer.body]).toMatchObject([404, { code: 'data_set_unknown' }]);
  });
});

describe('an import', () => {
  it('names every broken line by its number, and keeps nothing of a broken file', async () => {
    const text = 'q,k\n上户口,matter\n修路灯,complaint\n"坏,了",wrong-kind\n少一格\n';
    const broken = {
      suite: 'routing',
      name: 'broken',
      format: 'csv',
      text,
      mapping: { id: 'q', text: 'q', kind: 'k' },
    };
    const preview = await post<{ errors: { line: number }[]; good: number }>('/api/evals/data-sets/import', broken);
    expect(preview).toMatchObject({ columns: ['q', 'k'], good: 2, version: null });
    expect(preview.errors.map(({ line }) => line)).toEqual([4, 5]);
    const applied = await send('POST', '/api/evals/data-sets/import', { ...broken, apply: true });
    expect([applied.status, applied.body]).toMatchObject([
      422,
      { code: 'import_invalid', message: expect.stringContaining('第 4 行') },
    ]);
    expect((await send('GET', '/api/evals/data-sets/routing/broken')).status).toBe(404);
  });
});

describe('live quality', () => {
  it('counts the turns by how they ended, and opens the masked turns behind a figure', async () => {
    await say('我叫王小明，电话13987654321，月球咋个落户');
    const quality = await get<QualityAnswer>('/api/quality?window=24h');
    const ended = Object.values(quality.total.outcomes).reduce((sum, count) => sum + count, 0);
    expect(quality.total.turns).toBe(ended);
    expect(quality.groups.channel).toMatchObject([{ name: 'web', turns: quality.total.turns }]);
    const turns = await get<TurnList>('/api/quality/turns?window=7d&channel=web');
    expect(turns.total).toBe(quality.total.turns);
    expect(turns.items.some(({ question }) => question.includes('月球'))).toBe(true);
    expect(JSON.stringify(turns)).not.toContain('13987654321');
    expect((await get<TurnList>('/api/quality/turns?channel=api')).total).toBe(0);
  });

  it('is for operators alone', async () => {
    const asHandler = await desk.as('handler');
    for (const url of [
      '/api/quality',
      '/api/quality/turns',
      '/api/reviews',
      '/api/evals/overview',
      '/api/evals/data-sets',
    ])
      expect([url, (await asHandler('GET', url)).status]).toEqual([url, 403]);
  });
});
