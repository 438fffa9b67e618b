import type { TicketState } from './fold-ticket.ts';
import type { MoveOrder } from './move-order.ts';
import { TicketError } from './ticket-error.ts';
import type { IsWorkday } from './work-calendar.ts';
import { readState, type TicketTransaction, writeEvents } from './write-events.ts';

/** Locks a ticket, and the one it is or shall be merged into, always in the same order. @throws TicketError */
export async function lockTickets(trx: TicketTransaction, number: string, into: string | undefined): Promise<void> {
  const lead = into ?? (await mergedIntoOf(trx, number));
  const wanted = [...new Set([number, ...(lead ? [lead] : [])])];
  const found = await trx
    .selectFrom('ticket')
    .select('number')
    .where('number', 'in', wanted)
    .orderBy('number')
    .forUpdate()
    .execute();
  const missing = wanted.find((one) => !found.some((row) => row.number === one));
  if (missing) throw new TicketError('ticket_not_found', `没有工单 ${missing}。`);
}

async function mergedIntoOf(trx: TicketTransaction, number: string): Promise<string | null> {
  const row = await trx.selectFrom('ticket').select('merged_into').where('number', '=', number).executeTakeFirst();
  return row?.merged_into ?? null;
}

interface MergeNeeds {
  isWorkday: IsWorkday;
}

/** The ticket that speaks for the other from now on notes its member. Merging is one level deep, so that it can be undone. */
export async function joinLeadTicket(
  trx: TicketTransaction,
  { number, into, actor, at }: MoveOrder,
  member: TicketState,
  { isWorkday }: MergeNeeds,
): Promise<void> {
  if (into === number) throw new TicketError('merge_refused', '不能把工单并入它自己。');
  if (member.members.length > 0)
    throw new TicketError('merge_refused', '已有别的工单并入这一张，请先撤销那些并单，或反过来并。');
  const lead = await readState(trx, into!);
  if (lead.status === 'merged' || lead.status === 'closed')
    throw new TicketError(
      'merge_refused',
      `工单 ${into} 已${lead.status === 'closed' ? '办结' : '并入别的工单'}，不能再并入。`,
    );
  await writeEvents(trx, into!, lead, [{ kind: 'member_joined', payload: { number } }], { actor, at, isWorkday });
}

export async function leaveLeadTicket(
  trx: TicketTransaction,
  { number, actor, at }: MoveOrder,
  leadNumber: string,
  { isWorkday }: MergeNeeds,
): Promise<void> {
  const lead = await readState(trx, leadNumber);
  await writeEvents(trx, leadNumber, lead, [{ kind: 'member_left', payload: { number } }], { actor, at, isWorkday });
}
