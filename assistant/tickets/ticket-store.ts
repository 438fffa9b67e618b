import { type Escalation, escalateTicket, findEscalating, findUnanswered } from './escalate-tickets.ts';
import { type CategoryExample, type DispatchExample, ticketExamples } from './export-examples.ts';
import { type Filing, type FilingNeeds, fileTicket, hashOf } from './file-ticket.ts';
import {
  findByProgressSecret,
  findTicket,
  listTickets,
  type TicketEventRow,
  type TicketFilter,
  type TicketRow,
  type TicketScope,
} from './find-tickets.ts';
import type { TicketState } from './fold-ticket.ts';
import { type MoveOrder, moveTicket } from './move-ticket.ts';
import { type RatesWanted, type ThreeRates, threeRates } from './rates/three-rates.ts';
import type { TicketCard, TicketDraft } from './ticket.ts';

interface TicketWithEvents {
  ticket: TicketRow;
  events: TicketEventRow[];
  /** What the events add up to. */
  state: TicketState;
}

export interface TicketStore {
  file(draft: TicketDraft, filing: Filing): Promise<TicketCard>;
  list(filter: TicketFilter, scope: TicketScope): Promise<{ items: TicketRow[]; total: number }>;
  find(number: string, scope: TicketScope): Promise<TicketWithEvents | null>;
  findByProgressSecret(number: string, secret: string): Promise<TicketWithEvents | null>;
  /** Makes one legal move. `merge` and `unmerge` write to both tickets. @throws TicketError */
  move(order: MoveOrder): Promise<void>;
  /** Tickets of which a share of the time budget is used up by then that nobody was told of; at most `limit`. */
  findEscalating(at: Date, limit: number): Promise<string[]>;
  /** Brings up what is due by then of one ticket and says who is to be told, the earliest share first. */
  escalate(number: string, at: Date): Promise<Escalation[]>;
  /** Replied tickets whose reporter was asked and has not answered in time; at most `limit`. */
  findUnanswered(at: Date, limit: number): Promise<{ number: string; version: number }[]>;
  rates(wanted: RatesWanted, scope: TicketScope): Promise<ThreeRates[]>;
  /** What tickets teach: how complaints found their units, or categories that a person confirmed. Personal data masked. */
  examples(kind: 'dispatch' | 'category'): AsyncIterable<DispatchExample | CategoryExample>;
  /** Names of the responsibility table that come near. */
  unitsNear(name: string, district: string | null): string[];
}

export function createTicketStore(needs: FilingNeeds): TicketStore {
  const { db } = needs;
  return {
    file: (draft, filing) => fileTicket(draft, filing, needs),
    list: (filter, scope) => listTickets(filter, scope, db),
    find: (number, scope) => findTicket(number, scope, db),
    findByProgressSecret: (number, secret) => findByProgressSecret(number, hashOf(secret), db),
    move: (order) => moveTicket(order, needs),
    findEscalating: (at, limit) => findEscalating(db, at, limit),
    escalate: (number, at) => escalateTicket(number, at, needs),
    findUnanswered: (at, limit) => findUnanswered(db, at, limit),
    rates: (wanted, scope) => threeRates(wanted, scope, db),
    examples: (kind) => ticketExamples(kind, db),
    unitsNear: (name, district) => needs.units.nearest(name, district),
  };
}
