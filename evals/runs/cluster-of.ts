import { z } from 'zod';
import type { CaseRecord } from './run.ts';

const InDialogue = z.object({ dialogue: z.string().min(1) });

/** What a case hangs together with: its dialogue where the data set names one (`dialogue`), otherwise itself alone. */
export function clusterOf({ caseId, input }: Pick<CaseRecord, 'caseId' | 'input'>): string {
  const found = InDialogue.safeParse(input);
  return found.success ? `dialogue ${found.data.dialogue}` : `case ${caseId}`;
}
