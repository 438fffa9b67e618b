import type { CategoryRef, Satisfaction, Urgency, Verdict } from './ticket.ts';
import type { Mover, TicketMove } from './ticket-moves.ts';
import type { IsWorkday } from './work-calendar.ts';

/** What somebody wants done with a ticket; each move takes the fields that its rule needs. */
export interface MoveOrder {
  number: string;
  move: TicketMove;
  /** The version the mover saw; another write in between is a conflict, not a loss. */
  version: number;
  actor: string;
  mover: Mover;
  at: Date;
  reason?: string | undefined;
  text?: string | undefined;
  unit?: string | undefined;
  coUnits?: string[] | undefined;
  pauseCode?: string | undefined;
  returnCode?: string | undefined;
  clause?: string | undefined;
  urgency?: Urgency | undefined;
  /** A level-2 code. */
  category?: string | undefined;
  workingDays?: number | undefined;
  /** The ticket that speaks for this one from now on. */
  into?: string | undefined;
  /** Answers to single items, beside the reply as a whole. */
  answers?: { item: number; text: string }[] | undefined;
  verdicts?: { item: number; verdict: Verdict }[] | undefined;
  satisfaction?: Satisfaction | null | undefined;
  comment?: string | null | undefined;
  through?: 'chat' | 'page' | 'phone' | undefined;
}

/** What deciding a move has to look up elsewhere. */
export interface MoveRules {
  isWorkday: IsWorkday;
  /** The category of a code, or null when the taxonomy has none such. */
  categoryOf: (code: string) => CategoryRef | null;
  /** Whether the responsibility table knows the unit, and which names come near. */
  units: UnitDirectory;
}

export interface UnitDirectory {
  has(unit: string): boolean;
  /** Names that the caller may have meant, the nearest first; units of the district before others. */
  nearest(unit: string, district: string | null): string[];
}
