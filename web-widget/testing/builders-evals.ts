import type {
  DataSetList,
  EvalCaseDetail,
  EvalOverview,
  QualityAnswer,
  ReviewDetail,
  ReviewSummary,
  RunCharts,
  RunComparisonAnswer,
  TurnList,
} from '../../channels/http/eval-schemas.ts';
import { citation } from './builders.ts';

const at = '2026-11-23T02:00:00Z';

function point(index: number, share: number): EvalOverview['suites'][number]['points'][number] {
  return {
    id: `run-${index}`, data: 'own', startedAt: `2026-11-${10 + index}T02:00:00Z`, commit: `${index}beaba7`, engine: 'built-in', n: 120,
    errors: 0, metrics: { macroF1: share - 0.05 }, right: { share, judged: 120, low: share - 0.06, high: share + 0.05 },
  }; // biome-ignore format: one point, one glance
}

export function overview(): EvalOverview {
  const baseline = { blessedAt: at, reason: '首次发布', commit: '0beaba7' };
  return {
    suites: [
      {
        name: 'classification', title: '诉求分类', metric: 'macroF1', points: [point(0, 0.78), point(2, 0.81), point(1, 0.84)],
        gate: { verdict: 'fail', reasons: ['kind=complaint 的 right 低了 4.0 个百分点，超出容许的 2.0。'], caveats: [], baseline },
      },
      { name: 'safety', title: '安全', metric: 'blockRate', points: [], gate: null },
    ],
    queue: { total: 3, reasons: { thumb_down: 2, random_sample: 1 } },
  }; // biome-ignore format: one overview, one glance
}

export function runCharts(): RunCharts {
  return {
    histograms: [
      { score: 'inTop2', counts: [9, 0, 0, 0, 0, 0, 0, 0, 0, 110], low: 0, high: 1, unjudged: 1 },
      { score: 'right', counts: [19, 0, 0, 0, 0, 0, 0, 0, 0, 100], low: 0, high: 1, unjudged: 1 },
    ],
    riskCoverage: Array.from({ length: 20 }, (_, index) => ({
      coverage: (index + 1) / 20,
      risk: Math.round(1.6 * index ** 2) / 4000,
      confidence: 1 - index / 25,
    })),
  };
}

export function caseDetail(fields: Partial<EvalCaseDetail> = {}): EvalCaseDetail {
  const quoted = citation('承诺 3 个工作日办结。');
  return {
    runId: 'run-1', suite: 'answers', data: 'answers', caseId: 'c-7', error: null, elapsedMs: 3.2,
    input: { messages: ['我想开面馆', '好久办得下来'], expect: { mustSay: [['3个工作日']] } },
    output: { reply: { outcome: 'answered', text: '承诺 3 个工作日办结，费用 20 元。' } },
    scores: { right: 0, factsPresent: 1, unsupportedSentences: 1 },
    passages: [
      { id: 'matter/noodle-shop@2025-01-01#limits.1', title: '开办小面馆', relevant: null },
      { id: 'matter/id-card@2025-01-01#fees.1', title: null, relevant: null },
    ],
    sentences: [
      { text: '承诺 3 个工作日办结。', supported: true, citations: [quoted] },
      { text: '费用 20 元。', supported: false, citations: [] },
    ],
    history: [
      { runId: 'run-1', data: 'answers', startedAt: at, commit: '0beaba7', scores: { right: 0, factsPresent: 1 }, error: null },
      { runId: 'run-0', data: 'answers', startedAt: '2026-11-22T02:00:00Z', commit: null, scores: { right: 1, factsPresent: 1 }, error: null },
    ],
    ...fields,
  }; // biome-ignore format: one case, one glance
}

export function comparison(): RunComparisonAnswer {
  const run = (id: string, n: number) => ({
    id, n, data: 'own', errors: 0, metrics: {}, commit: '0beaba7', dirty: false, engine: 'built-in', startedAt: at,
  }); // biome-ignore format: one run, one glance
  const change = { n: 118, test: 'mcnemar', smallestDetectable: 0.061 };
  return {
    suite: 'classification', baseline: run('run-0', 118), candidate: run('run-1', 120), compared: 118,
    caveats: ['两次评测的数据集内容不同，只比较编号相同的用例。'],
    onlyInBaseline: [], onlyInCandidate: ['c-119', 'c-120'], newlyBroken: [], newlyWhole: [],
    changes: [
      { ...change, score: 'inTop2', baseline: 0.9, candidate: 0.91, delta: 0.01, interval: { low: -0.02, high: 0.04 }, p: 0.62, adjustedP: 0.62, significant: false, better: ['c-9'], worse: [] },
      { ...change, score: 'right', baseline: 0.86, candidate: 0.78, delta: -0.08, interval: { low: -0.13, high: -0.03 }, p: 0.002, adjustedP: 0.004, significant: true, better: ['c-9'], worse: ['c-7', 'c-8', 'c-11'] },
    ],
  }; // biome-ignore format: one comparison, one glance
}

export function reviewDetail(fields: Partial<ReviewDetail> = {}): ReviewDetail {
  const quoted = citation('承诺 3 个工作日办结。');
  const question = fields.question ?? '开面馆要好久才批得下来';
  const sentences = [{ text: '承诺 3 个工作日办结。', supported: true, citations: [quoted] }];
  return {
    id: 'item-1', status: 'open', reasons: ['thumb_down'], channel: 'web', outcome: 'answered', seen: 2, createdAt: at,
    lockedBy: null, lockedUntil: null, verdict: null, judgedBy: null, judgedAt: null, judgement: null, madeCase: null, sentences,
    content: {
      question, earlier: [{ said: '我想开面馆', outcome: 'answered', text: '可以一次办好。' }],
      reply: {
        outcome: 'answered', text: '承诺 3 个工作日办结。', sentences: [{ text: '承诺 3 个工作日办结。', citations: [0] }],
        citations: [quoted], matter: 'noodle-shop', category: null, owner: null,
      },
      route: { kind: 'matter', label: 'noodle-shop', confidence: 0.62 }, engine: 'built-in', fallback: null, passages: [],
      said: '太久了', ticket: null, evalCase: null,
    },
    ...fields,
    question,
  }; // biome-ignore format: one item, one glance
}

export function reviewSummary(item: ReviewDetail): ReviewSummary {
  const { content: _, sentences: _s, lockedUntil: _l, judgement: _j, madeCase: _m, ...summary } = item;
  return summary;
}

export function dataSets(): DataSetList {
  const version = { digest: '9f2c7a11d0aa', actor: 'operator-demo', at };
  return {
    items: [
      { suite: 'routing', title: '分流', name: 'routing', origin: 'own', cases: 216, splits: { test: 216 }, coverage: { 'kind=matter': 98, 'tag=dialect': 31 }, digest: 'aa01', versions: [] },
      {
        suite: 'routing', title: '分流', name: 'regression', origin: 'made', cases: 2, splits: { regression: 2 }, coverage: { 'kind=matter': 2 }, digest: '9f2c7a11d0aa',
        versions: [{ ...version, version: 2, cases: 2, note: '复核 item-9' }, { ...version, version: 1, cases: 1, note: '复核 item-8' }],
      },
    ],
  }; // biome-ignore format: two sets, one glance
}

export function quality(window: '24h' | '7d'): QualityAnswer {
  const group = (name: string, turns: number) => ({
    name, turns, outcomes: { answered: turns - 9, nothing_found: 6, ticket: 3 }, fallbacks: 2, p50Ms: 41, p95Ms: 188,
  }); // biome-ignore format: one group, one glance
  return {
    window,
    from: '2026-11-22T02:00:00Z',
    total: group('', 140),
    groups: {
      channel: [group('web', 120), group('hotline', 20)],
      engine: [group('built-in', 140)],
      matter: [group('newborn-birth', 40), group('noodle-shop', 31)],
    },
    timeline: Array.from({ length: 12 }, (_, index) => ({
      at: new Date(Date.UTC(2026, 10, 22, 8 + index)).toISOString(),
      turns: 6 + ((index * 5) % 11),
      unserved: index % 3,
    })),
    thumbs: { up: 14, down: 3 },
  };
}

export function turns(): TurnList {
  return {
    items: [
      { messageId: 'm1.a', at, channel: 'web', engine: 'built-in', outcome: 'nothing_found', matter: null, question: '月亮上可以办居住证吗，我电话［电话］', answer: '没有查到。', elapsedMs: 31 },
    ],
    total: 1,
  }; // biome-ignore format: one turn, one glance
}
