import type { Kysely } from 'kysely';
import { type EscalationPercent, nextEscalation } from './clock/escalations.ts';
import { decideMove } from './decide-move.ts';
import { applyEvent, type TicketState } from './fold-ticket.ts';
import { lockTickets } from './merge-tickets.ts';
import type { MoveRules } from './move-order.ts';
import type { NewEvent } from './ticket-event.ts';
import { canMove } from './ticket-moves.ts';
import type { TicketTables } from './ticket-tables.ts';
import { readState, writeEvents } from './write-events.ts';

export interface Escalation {
  percentUsed: EscalationPercent;
  /** Who is told: the unit, then the centre above it, then the city's. */
  toldTo: string;
}

export async function findEscalating(db: Kysely<TicketTables>, at: Date, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('ticket')
    .select('number')
    .where('next_escalation_at', '<=', at)
    .orderBy('next_escalation_at')
    .limit(limit)
    .execute();
  return rows.map(({ number }) => number);
}

interface EscalatingNeeds extends MoveRules {
  db: Kysely<TicketTables>;
}

/** A desk that was away for long tells of every share that passed meanwhile, in one go. */
export function escalateTicket(number: string, at: Date, needs: EscalatingNeeds): Promise<Escalation[]> {
  const { isWorkday } = needs;
  return needs.db.transaction().execute(async (trx) => {
    await lockTickets(trx, number, undefined);
    const state = await readState(trx, number);
    const events = dueEvents(state, { number, at }, needs);
    // Without events the row is brought up to date all the same, so that it is not found again for nothing.
    await writeEvents(trx, number, state, events, { actor: 'system', at, isWorkday });
    return events.flatMap(({ kind, payload }) => (kind === 'escalated' ? [payload as Escalation] : []));
  });
}

function dueEvents(before: TicketState, { number, at }: { number: string; at: Date }, rules: MoveRules): NewEvent[] {
  const order = { number, at, move: 'escalate', version: before.version, actor: 'system', mover: 'system' } as const;
  const events: NewEvent[] = [];
  let state = before;
  while (canMove(state.status, 'escalate', 'system') && isDue(state, at, rules)) {
    const [event] = decideMove(state, order, rules) as [NewEvent];
    events.push(event);
    state = applyEvent(state, { ...event, at, actor: 'system' });
  }
  return events;
}

function isDue(state: TicketState, at: Date, { isWorkday }: MoveRules): boolean {
  const next = nextEscalation(state, isWorkday);
  return next !== null && next.at <= at;
}

export async function findUnanswered(db: Kysely<TicketTables>, at: Date, limit: number) {
  return db
    .selectFrom('ticket')
    .select(['number', 'version'])
    .where('answer_due_at', '<=', at)
    .orderBy('answer_due_at')
    .limit(limit)
    .execute();
}
