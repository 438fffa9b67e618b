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
import { type MoveOrder, moveTicket } from './move-ticket.ts';
import type { TicketCard, TicketDraft } from './ticket.ts';

interface TicketWithEvents {
  ticket: TicketRow;
  events: TicketEventRow[];
}

export interface TicketStore {
  file(draft: TicketDraft, filing: Filing): Promise<TicketCard>;
  list(filter: TicketFilter, scope: TicketScope): Promise<{ items: TicketRow[]; total: number }>;
  find(number: string, scope: TicketScope): Promise<TicketWithEvents | null>;
  findByProgressSecret(number: string, secret: string): Promise<TicketWithEvents | null>;
  move(order: MoveOrder): Promise<void>;
}

export function createTicketStore(needs: FilingNeeds): TicketStore {
  const { db } = needs;
  return {
    file: (draft, filing) => fileTicket(draft, filing, needs),
    list: (filter, scope) => listTickets(filter, scope, db),
    find: (number, scope) => findTicket(number, scope, db),
    findByProgressSecret: (number, secret) => findByProgressSecret(number, hashOf(secret), db),
    move: (order) => moveTicket(order, needs),
  };
}
