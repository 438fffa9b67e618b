import type { TicketStatus } from './ticket.ts';

export const ticketMoves = ['accept', 'return', 'reassign', 'reply', 'close'] as const;
export type TicketMove = (typeof ticketMoves)[number];

/** Who may make moves: the owning unit, or the desk that watches over all units. */
export type Mover = 'unit' | 'desk';

interface MoveRule {
  label: string;
  from: readonly TicketStatus[];
  to: TicketStatus;
  by: readonly Mover[];
  /** What must come with the move, beside the ticket's version. */
  needs: readonly ('reason' | 'text' | 'unit')[];
}

/** The life of a ticket, as data: any move that is not here is refused. */
export const moveRules: Record<TicketMove, MoveRule> = {
  accept: { label: '签收', from: ['assigned'], to: 'accepted', by: ['unit'], needs: [] },
  return: { label: '退回', from: ['assigned', 'accepted'], to: 'returned', by: ['unit'], needs: ['reason'] },
  reassign: { label: '改派', from: ['triage', 'returned', 'assigned'], to: 'assigned', by: ['desk'], needs: ['unit', 'reason'] },
  reply: { label: '答复', from: ['accepted'], to: 'replied', by: ['unit'], needs: ['text'] },
  close: { label: '办结', from: ['replied'], to: 'closed', by: ['unit', 'desk'], needs: [] },
}; // biome-ignore format: one move a line

export function movesFrom(status: TicketStatus, mover: Mover): { name: TicketMove; label: string }[] {
  return ticketMoves
    .filter((move) => moveRules[move].from.includes(status) && moveRules[move].by.includes(mover))
    .map((name) => ({ name, label: moveRules[name].label }));
}
