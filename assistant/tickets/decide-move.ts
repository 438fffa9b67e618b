import { nextEscalation, reportingLine } from './clock/escalations.ts';
import { timeLimitOf } from './clock/time-limits.ts';
import { answerDueAt } from './closure/answer-wait.ts';
import { checkTicketReply } from './closure/check-ticket-reply.ts';
import type { TicketState } from './fold-ticket.ts';
import { pauseReasons, returnReasons } from './move-codes.ts';
import type { MoveOrder, MoveRules } from './move-order.ts';
import { TicketError } from './ticket-error.ts';
import type { NewEvent } from './ticket-event.ts';
import { canMove, type MoveNeed, ruleOf, type TicketMove } from './ticket-moves.ts';

/** The most working days that one extension may add: as many again as the longest limit. */
const longestExtension = 15;

/**
 * What a move makes happen, as events; the ticket itself is not touched. The table decides who may do what when, the
 * deciders below what a single move asks beyond that.
 * @throws TicketError with a code for every way in which it cannot be done
 */
export function decideMove(state: TicketState, order: MoveOrder, rules: MoveRules): NewEvent[] {
  const { label } = ruleOf(order.move);
  if (!canMove(state.status, order.move, order.mover))
    throw new TicketError('move_not_allowed', `当前状态或您的身份不能${label}这张工单，请刷新后看可以做的操作。`);
  requireNeeds(order);
  return deciders[order.move](state, order, rules);
}

type Decider = (state: TicketState, order: MoveOrder, rules: MoveRules) => NewEvent[];

const deciders: Record<TicketMove, Decider> = {
  accept: () => [{ kind: 'accepted', payload: {} }],
  contact: (_, { text }) => [{ kind: 'contacted', payload: { text: text! } }],
  note: (_, { text }) => [{ kind: 'noted', payload: { text: text! } }],
  pause: (_, { pauseCode, reason }) => [{ kind: 'paused', payload: { code: pauseCode!, reason: reason! } }],
  resume: () => [{ kind: 'resumed', payload: {} }],
  return: decideReturn,
  reassign: (state, order, rules) => {
    const { unit, coUnits, reason } = withKnownUnits(state, order, rules);
    return [{ kind: 'reassigned', payload: { unit: unit!, coUnits, reason: reason!, from: state.ownerUnit } }];
  },
  adjudicate: (state, order, rules) => {
    const { unit, coUnits, clause, reason } = withKnownUnits(state, order, rules);
    const ruling = { unit: unit!, coUnits, clause: clause!, reason: reason!, from: state.ownerUnit };
    return [{ kind: 'adjudicated', payload: ruling }];
  },
  request_extension: decideExtensionRequest,
  extend: (state, { reason }) => [
    { kind: 'extended', payload: { workingDays: requestedDays(state), reason: reason! } },
  ],
  refuse_extension: (state, { reason }) => {
    requestedDays(state);
    return [{ kind: 'extension_refused', payload: { reason: reason! } }];
  },
  regrade: decideRegrade,
  recategorise: (_, { category, reason }, { categoryOf }) => {
    const ref = categoryOf(category!);
    if (!ref) throw new TicketError('category_unknown', `没有编码为 ${category} 的类别，请从类别表里选。`);
    return [{ kind: 'recategorised', payload: { category: ref, reason: reason! } }];
  },
  reply: decideReply,
  approve_reply: ({ sentBack }, { reason }) => {
    if (!sentBack) throw new TicketError('no_reply_to_approve', '没有被退回的答复可以放行，请先由承办单位答复。');
    const { text, answers } = sentBack;
    return [{ kind: 'replied', payload: { text, answers, approvedBecause: reason! } }];
  },
  ask: (_, { at, through = 'phone' }, { isWorkday }) => [
    {
      kind: 'asked',
      payload: {
        through: through === 'chat' ? 'chat' : 'phone',
        answerDueAt: answerDueAt(at, isWorkday).toISOString(),
      },
    },
  ],
  judge: decideJudgement,
  reopen: ({ items }, { reason }) => [
    { kind: 'reopened', payload: { items: items.map(({ id }) => id), reason: reason! } },
  ],
  close: (_, { reason }) => [{ kind: 'closed', payload: { because: 'desk', reason: reason! } }],
  close_unanswered: ({ asked }, { at }) => {
    if (!asked || asked.answerDueAt > at) throw new TicketError('not_due', '还在等诉求人回答，不能期满办结。');
    return [{ kind: 'closed', payload: { because: 'unanswered', reason: '已回访，诉求人在期限内没有回答' } }];
  },
  merge: (_, { into, reason }) => [{ kind: 'merged', payload: { into: into!, reason: reason! } }],
  unmerge: ({ mergedInto }, { reason }) => [{ kind: 'unmerged', payload: { from: mergedInto!, reason: reason! } }],
  escalate: decideEscalation,
};

const needNames: Record<MoveNeed, string> = {
  reason: '理由', text: '内容', unit: '承办单位', pauseCode: '暂停原因', returnCode: '退单原因', clause: '依据条款',
  urgency: '等级', category: '类别编码', workingDays: '延期工作日数', into: '并入的工单号', verdicts: '对每一项的评价',
}; // biome-ignore format: a small table

function requireNeeds(order: MoveOrder): void {
  const { label, needs } = ruleOf(order.move);
  const isLacking = (need: MoveNeed) => {
    const value = order[need];
    return value === undefined || (typeof value === 'string' && value.trim() === '') || isEmptyList(value);
  };
  const lacking = needs.filter(isLacking);
  if (lacking.length > 0) {
    const named = lacking.map((need) => needNames[need]).join('、');
    throw new TicketError('move_incomplete', `${label}需要填写${named}。`, { lacking });
  }
  requireCode(order.pauseCode, pauseReasons, '暂停原因');
  requireCode(order.returnCode, returnReasons, '退单原因');
}

const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0;

function requireCode(code: string | undefined, known: Record<string, string>, name: string): void {
  if (code === undefined || Object.hasOwn(known, code)) return;
  const listed = Object.entries(known).map(([code, text]) => `${code}（${text}）`);
  throw new TicketError('move_incomplete', `${name}只能是：${listed.join('、')}。`, { codes: Object.keys(known) });
}

function decideReturn({ ownerUnit, boundUnit }: TicketState, order: MoveOrder): NewEvent[] {
  if (boundUnit !== null && boundUnit === ownerUnit)
    throw new TicketError('ruling_binding', '这张工单已经裁定由本单位承办，不能再退回；有异议请联系热线派单台复核。');
  const { returnCode, clause, reason } = order;
  return [{ kind: 'returned', payload: { code: returnCode!, clause: clause!, reason: reason!, from: ownerUnit } }];
}

function withKnownUnits(state: TicketState, order: MoveOrder, { units }: MoveRules): MoveOrder {
  for (const unit of [order.unit!, ...(order.coUnits ?? [])]) {
    if (units.has(unit)) continue;
    const candidates = units.nearest(unit, state.district);
    const hint = candidates.length > 0 ? `是不是：${candidates.join('、')}？` : '请用职责表里的全称。';
    throw new TicketError('unit_unknown', `职责表里没有“${unit}”。${hint}`, { candidates });
  }
  return order;
}

function decideExtensionRequest({ extension, clock }: TicketState, order: MoveOrder): NewEvent[] {
  const workingDays = order.workingDays!;
  if (extension === 'granted') throw new TicketError('extension_spent', '一张工单只能延期一次，已经延过了。');
  if (!timeLimitOf(clock).mayBeExtended)
    throw new TicketError('extension_spent', `${clock.urgency} 级工单不能延期，请按时办理或联系热线派单台。`);
  if (!Number.isInteger(workingDays) || workingDays < 1 || workingDays > longestExtension)
    throw new TicketError('extension_too_long', `延期须为 1 到 ${longestExtension} 个工作日的整数。`);
  return [{ kind: 'extension_requested', payload: { workingDays, reason: order.reason! } }];
}

function requestedDays({ extension, requestedDays }: TicketState): number {
  if (extension === 'granted') throw new TicketError('extension_spent', '一张工单只能延期一次，已经延过了。');
  if (extension !== 'requested' || requestedDays === null)
    throw new TicketError('extension_not_asked', '承办单位没有申请延期。');
  return requestedDays;
}

function decideRegrade({ clock }: TicketState, { urgency, reason }: MoveOrder): NewEvent[] {
  if (urgency === 'U0')
    throw new TicketError('emergency_not_filed', '正在发生的险情不在工单里处理，请立即拨打 110、119 或 120。');
  if (urgency === clock.urgency) throw new TicketError('grade_unchanged', `这张工单已经是 ${urgency} 级。`);
  return [{ kind: 'regraded', payload: { urgency: urgency!, reason: reason! } }];
}

/** A reply that does not meet what was asked is written down and sent back; the caller is told what is missing. */
function decideReply({ items }: TicketState, { text, answers = [] }: MoveOrder): NewEvent[] {
  requireItems(items, answers);
  const findings = checkTicketReply({ text: text!, answers }, items);
  if (findings.length > 0) return [{ kind: 'reply_sent_back', payload: { text: text!, answers, findings } }];
  return [{ kind: 'replied', payload: { text: text!, answers } }];
}

/** What is not solved is opened again, that alone; when everything is solved, the ticket is done. */
function decideJudgement(state: TicketState, order: MoveOrder): NewEvent[] {
  const { verdicts = [], satisfaction = null, comment = null, through = 'phone' } = order;
  if (state.status === 'closed' && state.closedBecause !== 'unanswered')
    throw new TicketError('move_not_allowed', '这张工单已经办结；问题又出现的，请重新反映，会与这张工单关联。');
  requireItems(state.items, verdicts);
  const said = new Map(verdicts.map(({ item, verdict }) => [item, verdict]));
  const left = verdicts.filter(({ verdict }) => verdict !== 'solved').map(({ item }) => item);
  const judged: NewEvent = { kind: 'judged', payload: { verdicts, satisfaction, comment, through } };
  if (left.length > 0)
    return [judged, { kind: 'reopened', payload: { items: [...new Set(left)], reason: '诉求人认为没有全部解决' } }];
  const allSolved = state.items.every(({ id, state }) => (said.get(id) ?? state) === 'solved');
  if (!allSolved || state.status === 'closed') return [judged];
  return [judged, { kind: 'closed', payload: { because: 'solved', reason: '诉求人认为各项都已解决' } }];
}

function requireItems(items: TicketState['items'], named: readonly { item: number }[]): void {
  const unknown = named.find(({ item }) => !items.some(({ id }) => id === item));
  if (unknown) throw new TicketError('item_unknown', `这张工单没有第 ${unknown.item} 项诉求，共 ${items.length} 项。`);
}

function decideEscalation(state: TicketState, { at }: MoveOrder, { isWorkday }: MoveRules): NewEvent[] {
  const next = nextEscalation(state, isWorkday);
  if (!next || next.at > at) throw new TicketError('not_due', '还没有到提级的时候。');
  const { percentUsed } = next;
  return [{ kind: 'escalated', payload: { percentUsed, toldTo: reportingLine(state, percentUsed) } }];
}
