import { z } from 'zod';
import { Correction, faults, Judgement, ReviewContent, reviewReasons, verdicts } from '../evaluation/review-content.ts';
import { splits } from '../evaluation/review-tables.ts';
import { EvalCase, EvalRun } from './api-types.ts';

const moment = z.iso.datetime();
const interval = z.object({ low: z.number(), high: z.number() });
export const page = z.coerce.number().int().min(1).max(10_000).default(1);
export const byId = z.object({ id: z.string().max(64) });

export const EvalRunDetail = EvalRun.extend({
  /** Cases done and in all; null when the run is not under way. */
  progress: z.object({ done: z.int(), total: z.int() }).nullable().optional(),
});
export type EvalRunDetail = z.infer<typeof EvalRunDetail>;

export const StartRun = z.strictObject({ suite: z.string().max(40), data: z.string().max(80).default('own') });

export const RunCharts = z.object({
  histograms: z.array(
    z.object({ score: z.string(), counts: z.array(z.int()), low: z.number(), high: z.number(), unjudged: z.int() }),
  ),
  riskCoverage: z.array(z.object({ coverage: z.number(), risk: z.number(), confidence: z.number() })).nullable(),
});
export type RunCharts = z.infer<typeof RunCharts>;

const citation = z.object({
  docId: z.string(),
  title: z.string(),
  quote: z.string(),
  start: z.number(),
  end: z.number(),
});
export const SentenceSupport = z.object({
  text: z.string(),
  supported: z.boolean().nullable(),
  citations: z.array(citation),
});
export type SentenceSupport = z.infer<typeof SentenceSupport>;
const RankedPassage = z.object({ id: z.string(), title: z.string().nullable(), relevant: z.number().nullable() });

export const EvalCaseDetail = EvalCase.extend({
  runId: z.string(),
  suite: z.string(),
  data: z.string(),
  /** Best first. */
  passages: z.array(RankedPassage),
  sentences: z.array(SentenceSupport),
  history: z.array(
    z.object({
      runId: z.string(),
      data: z.string(),
      startedAt: moment,
      commit: z.string().nullable(),
      scores: z.record(z.string(), z.number().nullable()),
      error: z.string().nullable(),
    }),
  ),
});
export type EvalCaseDetail = z.infer<typeof EvalCaseDetail>;

const ComparedRun = z.object({
  id: z.string(),
  data: z.string(),
  n: z.int(),
  errors: z.int(),
  metrics: z.record(z.string(), z.number().nullable()),
  commit: z.string().nullable(),
  dirty: z.boolean().nullable(),
  engine: z.string(),
  startedAt: z.string(),
});
export const RunComparisonAnswer = z.object({
  suite: z.string(),
  baseline: ComparedRun,
  candidate: ComparedRun,
  caveats: z.array(z.string()),
  compared: z.int(),
  onlyInBaseline: z.array(z.string()),
  onlyInCandidate: z.array(z.string()),
  newlyBroken: z.array(z.string()),
  newlyWhole: z.array(z.string()),
  changes: z.array(
    z.object({
      score: z.string(),
      n: z.int(),
      baseline: z.number(),
      candidate: z.number(),
      delta: z.number(),
      interval,
      test: z.string(),
      p: z.number(),
      adjustedP: z.number(),
      significant: z.boolean(),
      smallestDetectable: z.number(),
      better: z.array(z.string()),
      worse: z.array(z.string()),
    }),
  ),
});
export type RunComparisonAnswer = z.infer<typeof RunComparisonAnswer>;

const RunPoint = z.object({
  id: z.string(),
  data: z.string(),
  startedAt: moment,
  commit: z.string().nullable(),
  engine: z.string(),
  n: z.int(),
  errors: z.int(),
  metrics: z.record(z.string(), z.number().nullable()),
  right: interval.extend({ share: z.number(), judged: z.int() }).nullable(),
});
export const gateVerdicts = ['pass', 'warn', 'fail'] as const;
const SuiteGateBrief = z.object({
  verdict: z.enum(gateVerdicts),
  reasons: z.array(z.string()),
  baseline: z.object({ blessedAt: z.string(), reason: z.string(), commit: z.string().nullable() }).nullable(),
  caveats: z.array(z.string()),
});
export const EvalOverview = z.object({
  suites: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      metric: z.string(),
      points: z.array(RunPoint),
      /** How the newest run stands against the blessed baseline; null where there is none. */
      gate: SuiteGateBrief.nullable(),
    }),
  ),
  queue: z.object({ total: z.int(), reasons: z.record(z.string(), z.int()) }),
});
export type EvalOverview = z.infer<typeof EvalOverview>;

export const ReviewSummary = z.object({
  id: z.string(),
  status: z.enum(['open', 'judged']),
  reasons: z.array(z.enum(reviewReasons)),
  channel: z.string(),
  outcome: z.string(),
  question: z.string(),
  seen: z.int(),
  createdAt: moment,
  /** Who holds it, while the lock runs. */
  lockedBy: z.string().nullable(),
  verdict: z.enum(verdicts).nullable(),
  judgedBy: z.string().nullable(),
  judgedAt: moment.nullable(),
});
export type ReviewSummary = z.infer<typeof ReviewSummary>;
export const ReviewList = z.object({
  items: z.array(ReviewSummary),
  total: z.int(),
  reasons: z.record(z.string(), z.int()),
});
export type ReviewList = z.infer<typeof ReviewList>;
export const ReviewDetail = ReviewSummary.extend({
  content: ReviewContent,
  sentences: z.array(SentenceSupport),
  lockedUntil: moment.nullable(),
  judgement: Judgement.nullable(),
  /** The regression case that was made of it. */
  madeCase: z.object({ suite: z.string(), caseId: z.string(), version: z.int() }).nullable(),
});
export type ReviewDetail = z.infer<typeof ReviewDetail>;
export const ReviewQuery = z.strictObject({
  status: z.enum(['open', 'judged']).default('open'),
  reason: z.enum(reviewReasons).optional(),
  page,
});
export const VerdictBody = Judgement.extend({ makeCase: z.boolean().default(false) });
export type VerdictBody = z.input<typeof VerdictBody>;
export { Correction, faults, verdicts };
export type ReviewCorrection = z.input<typeof Correction>;

export const qualityWindowNames = ['24h', '7d'] as const;
const Group = z.object({
  name: z.string(),
  turns: z.int(),
  outcomes: z.record(z.string(), z.int()),
  fallbacks: z.int(),
  p50Ms: z.number().nullable(),
  p95Ms: z.number().nullable(),
});
export const QualityAnswer = z.object({
  window: z.enum(qualityWindowNames),
  from: moment,
  total: Group,
  groups: z.object({ channel: z.array(Group), engine: z.array(Group), matter: z.array(Group) }),
  timeline: z.array(z.object({ at: moment, turns: z.int(), unserved: z.int() })),
  thumbs: z.object({ up: z.int(), down: z.int() }),
});
export type QualityAnswer = z.infer<typeof QualityAnswer>;
const word = z.string().max(100).optional();
export const TurnQuery = z.strictObject({
  window: z.enum(qualityWindowNames).default('24h'),
  outcome: word,
  channel: word,
  engine: word,
  matter: word,
  fallback: z.stringbool().optional(),
  page,
});
export const TurnList = z.object({
  items: z.array(
    z.object({
      messageId: z.string(),
      at: moment,
      channel: z.string(),
      engine: z.string(),
      outcome: z.string(),
      matter: z.string().nullable(),
      question: z.string(),
      answer: z.string(),
      elapsedMs: z.number().nullable(),
    }),
  ),
  total: z.int(),
});
export type TurnList = z.infer<typeof TurnList>;

const DataVersion = z.object({
  version: z.int(),
  cases: z.int(),
  digest: z.string(),
  note: z.string(),
  actor: z.string(),
  at: moment,
});
export const DataSetSummary = z.object({
  suite: z.string(),
  title: z.string(),
  name: z.string(),
  /** `own` comes with the product, `made` was made in it. */
  origin: z.enum(['own', 'made']),
  cases: z.int(),
  splits: z.record(z.string(), z.int()),
  /** `dimension=value` → cases. */
  coverage: z.record(z.string(), z.int()),
  digest: z.string(),
  versions: z.array(DataVersion),
});
export type DataSetSummary = z.infer<typeof DataSetSummary>;
export const DataSetList = z.object({ items: z.array(DataSetSummary) });
export type DataSetList = z.infer<typeof DataSetList>;
export const DataSetCases = z.object({
  items: z.array(
    z.object({
      caseId: z.string(),
      split: z.enum(splits),
      body: z.record(z.string(), z.unknown()),
      reviewItemId: z.string().nullable(),
    }),
  ),
});
export type DataSetCases = z.infer<typeof DataSetCases>;
export const ImportBody = z.strictObject({
  suite: z.string().max(40),
  /** Latin letters, digits, dots and dashes: it names a folder when the set is run. */
  name: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,39}$/u),
  format: z.enum(['csv', 'jsonl']),
  text: z.string().max(4_000_000),
  mapping: z.record(z.string().max(60), z.string().max(200)).default({}),
  split: z.enum(['train', 'dev', 'test']).default('test'),
  /** Only with this something is kept; without it the answer is a preview. */
  apply: z.boolean().default(false),
});
export type ImportBody = z.input<typeof ImportBody>;
export const ImportAnswer = z.object({
  columns: z.array(z.string()),
  good: z.int(),
  errors: z.array(z.object({ line: z.int(), message: z.string() })),
  sample: z.array(z.record(z.string(), z.unknown())),
  version: z.int().nullable(),
});
export type ImportAnswer = z.infer<typeof ImportAnswer>;
