import type { TicketStatus } from './ticket.ts';

/**
 * Who makes a move: the owning unit, a unit that helps it, the desk that watches over all units, the citizen who filed,
 * or the system itself (a time that ran out).
 */
export const movers = ['unit', 'co_unit', 'desk', 'citizen', 'system'] as const;
export type Mover = (typeof movers)[number];

/** What a move must bring along, beside the ticket's version. */
export const moveNeeds = [
  'unit', 'pauseCode', 'returnCode', 'clause', 'urgency', 'category', 'workingDays', 'into', 'verdicts', 'text', 'reason',
] as const; // biome-ignore format: a list
export type MoveNeed = (typeof moveNeeds)[number];

interface MoveRule {
  label: string;
  from: readonly TicketStatus[];
  by: readonly Mover[];
  needs: readonly MoveNeed[];
}

const withUnit = ['accepted', 'reopened'] as const;
const undecided = ['triage', 'returned', 'adjudication'] as const;
const ticking = ['triage', 'assigned', 'accepted', 'returned', 'adjudication', 'reopened'] as const;
const open = [...ticking, 'paused'] as const;

/** The life of a ticket, as data: any move that is not here is refused. */
export const moveRules = {
  accept: { label: '签收', from: ['assigned'], by: ['unit'], needs: [] },
  contact: { label: '记录联系', from: [...withUnit, 'paused'], by: ['unit'], needs: ['text'] },
  reply: { label: '答复', from: withUnit, by: ['unit'], needs: ['text'] },
  return: { label: '退回', from: ['assigned', 'accepted'], by: ['unit'], needs: ['returnCode', 'clause', 'reason'] },
  pause: { label: '暂停计时', from: withUnit, by: ['unit'], needs: ['pauseCode', 'reason'] },
  resume: { label: '恢复计时', from: ['paused'], by: ['unit', 'desk'], needs: [] },
  request_extension: { label: '申请延期', from: withUnit, by: ['unit'], needs: ['workingDays', 'reason'] },
  extend: { label: '同意延期', from: withUnit, by: ['desk'], needs: ['reason'] },
  refuse_extension: { label: '不同意延期', from: withUnit, by: ['desk'], needs: ['reason'] },
  reassign: { label: '改派', from: ['triage', 'returned', 'assigned'], by: ['desk'], needs: ['unit', 'reason'] },
  adjudicate: { label: '裁定', from: undecided, by: ['desk'], needs: ['unit', 'clause', 'reason'] },
  regrade: { label: '调整等级', from: open, by: ['desk'], needs: ['urgency', 'reason'] },
  recategorise: { label: '改正类别', from: open, by: ['desk'], needs: ['category', 'reason'] },
  approve_reply: { label: '放行答复', from: withUnit, by: ['desk'], needs: ['reason'] },
  ask: { label: '记录回访', from: ['replied'], by: ['desk', 'system'], needs: [] },
  judge: { label: '登记评价', from: ['replied', 'closed'], by: ['citizen', 'desk'], needs: ['verdicts'] },
  reopen: { label: '重新办理', from: ['replied', 'closed'], by: ['desk'], needs: ['reason'] },
  close: { label: '办结', from: [...undecided, 'replied'], by: ['desk'], needs: ['reason'] },
  close_unanswered: { label: '期满办结', from: ['replied'], by: ['system'], needs: [] },
  merge: { label: '并单', from: open, by: ['desk'], needs: ['into', 'reason'] },
  unmerge: { label: '撤销并单', from: ['merged'], by: ['desk'], needs: ['reason'] },
  escalate: { label: '提级', from: ticking, by: ['system'], needs: [] },
  note: { label: '备注', from: [...open, 'replied', 'merged'], by: ['unit', 'co_unit', 'desk'], needs: ['text'] },
} as const satisfies Record<string, MoveRule>; // biome-ignore format: one move a line

export type TicketMove = keyof typeof moveRules;
export const ticketMoves = Object.keys(moveRules) as TicketMove[];

export const ruleOf = (move: TicketMove): MoveRule => moveRules[move];

export function canMove(status: TicketStatus, move: TicketMove, mover: Mover): boolean {
  return ruleOf(move).from.includes(status) && ruleOf(move).by.includes(mover);
}

export interface OfferedMove {
  name: TicketMove;
  label: string;
  /** What a form must ask for. */
  needs: MoveNeed[];
}

export function movesFrom(status: TicketStatus, mover: Mover): OfferedMove[] {
  return ticketMoves
    .filter((move) => canMove(status, move, mover))
    .map((name) => ({ name, label: ruleOf(name).label, needs: [...ruleOf(name).needs] }));
}
