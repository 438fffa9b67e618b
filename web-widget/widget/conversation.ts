import type { OpenedConversation, ProtocolError, ServerEvents, StoredMessage } from '../../channels/socket/protocol.ts';
import type { Connect, Connection, Rating } from './connection.ts';
import type { Kept } from './kept.ts';
import { createOutbox, type Outbox, type Unsent } from './outbox.ts';

type Progress = Parameters<ServerEvents['reply-progress']>[0];

export interface ConversationState {
  link: 'connecting' | 'online' | 'offline';
  /** What is in the desk's record, in order. */
  messages: readonly StoredMessage[];
  unsent: readonly Unsent[];
  /** The reply being written, as far as it has come. */
  underway: { answersMessageId: string; text: string; step: Progress['step'] | null } | null;
  /** Message id → the thumb given. */
  ratings: Readonly<Record<string, boolean>>;
  /** Something the citizen must know: the desk would not open the conversation, or an old one has expired. */
  problem: ProtocolError | null;
}

export interface ConversationParts {
  connect: Connect;
  kept: Kept;
  newId(): string;
  now(): Date;
  /** Runs something later; given so that tests need not wait. */
  later(work: () => void, ms: number): void;
  changed(state: ConversationState): void;
}

interface Known {
  conversationId: string;
  secret: string;
}

// The desk has no such conversation, or not for this secret: what we kept is worthless.
export const conversationUnknown = 'conversation_unknown';
const retryAfterMs = 4_000;

/** How many of the citizen's messages still want their reply; every message has exactly one. */
export function repliesOwed(messages: readonly StoredMessage[]): number {
  const citizens = messages.filter(({ role }) => role === 'citizen').length;
  return Math.max(0, 2 * citizens - messages.length);
}

/**
 * A citizen's conversation without the DOM. It begins at the desk only with the first message, so that a page view
 * leaves no empty conversation behind; after that every connection opens it again and takes what was missed.
 */
export class Conversation {
  readonly #parts: ConversationParts;
  readonly #outbox: Outbox;
  readonly #connection: Connection;
  #state: ConversationState;
  #opened = false;
  #agreeing = false;
  #askedAgain = false;

  constructor(parts: ConversationParts) {
    this.#parts = parts;
    this.#outbox = createOutbox(parts.kept);
    const unsent = this.#outbox.all();
    this.#state = { link: 'connecting', messages: [], unsent, underway: null, ratings: {}, problem: null };
    this.#connection = parts.connect({
      connected: () => this.#connected(),
      disconnected: () => this.#disconnected(),
      delta: ({ answersMessageId, text }) => this.#writing(answersMessageId, 'writing', text),
      progress: ({ answersMessageId, step }) => this.#writing(answersMessageId, step, ''),
      stored: (message) => this.#merge([message]),
    });
    parts.kept.onChange(() => this.#outboxChanged());
  }

  get state(): ConversationState {
    return this.#state;
  }

  send(text: string): void {
    this.#outbox.add({ clientMessageId: this.#parts.newId(), text, at: this.#parts.now().toISOString() });
    this.#outboxChanged();
  }

  retry(clientMessageId: string): void {
    this.#outbox.retry(clientMessageId);
    this.#outboxChanged();
  }

  discard(clientMessageId: string): void {
    this.#outbox.remove(clientMessageId);
    this.#outboxChanged();
  }

  /** Shows the thumb at once, and takes it back when the desk did not get it. */
  async rate(rating: Rating): Promise<void> {
    const before = this.#state.ratings;
    this.#set({ ratings: { ...before, [rating.messageId]: rating.good } });
    const answer = await this.#connection.rate(rating).catch(() => null);
    if (!answer?.ok) this.#set({ ratings: before });
  }

  /** Asks the desk again for everything after the last message known here. */
  refresh(): void {
    this.#opened = false;
    void this.#agree();
  }

  /** Leaves this conversation; the next message begins another. */
  startAnew(): void {
    this.#parts.kept.remove('conversation');
    this.#opened = false;
    this.#set({ messages: [], ratings: {}, underway: null, problem: null });
  }

  #set(next: Partial<ConversationState>): void {
    this.#state = { ...this.#state, ...next };
    this.#parts.changed(this.#state);
  }

  #connected(): void {
    this.#set({ link: 'online' });
    void this.#agree();
  }

  #disconnected(): void {
    this.#opened = false;
    this.#set({ link: 'offline' });
  }

  #outboxChanged(): void {
    this.#set({ unsent: this.#outbox.all() });
    void this.#agree();
  }

  #writing(answersMessageId: string, step: Progress['step'], text: string): void {
    if (repliesOwed(this.#state.messages) === 0) return; // Late: the stored reply is already here.
    const { underway } = this.#state;
    const before = underway?.answersMessageId === answersMessageId ? underway.text : '';
    this.#set({ underway: { answersMessageId, text: before + text, step } });
  }

  #merge(arrived: readonly StoredMessage[]): void {
    const byId = new Map([...this.#state.messages, ...arrived].map((message) => [message.id, message]));
    for (const { clientMessageId } of arrived) if (clientMessageId) this.#outbox.remove(clientMessageId);
    const messages = [...byId.values()].sort((a, b) => a.sequence - b.sequence);
    const answered = arrived.some(({ role }) => role === 'desk');
    const { underway, problem } = this.#state;
    const told = answered ? { underway: null, problem: null } : { underway, problem };
    this.#set({ messages, unsent: this.#outbox.all(), ...told });
  }

  /** Brings both sides to agree; asked for again while at it, it goes round once more. */
  async #agree(): Promise<void> {
    if (this.#state.link !== 'online') return;
    this.#askedAgain = this.#agreeing;
    if (this.#agreeing) return;
    this.#agreeing = true;
    try {
      // One tab at a time: two that begin at once would begin two conversations.
      if (!this.#opened) await this.#parts.kept.alone(() => this.#open());
      if (this.#opened) await this.#sendWaiting();
    } catch {
      // No acknowledgement. What waits is still in the outbox under its id: sending it again does nothing twice.
      this.#opened = false;
      this.#parts.later(() => void this.#agree(), retryAfterMs);
    }
    this.#agreeing = false;
    if (this.#askedAgain) void this.#agree();
  }

  async #open(): Promise<void> {
    const known = this.#parts.kept.read<Known>('conversation');
    if (!known && !this.#waiting()) return;
    const afterSequence = this.#state.messages.at(-1)?.sequence ?? 0;
    const answer = await this.#connection.open(known ? { ...known, afterSequence } : {});
    if (answer.ok) this.#begin(answer.value);
    else this.#couldNotOpen(answer.error, known !== null);
  }

  #begin({ conversationId, secret, messages }: OpenedConversation): void {
    if (secret) this.#parts.kept.write('conversation', { conversationId, secret });
    this.#opened = true;
    this.#merge(messages);
    if (this.#state.problem?.code !== conversationUnknown) this.#set({ problem: null });
  }

  #couldNotOpen(problem: ProtocolError, wasKnown: boolean): void {
    const expired = wasKnown && problem.code === conversationUnknown;
    this.#set(expired ? { messages: [], ratings: {}, problem } : { problem });
    if (!expired) return;
    this.#parts.kept.remove('conversation');
    this.#askedAgain = true;
  }

  #waiting(): Unsent | undefined {
    return this.#outbox.all().find(({ refused }) => !refused);
  }

  async #sendWaiting(): Promise<void> {
    for (let next = this.#waiting(); next; next = this.#waiting()) {
      const { clientMessageId, text } = next;
      const answer = await this.#connection.send({ clientMessageId, text });
      if (answer.ok) this.#merge([answer.value]);
      // The desk has forgotten what this connection speaks of; it is told again before anything is sent again.
      else if (answer.error.code === conversationUnknown) throw new Error(answer.error.message);
      else this.#outbox.refuse(clientMessageId, answer.error);
      this.#set({ unsent: this.#outbox.all() });
    }
  }
}
