import type { Kysely, Selectable, Transaction } from 'kysely';
import type { TicketStatus } from './ticket.ts';
import { TicketError } from './ticket-error.ts';
import { type Mover, moveRules, type TicketMove } from './ticket-moves.ts';
import type { TicketTable, TicketTables } from './ticket-tables.ts';

export interface MoveOrder {
  number: string;
  move: TicketMove;
  /** The version the mover saw; another write in between is a conflict, not a loss. */
  version: number;
  reason?: string | undefined;
  text?: string | undefined;
  unit?: string | undefined;
  actor: string;
  mover: Mover;
  at: Date;
}

export interface MovingNeeds {
  db: Kysely<TicketTables>;
  /** Owes a newly named owner a notification, in the transaction that names it. */
  notifyOwner: (trx: Transaction<TicketTables>, ticketNumber: string) => Promise<void>;
}

/** Makes one legal move and writes it down as an event. @throws TicketError */
export async function moveTicket(order: MoveOrder, { db, notifyOwner }: MovingNeeds): Promise<void> {
  const rule = moveRules[order.move];
  const lacking = rule.needs.find((need) => !order[need]?.trim());
  if (lacking)
    throw new TicketError(
      'move_incomplete',
      `${rule.label}需要填写${{ reason: '理由', text: '答复内容', unit: '承办单位' }[lacking]}。`,
    );
  await db.transaction().execute(async (trx) => {
    const ticket = await trx
      .selectFrom('ticket')
      .selectAll()
      .where('number', '=', order.number)
      .forUpdate()
      .executeTakeFirst();
    if (!ticket) throw new TicketError('ticket_not_found', `没有工单 ${order.number}。`);
    if (ticket.version !== order.version)
      throw new TicketError('version_conflict', '这张工单刚被别人处理过，请刷新后再操作。');
    if (!rule.from.includes(ticket.status) || !rule.by.includes(order.mover))
      throw new TicketError('move_not_allowed', `当前状态或您的身份不能${rule.label}这张工单。`);
    await trx
      .updateTable('ticket')
      .set(changeOf(ticket, order, rule.to))
      .where('number', '=', order.number)
      .execute();
    await trx
      .insertInto('ticket_event')
      .values(eventOf(ticket, order, rule.to))
      .execute();
    if (order.move === 'reassign') await notifyOwner(trx, order.number);
  });
}

function changeOf(
  { owner_unit, version }: Selectable<TicketTable>,
  { move, unit, at }: MoveOrder,
  status: TicketStatus,
) {
  // A returned ticket lies with the desk until it is assigned again; its clock runs on.
  const owner = move === 'reassign' ? unit! : move === 'return' ? null : owner_unit;
  return { status, owner_unit: owner, closed_at: status === 'closed' ? at : null, version: version + 1 };
}

function eventOf(
  ticket: Selectable<TicketTable>,
  { move, reason, text, unit, actor, at }: MoveOrder,
  status: TicketStatus,
) {
  const kinds = {
    accept: 'accepted',
    return: 'returned',
    reassign: 'reassigned',
    reply: 'replied',
    close: 'closed',
  } as const;
  const said = { reason, text, unit, from: ticket.owner_unit };
  const payload = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined && value !== null));
  return {
    ticket_number: ticket.number,
    sequence: ticket.version + 1,
    kind: kinds[move],
    at,
    actor,
    payload: JSON.stringify({ status, ...payload }),
  };
}
