/** The words of the chat socket (namespace `/chat`). Imported as types by the widget: nothing here may run. */
import type { Reply } from '../../assistant/index.ts';

export interface OpenConversation {
  /** Both given to go on with a conversation; both absent to begin one. */
  conversationId?: string;
  secret?: string;
  /** Everything after this sequence number is sent again. */
  afterSequence?: number;
}

export interface OpenedConversation {
  conversationId: string;
  /** Given when the conversation was just begun; keep it, it is shown once. */
  secret?: string;
  messages: StoredMessage[];
}

export interface StoredMessage {
  id: string;
  sequence: number;
  role: 'citizen' | 'desk';
  clientMessageId: string | null;
  /** The message that this is the reply to; null where the desk speaks unasked. */
  answersMessageId: string | null;
  text: string;
  reply: Reply | null;
  at: string;
}

export interface SendMessage {
  /** Chosen by the client, unique within the conversation; sending it again changes nothing. */
  clientMessageId: string;
  text: string;
}

export interface ProtocolError {
  code: string;
  /** A sentence that says what to do next. */
  message: string;
  /** With `too_many`: the same may be sent again after so long. */
  retryAfterSeconds?: number;
}

export type Acknowledged<T> = { ok: true; value: T } | { ok: false; error: ProtocolError };

export interface ClientEvents {
  'conversation-open': (
    open: OpenConversation,
    acknowledge: (answer: Acknowledged<OpenedConversation>) => void,
  ) => void;
  /** Acknowledged after the message is committed, before it is answered. */
  'message-send': (message: SendMessage, acknowledge: (answer: Acknowledged<StoredMessage>) => void) => void;
  'reply-rate': (
    /** `good` null takes the thumb back. */
    rate: { messageId: string; good: boolean | null; reason?: string },
    acknowledge: (answer: Acknowledged<null>) => void,
  ) => void;
}

export interface ServerEvents {
  /** Text of a reply under way; a hint only, replaced by the stored reply. */
  'reply-delta': (delta: { answersMessageId: string; text: string }) => void;
  'reply-progress': (progress: { answersMessageId: string; step: 'understanding' | 'searching' | 'writing' }) => void;
  /** A message that is in the record. */
  'message-stored': (message: StoredMessage) => void;
}
