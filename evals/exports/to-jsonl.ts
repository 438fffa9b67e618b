import type { CaseRecord } from '../runs/run.ts';
import { toExportedCase } from './exported-case.ts';

/** One case a line: its id and, where they exist, question, answer, contexts and ground_truth. */
export function toJsonl(cases: readonly CaseRecord[]): string {
  return cases.map((one) => `${JSON.stringify({ id: one.caseId, ...toExportedCase(one) })}\n`).join('');
}
