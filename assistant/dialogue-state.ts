import type { Facet } from '../knowledge/index.ts';
import type { DataQuery } from './data-query/data-query.ts';
import type { TicketDraft } from './tickets/ticket.ts';

/** What the desk remembers from turn to turn; everything it needs to understand 「那要多少钱」. */
export interface DialogueState {
  /** The matter last spoken of, with the situational questions already answered. */
  matter?: { id: string; answers: Record<string, string>; facets: Facet[]; timesAsked: number };
  /** The document last answered from, when it was no card. */
  document?: { title: string };
  /** A question put to the citizen whose answer is awaited. */
  asked?:
    | { kind: 'matter_branch'; question: string }
    | { kind: 'matter_choice'; ids: string[]; facets: Facet[] }
    | { kind: 'ticket_place' }
    | { kind: 'ticket_content' };
  /** A complaint that is not yet filed because something is missing. */
  ticketDraft?: TicketDraft;
  /** The plan of the figures shown last. */
  dataQuery?: DataQuery;
  /** The plans before it, the latest first: 「撤销」 goes back to them. */
  earlierDataQueries?: DataQuery[];
  /** What the rows shown last were named by, in their order: 「第二个呢」. */
  dataShown?: Record<string, string>[];
}

export const emptyDialogue: DialogueState = {};
