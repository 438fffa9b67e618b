import type { ColumnType } from 'kysely';
import type { ConversationTables } from '../../assistant/index.ts';
import type { AccountTables } from '../accounts/account-tables.ts';

/**
 * - `citizen`: gave up waiting, or went back to the assistant
 * - `operator`: was done
 * - `nobody_came`: waited for ten minutes
 * - `operator_gone`: the operator's console has been silent for ten minutes
 */
export type EndedBy = 'citizen' | 'operator' | 'nobody_came' | 'operator_gone';

/** A citizen's wish for a person; at most one of a conversation is open. */
export interface HandOverTable {
  id: string;
  conversation_id: string;
  asked_at: ColumnType<Date, Date, never>;
  citizen_seen_at: Date;
  /** The operator's account; null while it waits. */
  taken_by: string | null;
  taken_at: Date | null;
  ended_at: Date | null;
  ended_by: EndedBy | null;
}

/** When an operator's console was last heard of, and whether they take chats. */
export interface OperatorPresenceTable {
  account: string;
  seen_at: Date;
  receives: boolean;
}

export interface HandOverTables {
  hand_over: HandOverTable;
  operator_presence: OperatorPresenceTable;
}

/** Beside its own tables the feature reads what was said and what operators are called. */
export type HandOverRecord = HandOverTables &
  Pick<ConversationTables, 'message'> &
  Pick<AccountTables, 'account' | 'audit'>;
