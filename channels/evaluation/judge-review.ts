import type { Transaction } from 'kysely';
import { type DataSetStore, regressionSet } from './data-set-store.ts';
import { toRegressionLine } from './regression-line.ts';
import type { Correction, Judgement } from './review-content.ts';
import { ReviewError } from './review-error.ts';
import type { ReviewRow, ReviewStore } from './review-store.ts';
import type { ReviewTables } from './review-tables.ts';

interface Needs {
  reviews: ReviewStore;
  dataSets: DataSetStore;
}

interface Verdict {
  id: string;
  reviewer: string;
  judgement: Judgement;
  /** Whether the turn becomes a regression case at once; the correction says what is right. */
  makeCase: boolean;
  at: Date;
}

/** Keeps a verdict and, when asked, the case made of it: both or neither. @throws ReviewError */
export function judgeReview(
  { reviews, dataSets }: Needs,
  { id, reviewer, judgement, makeCase, at }: Verdict,
): Promise<ReviewRow> {
  const { correction } = judgement;
  if (!makeCase) return reviews.judge(id, reviewer, judgement);
  if (!correction) throw new ReviewError('case_incomplete', '请先填写怎样才算对，才能生成回归用例。');
  return reviews.judge(id, reviewer, judgement, (trx, item) => addCase(dataSets, trx, item, correction, reviewer, at));
}

/** Makes a case of an item that was judged before; one that has its case gets a new version of it. @throws ReviewError */
export async function makeRegressionCase(
  { reviews, dataSets }: Needs,
  { id, reviewer, correction, at }: { id: string; reviewer: string; correction: Correction; at: Date },
): Promise<void> {
  const item = await reviews.find(id);
  if (!item) throw new ReviewError('review_not_found', '没有这条待审内容，可能已被清理；请回到队列。');
  await reviews.record(id, reviewer, 'review-case', async (trx) => ({
    suite: correction.suite,
    version: await addCase(dataSets, trx, item, correction, reviewer, at),
  }));
}

function addCase(
  dataSets: DataSetStore,
  trx: Transaction<ReviewTables>,
  item: ReviewRow,
  correction: Correction,
  actor: string,
  at: Date,
): Promise<number> {
  const { id, line } = toRegressionLine(item.id, item.content, correction);
  const one = { caseId: id, split: 'regression', body: line, reviewItemId: item.id } as const;
  return dataSets.addIn(trx, {
    suite: correction.suite,
    dataSet: regressionSet,
    lines: [one],
    note: `复核 ${item.id.slice(0, 8)}`,
    actor,
    at,
  });
}
