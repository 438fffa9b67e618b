import type { Kysely } from 'kysely';
import { decideMove } from './decide-move.ts';
import type { TicketState } from './fold-ticket.ts';
import { joinLeadTicket, leaveLeadTicket, lockTickets } from './merge-tickets.ts';
import type { MoveOrder, MoveRules } from './move-order.ts';
import { TicketError } from './ticket-error.ts';
import type { NewEvent } from './ticket-event.ts';
import type { TicketTables } from './ticket-tables.ts';
import { readState, type TicketTransaction, writeEvents } from './write-events.ts';

export type { MoveOrder } from './move-order.ts';

export interface MovingNeeds extends MoveRules {
  db: Kysely<TicketTables>;
  /** Tells a newly named owner, in the transaction that names it. Of a filed ticket the record tells by itself (migration 033). */
  notifyOwner: (trx: TicketTransaction, ticketNumber: string) => Promise<void>;
  /** Owes the reporter word of an event (by its number in the ticket), in the transaction that writes it. */
  tellReporter: (trx: TicketTransaction, ticketNumber: string, sequence: number) => Promise<void>;
}

/** Makes one legal move and writes down what it made happen. @throws TicketError */
export async function moveTicket(order: MoveOrder, needs: MovingNeeds): Promise<void> {
  const sentBack = await needs.db.transaction().execute(async (trx) => {
    await lockTickets(trx, order.number, order.move === 'merge' ? order.into : undefined);
    const state = await readState(trx, order.number);
    if (state.version !== order.version) throw await conflictOf(trx, order, state);
    const events = decideMove(state, order, needs);
    await changeLeadTicket(trx, order, state, needs);
    const after = await writeEvents(trx, order.number, state, events, { ...order, isWorkday: needs.isWorkday });
    await oweWord(trx, order.number, state, events, needs);
    const [first] = events;
    return first?.kind === 'reply_sent_back' ? { ...first.payload, version: after.version } : null;
  });
  // Written down before it is refused: how often a unit replied emptily is part of the ticket's story.
  if (sentBack)
    throw new TicketError(
      'reply_incomplete',
      `答复没有发出，请补充：${sentBack.findings.map(({ text }) => text).join('')}`,
      {
        version: sentBack.version,
        findings: sentBack.findings,
      },
    );
}

async function changeLeadTicket(trx: TicketTransaction, order: MoveOrder, state: TicketState, needs: MovingNeeds) {
  if (order.move === 'merge') await joinLeadTicket(trx, order, state, needs);
  if (order.move === 'unmerge') await leaveLeadTicket(trx, order, state.mergedInto!, needs);
}

async function oweWord(
  trx: TicketTransaction,
  number: string,
  before: TicketState,
  events: readonly NewEvent[],
  { notifyOwner, tellReporter }: MovingNeeds,
): Promise<void> {
  for (const [index, { kind }] of events.entries()) {
    if (kind === 'reassigned' || kind === 'adjudicated' || kind === 'reopened' || kind === 'unmerged')
      await notifyOwner(trx, number);
    if (reporterHearsOf.has(kind)) await tellReporter(trx, number, before.version + 1 + index);
  }
}

/** What a citizen is told of without asking; what units and desk settle among themselves is none of it. */
const reporterHearsOf: ReadonlySet<NewEvent['kind']> = new Set([
  'accepted', 'paused', 'extended', 'replied', 'closed', 'merged', 'unmerged',
]); // biome-ignore format: a list

/** Says what happened since the version that the mover saw. */
async function conflictOf(trx: TicketTransaction, order: MoveOrder, { version, status }: TicketState) {
  const changed = await trx
    .selectFrom('ticket_event')
    .select(['sequence', 'kind', 'at', 'actor'])
    .where('ticket_number', '=', order.number)
    .where('sequence', '>', order.version)
    .orderBy('sequence')
    .execute();
  return new TicketError('version_conflict', '这张工单刚被别人处理过，请刷新后再操作。', { version, status, changed });
}
