import { z } from 'zod';
import type { ChatModel } from '../../assistant/index.ts';
import { EvalsError } from '../evals-error.ts';
import { toExportedCase } from '../exports/exported-case.ts';
import { withoutSecrets } from '../runs/kept-text.ts';
import type { CaseRecord } from '../runs/run.ts';
import type { Interval } from '../statistics/interval.ts';
import { wilsonInterval } from '../statistics/wilson-interval.ts';
import type { Progress } from '../suite.ts';
import { judgePrompt } from './judge-prompt.ts';

/** A judge picks one of these words; what they are worth is decided by code. */
export const verdicts = ['right', 'partly', 'wrong', 'cannot_tell'] as const;
export type Verdict = (typeof verdicts)[number];

const Judged = z.object({ why: z.string().max(500), verdict: z.enum(verdicts) });

export interface Judgement {
  caseId: string;
  /** Null when the model did not answer as asked; that is no verdict on the case. */
  verdict: Verdict | null;
  why: string;
}

/** What a model thinks of the answers of a run: beside the scores of code, in no metric and no gate of theirs. */
export interface JudgeReport {
  judge: string;
  /** Cases with an answer that could be shown to the judge. */
  n: number;
  judged: number;
  abstained: number;
  broken: number;
  /** Of those judged; `partly` is not right. */
  right: number | null;
  interval: Interval | null;
  judgements: Judgement[];
}

/** @throws EvalsError `run_cancelled` */
export async function judgeCases(
  cases: readonly CaseRecord[],
  model: Pick<ChatModel, 'name' | 'fill'>,
  { signal, onProgress }: { signal?: AbortSignal; onProgress?: (progress: Progress) => void } = {},
): Promise<JudgeReport> {
  const shown = cases.filter((one) => one.error === null && toExportedCase(one).answer !== undefined);
  const judgements: Judgement[] = [];
  for (const one of shown) {
    if (signal?.aborted) throw new EvalsError('run_cancelled', '评审已取消');
    judgements.push(await judge(one, model, signal));
    onProgress?.({ done: judgements.length, total: shown.length });
  }
  return reportOf(model.name, judgements);
}

async function judge(one: CaseRecord, model: Pick<ChatModel, 'fill'>, signal?: AbortSignal): Promise<Judgement> {
  try {
    const { verdict, why } = await model.fill(judgePrompt(toExportedCase(one)), Judged, signal ? { signal } : {});
    return { caseId: one.caseId, verdict, why };
  } catch (error) {
    if (signal?.aborted) throw new EvalsError('run_cancelled', '评审已取消', { cause: error });
    return { caseId: one.caseId, verdict: null, why: withoutSecrets((error as Error).message) };
  }
}

function reportOf(name: string, judgements: Judgement[]): JudgeReport {
  const count = (verdict: Verdict | null) => judgements.filter((one) => one.verdict === verdict).length;
  const [right, abstained, broken] = [count('right'), count('cannot_tell'), count(null)];
  const judged = judgements.length - abstained - broken;
  return {
    judge: name,
    n: judgements.length,
    judged,
    abstained,
    broken,
    right: judged === 0 ? null : right / judged,
    interval: wilsonInterval(right, judged),
    judgements,
  };
}
