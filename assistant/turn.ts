import type { DataQuery } from './data-query/data-query.ts';
import type { PlanChange } from './data-query/plan-change.ts';
import type { DialogueState } from './dialogue-state.ts';

/** Who asks a data question, and what they may see. */
export interface Cadre {
  account: string;
  /** Null sees the whole city. */
  district: string | null;
}

/** One message of a citizen (or a cadre), with all that the assistant may know about it. */
export interface Turn {
  conversationId: string;
  /** Identifies the message for ever: whatever it causes is done once per id. */
  messageId: string;
  /** As it was typed or spoken. */
  text: string;
  channel: 'web' | 'hotline' | 'console' | 'cli' | 'api';
  /** The moment that 「上个月」 and deadlines are counted from. */
  at: Date;
  dialogue: DialogueState;
  /** Present when a logged-in cadre asks; without it data questions are not answered. */
  cadre?: Cadre;
  /** A correction of the figures shown last, in place of a question in words; `text` then only says it for people. */
  planChange?: PlanChange;
  /** A plan that was kept and is run again, in place of a question in words. */
  dataPlan?: DataQuery;
  /** A person has the conversation: only danger is answered, everything else is theirs. */
  withPerson?: boolean;
  signal?: AbortSignal;
}
