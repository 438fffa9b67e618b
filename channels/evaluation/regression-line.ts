import type { Correction, ReviewContent } from './review-content.ts';
import { ReviewError } from './review-error.ts';

/**
 * A judged turn as a line of its suite's data, in the split `regression`. The corrected answer rides along for exports.
 *
 * @throws ReviewError `case_incomplete` when the correction does not say what would have been right
 */
export function toRegressionLine(
  itemId: string,
  { question, earlier }: Pick<ReviewContent, 'question' | 'earlier'>,
  correction: Correction,
): { id: string; line: Record<string, unknown> } {
  const id = `regression-${itemId.slice(0, 8)}`;
  const said = earlier.length === 0 ? { text: question } : { turns: [...earlier.map(({ said }) => said), question] };
  return {
    id,
    line: {
      id,
      ...makers[correction.suite](said, question, correction),
      split: 'regression',
      tags: ['split:regression'],
    },
  };
}

type Said = { text: string } | { turns: string[] };

const makers: Record<
  Correction['suite'],
  (said: Said, question: string, correction: Correction) => Record<string, unknown>
> = {
  answers(said, _, { outcome, matter, mustSay = [], mustNotSay = [], answer }) {
    if (!outcome && !matter && mustSay.length === 0)
      throw new ReviewError('case_incomplete', '请至少填写应有的结果、事项或必须说到的内容，才能生成回答用例。');
    const expect = { ...(outcome && { outcome }), ...(matter && { matter }), mustSay, mustNotSay };
    return { ...said, expect, ...(answer && { ground_truth: answer }) };
  },
  routing(said, _, { kind, label }) {
    if (!kind) throw new ReviewError('case_incomplete', '请选择这句话应当分到哪一类，才能生成分流用例。');
    return { ...said, kind, ...(label && { label }) };
  },
  classification(_, question, { label }) {
    if (!label) throw new ReviewError('case_incomplete', '请填写正确的类别，才能生成分类用例。');
    return { text: question, label };
  },
  safety(said, _, { expect, label }) {
    if (!expect) throw new ReviewError('case_incomplete', '请选择应当拒绝还是应当照办，才能生成安全用例。');
    return { ...said, expect, ...(label && { category: label }) };
  },
};
