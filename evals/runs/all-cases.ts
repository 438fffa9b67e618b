import type { CaseRecord } from './run.ts';
import type { RunStore } from './run-store.ts';

/** All cases of a run in the order of their ids, read page by page. */
export async function allCases(runs: Pick<RunStore, 'cases'>, runId: string, pageSize = 500): Promise<CaseRecord[]> {
  const cases: CaseRecord[] = [];
  for (let page = 1; ; page += 1) {
    const { items, total } = await runs.cases(runId, { page, pageSize });
    cases.push(...items);
    if (items.length === 0 || cases.length >= total) return cases;
  }
}
