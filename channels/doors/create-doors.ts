import type { Kysely } from 'kysely';
import type { AssistantNeeds, TicketStore, TicketTables } from '../../assistant/index.ts';
import type { AccountStore } from '../accounts/account-store.ts';
import { createOpen311Tickets, type Open311Tickets } from '../open311/open311-tickets.ts';
import { type AssistantFor, createAssistantFor } from './assistant-for.ts';
import { createDoorFilings, type DoorFilings } from './door-filings.ts';
import type { DoorTables } from './door-tables.ts';
import { createFileForDoor, type FileForDoor } from './file-for-door.ts';

/** What the ways in for other systems share. */
export interface Doors {
  assistantFor: AssistantFor;
  filings: DoorFilings;
  file: FileForDoor;
  open311: Open311Tickets;
}

interface Needs {
  db: Kysely<TicketTables & DoorTables>;
  /** What is answered from at the moment of asking. */
  assistant: () => Omit<AssistantNeeds, 'fileTicket' | 'judgeTicket'>;
  tickets: Pick<TicketStore, 'file'>;
  accounts: Pick<AccountStore, 'audit'>;
  now: () => Date;
}

export function createDoors({ db, assistant, tickets, accounts, now }: Needs): Doors {
  const filings = createDoorFilings(db as unknown as Kysely<DoorTables>, now);
  return {
    assistantFor: createAssistantFor(assistant),
    filings,
    file: createFileForDoor({ filings, tickets, accounts, now }),
    open311: createOpen311Tickets(db),
  };
}
