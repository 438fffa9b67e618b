import { z } from 'zod';
import { roles } from '../accounts/account-tables.ts';

export * from './hotline-types.ts';
export * from './ticket-types.ts';

/** Every 4xx and 5xx has this shape: a stable code, and a sentence that says what to do. */
export const ApiError = z.object({
  code: z.string(),
  message: z.string(),
  /** For programs: what changed meanwhile, which names there are, what is missing. Each code says its own. */
  details: z.record(z.string(), z.unknown()).optional(),
});
export type ApiError = z.infer<typeof ApiError>;

export const Account = z.object({
  name: z.string(),
  displayName: z.string(),
  role: z.enum(roles),
  district: z.string().nullable(),
  unit: z.string().nullable(),
});
export type Account = z.infer<typeof Account>;
export const SessionBody = z.strictObject({ name: z.string().min(1).max(64), password: z.string().min(1).max(200) });
export const SessionAnswer = z.object({ account: Account });
export type SessionAnswer = z.infer<typeof SessionAnswer>;

export const DocumentAnswer = z.object({
  id: z.string(),
  title: z.string(),
  text: z.string(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  /** Where each page of the file begins in `text`, in order; empty where the document has no pages. */
  pages: z.array(z.object({ page: z.int().positive(), start: z.int().nonnegative() })),
});
export type DocumentAnswer = z.infer<typeof DocumentAnswer>;

const moment = z.iso.datetime();

const metricValues = z.record(z.string(), z.number().nullable());
export const EvalRun = z.object({
  id: z.string(),
  suite: z.string(),
  data: z.string(),
  status: z.enum(['running', 'finished', 'failed']),
  n: z.int(),
  errors: z.int(),
  metrics: metricValues,
  slices: z.record(z.string(), metricValues),
  identity: z.record(z.string(), z.unknown()),
  startedAt: moment,
  finishedAt: moment.nullable(),
});
export type EvalRun = z.infer<typeof EvalRun>;
export const EvalRunList = z.object({ items: z.array(EvalRun) });
export type EvalRunList = z.infer<typeof EvalRunList>;
export const EvalCase = z.object({
  caseId: z.string(),
  input: z.unknown(),
  output: z.unknown(),
  scores: metricValues,
  error: z.string().nullable(),
  elapsedMs: z.number(),
});
export const EvalCaseList = z.object({ items: z.array(EvalCase), total: z.int() });
export type EvalCaseList = z.infer<typeof EvalCaseList>;
export const EvalSuiteList = z.object({
  items: z.array(z.object({ name: z.string(), title: z.string(), data: z.array(z.string()) })),
});
export type EvalSuiteList = z.infer<typeof EvalSuiteList>;
