import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { DialogueState } from './dialogue-state.ts';
import type { Reply } from './reply.ts';
import type { Trace } from './trace.ts';

export interface ConversationTable {
  id: string;
  /** SHA-256 of the secret that its owner presents; a conversation is nobody else's to read. */
  secret_hash: string;
  channel: string;
  state: JSONColumnType<DialogueState>;
  /** The number of the last message; raising it locks the conversation for the transaction. */
  last_sequence: Generated<number>;
  created_at: ColumnType<Date, Date, never>;
}

export interface MessageTable {
  id: string;
  conversation_id: string;
  /** Rising within the conversation: what a reconnecting client replays from. */
  sequence: number;
  role: 'citizen' | 'desk';
  /** The client's own id of a citizen's message, unique within the conversation: a repeat is answered, not done again. */
  client_message_id: string | null;
  /** For a desk message, the citizen's message it answers; unique, so a message has one reply. */
  answers_message_id: string | null;
  text: string;
  reply: JSONColumnType<Reply | null, string | null, string | null>;
  trace: JSONColumnType<Trace | null, string | null, string | null>;
  created_at: ColumnType<Date, Date, never>;
}

/** A citizen's thumb on a reply; the last one counts. */
export interface RatingTable {
  message_id: string;
  good: boolean;
  reason: string | null;
  at: Date;
}

export interface ConversationTables {
  rating: RatingTable;
  conversation: ConversationTable;
  message: MessageTable;
}
