import type { SemanticModel } from '../../knowledge/index.ts';
import type { Sketch } from './sketch-question.ts';

export type DeclinedReason = 'not_data' | 'no_data' | 'write' | 'sensitive';

export interface Declined {
  outcome: 'declined';
  reason: DeclinedReason;
  text: string;
}

const stored = '(?:数据|记录|工单|诉求|投诉|表|库|字段|状态|办件|事件|告警)';

/** Requests to change what is stored. 「新增工单多少」 and 「更新时间」 are questions: such verbs count only as an order. */
const writes = new RegExp(
  [
    `(?:删除|删掉|删了|清空|作废|篡改|覆盖|改成|改为|修改).{0,12}${stored}`,
    `(?:帮我|请|给我|替我|麻烦|往|向).{0,6}(?:新增|添加|录入|插入|导入|更新)`,
    `(?:新增|添加|录入|插入|导入|更新)(?:一|几|这|那|下)`,
    '(?:把|将).{1,20}(?:删除|删掉|删了|清空|改成|改为|修改为|更新为|关闭|办结掉)',
    '(?:drop|truncate|alter|create)(?:table|view|schema|database)|deletefrom|insertinto|update\\S+set',
  ].join('|'),
);

const declined = (reason: DeclinedReason, text: string): Declined => ({ outcome: 'declined', reason, text });

/** What is not answered whatever the figures say: writing, and topics that are closed to questions in words. */
export function refuseQuestion({ folded, tokens }: Sketch, model: SemanticModel): Declined | null {
  if (writes.test(folded)) return declined('write', '数据问答只能查询，不能新增、修改或删除数据。');
  const closed = tokens.flatMap(({ terms }) => terms).find(({ kind }) => kind === 'sensitive');
  if (closed?.kind !== 'sensitive') return null;
  return declined(
    'sensitive',
    `「${closed.topic}」属于敏感内容，不能用提问方式查询。确有工作需要的，请按规定向${model.title}的数据管理部门提出书面申请；不涉及个人的汇总数可以直接问。`,
  );
}

/** A topic people ask for that the platform does not hold, when nothing else in the question is held. */
export function absentTopic({ tokens }: Sketch, model: SemanticModel): Declined | null {
  const absent = tokens.flatMap(({ terms }) => terms).find(({ kind }) => kind === 'absent');
  if (absent?.kind !== 'absent') return null;
  const held = model.subjects.map(({ label }) => label).join('、');
  return declined('no_data', `本平台没有「${absent.topic}」方面的数据。目前可以查：${held}。`);
}

export function notData(model: SemanticModel): Declined {
  const examples = model.subjects
    .map(({ samples }) => `「${samples[0]}」`)
    .slice(0, 3)
    .join('、');
  return declined('not_data', `这句话不像是在问数据。可以这样问：${examples}。`);
}
