import type { OpenedConversation, ProtocolError, ServerEvents, StoredMessage } from '../../channels/socket/protocol.ts';
import { createBackoff } from './backoff.ts';
import type { Connect, Connection, Rating } from './connection.ts';
import type { Kept } from './kept.ts';
import { createOutbox, type Outbox, outboxKey, type Unsent } from './outbox.ts';
import { repliesOwed } from './replies-owed.ts';
import { conversationUnknown, createSender, type Sender, tooMany, Waiting } from './send-waiting.ts';

type Progress = Parameters<ServerEvents['reply-progress']>[0];

export interface ConversationState {
  link: 'connecting' | 'online' | 'offline';
  /** What is in the desk's record, in order. */
  messages: readonly StoredMessage[];
  unsent: readonly Unsent[];
  /** The reply being written, as far as it has come. */
  underway: { answersMessageId: string; text: string; step: Progress['step'] | null } | null;
  /** Message id → the thumb given; one taken back has none. */
  ratings: Readonly<Record<string, boolean>>;
  /** Something the citizen must know: the desk would not open the conversation, or wants a pause, or an old one has expired. */
  problem: ProtocolError | null;
  /** False when the browser keeps nothing: what is not sent yet is gone with the page. */
  isKept: boolean;
}

export interface ConversationParts {
  connect: Connect;
  kept: Kept;
  newId(): string;
  now(): Date;
  /** Runs something later; given so that tests need not wait. */
  later(work: () => void, ms: number): void;
  changed(state: ConversationState): void;
  random?: () => number;
}

export interface KnownConversation {
  conversationId: string;
  secret: string;
}

export const knownKey = 'conversation';

const firstPauseMs = 1_000;
const longestPauseMs = 15_000;
const othersFirstMs = 3_000;
// What the desk announces may be lost on the way between its processes; then it is asked.
const lookAgainAfterMs = 15_000;

export { conversationUnknown, repliesOwed, tooMany };

/**
 * A citizen's conversation without the DOM. It begins at the desk only with the first message, so that a page view
 * leaves no empty conversation behind; after that every connection opens it again and takes what was missed.
 */
export class Conversation {
  readonly #parts: ConversationParts;
  readonly #outbox: Outbox;
  readonly #connection: Connection;
  readonly #sender: Sender;
  readonly #backoff;
  #state: ConversationState;
  /** The conversation that this connection has opened. */
  #opened: KnownConversation | null = null;
  /** Everything up to this number came from the record; what was only announced may have left some out. */
  #agreedUpTo = 0;
  #agreeing = false;
  #askedAgain = false;
  #watching = false;

  constructor(parts: ConversationParts) {
    this.#parts = parts;
    this.#outbox = createOutbox(parts.kept);
    this.#backoff = createBackoff(firstPauseMs, longestPauseMs, parts.random ?? Math.random);
    const unsent = this.#outbox.all();
    const isKept = parts.kept.isLasting;
    this.#state = { link: 'connecting', messages: [], unsent, underway: null, ratings: {}, problem: null, isKept };
    this.#connection = parts.connect({
      connected: () => this.#connected(),
      disconnected: () => this.#disconnected(),
      delta: ({ answersMessageId, text }) => this.#writing(answersMessageId, 'writing', text),
      progress: ({ answersMessageId, step }) => this.#writing(answersMessageId, step, ''),
      stored: (message) => this.#merge([message]),
    });
    this.#sender = createSender({
      outbox: this.#outbox,
      connection: this.#connection,
      taken: (message) => this.#taken(message),
    });
    parts.kept.onChange((key) => this.#keptChanged(key));
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
    const { [rating.messageId]: _, ...others } = before;
    this.#set({ ratings: rating.good === null ? others : { ...others, [rating.messageId]: rating.good } });
    const answer = await this.#connection.rate(rating).catch(() => null);
    if (!answer?.ok) this.#set({ ratings: before });
  }

  /** Asks the desk again for everything after the last message known from the record. */
  refresh(): void {
    this.#opened = null;
    void this.#agree();
  }

  /** Leaves this conversation; the next message begins another. What still waits belongs to this one and goes first. */
  startAnew(): void {
    if (this.#sender.next()) return;
    this.#parts.kept.remove(knownKey);
    this.#forget();
    this.#set({ problem: null });
  }

  /** The conversation to put something beside its messages into (a photograph); begins it when there is none yet. */
  async known(): Promise<KnownConversation> {
    const known = this.#parts.kept.read<KnownConversation>(knownKey);
    if (known) return known;
    await this.#parts.kept.alone(() => this.#begin());
    const begun = this.#opened as KnownConversation | null;
    if (!begun) throw new Error('the conversation could not be begun');
    return begun;
  }

  #forget(): void {
    this.#opened = null;
    this.#agreedUpTo = 0;
    this.#set({ messages: [], ratings: {}, underway: null });
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
    this.#opened = null;
    this.#set({ link: 'offline' });
  }

  #outboxChanged(): void {
    this.#set({ unsent: this.#outbox.all(), isKept: this.#parts.kept.isLasting });
    void this.#agree();
  }

  /** What another tab has written is its own to send, unless it has gone away meanwhile. */
  #othersChanged(): void {
    this.#set({ unsent: this.#outbox.all() });
    if (this.#sender.next()) this.#parts.later(() => void this.#agree(), othersFirstMs);
  }

  /** Another tab has written: a message, or it has begun or left the conversation that both are in. */
  #keptChanged(key: string): void {
    if (key.startsWith(outboxKey)) this.#othersChanged();
    if (key !== knownKey) return;
    const known = this.#parts.kept.read<KnownConversation>(knownKey);
    if (known?.conversationId === this.#opened?.conversationId) return;
    this.#forget();
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
    const { underway, problem } = this.#state;
    const isWritten = messages.some(({ answersMessageId }) => answersMessageId === underway?.answersMessageId);
    const told = {
      underway: isWritten ? null : underway,
      problem: arrived.some(({ role }) => role === 'desk') ? null : problem,
    };
    this.#set({ messages, unsent: this.#outbox.all(), ...told });
    this.#watchReply();
  }

  /** A reply that is owed for long may have been announced into the void: the record is asked. */
  #watchReply(): void {
    if (this.#watching || repliesOwed(this.#state.messages) === 0) return;
    this.#watching = true;
    this.#parts.later(() => {
      this.#watching = false;
      if (repliesOwed(this.#state.messages) === 0) return;
      this.refresh();
      this.#watchReply();
    }, lookAgainAfterMs);
  }

  /** Brings both sides to agree; asked for again while at it, it goes round once more. */
  async #agree(): Promise<void> {
    if (this.#state.link !== 'online') return;
    this.#askedAgain = this.#agreeing;
    if (this.#agreeing) return;
    this.#agreeing = true;
    try {
      if (!this.#opened) await this.#open();
      if (this.#opened) await this.#sender.send();
      this.#backoff.reset();
      this.#set({ unsent: this.#outbox.all() });
    } catch (error) {
      this.#failed(error);
    }
    this.#agreeing = false;
    if (this.#askedAgain) void this.#agree();
  }

  /** What waits is still in the outbox under its id: sending it again does nothing twice. */
  #failed(error: unknown): void {
    this.#opened = null;
    this.#askedAgain = false;
    const problem = error instanceof Waiting ? error.problem : null;
    if (problem?.code === tooMany) this.#set({ problem });
    const pauseMs = Math.max(this.#backoff.next(), 1000 * (problem?.retryAfterSeconds ?? 0));
    this.#parts.later(() => void this.#agree(), pauseMs);
    // A line that has gone by itself comes back by itself.
    if (!problem && this.#state.link === 'online') this.#connection.renew();
  }

  async #open(): Promise<void> {
    const known = this.#parts.kept.read<KnownConversation>(knownKey);
    if (known) return this.#reopen(known);
    // One tab at a time: two that begin at once would begin two conversations.
    if (this.#sender.next()) await this.#parts.kept.alone(() => this.#begin());
  }

  async #begin(): Promise<void> {
    const known = this.#parts.kept.read<KnownConversation>(knownKey);
    if (known) return this.#reopen(known);
    const answer = await this.#connection.open({});
    if (!answer.ok) return this.#couldNotOpen(answer.error);
    const { conversationId, secret = '', messages } = answer.value;
    this.#parts.kept.write(knownKey, { conversationId, secret });
    this.#isOpen({ conversationId, secret }, messages);
  }

  async #reopen(known: KnownConversation): Promise<void> {
    const answer = await this.#connection.open({ ...known, afterSequence: this.#agreedUpTo });
    if (answer.ok) this.#isOpen(known, answer.value.messages);
    else if (answer.error.code === conversationUnknown) this.#expired(answer.error);
    else this.#couldNotOpen(answer.error);
  }

  #isOpen(known: KnownConversation, messages: OpenedConversation['messages']): void {
    this.#opened = known;
    this.#agreedUpTo = Math.max(this.#agreedUpTo, messages.at(-1)?.sequence ?? 0);
    this.#merge(messages);
    if (this.#state.problem?.code !== conversationUnknown) this.#set({ problem: null });
  }

  #expired(problem: ProtocolError): void {
    this.#parts.kept.remove(knownKey);
    this.#forget();
    this.#set({ problem });
    this.#askedAgain = true;
  }

  #couldNotOpen(problem: ProtocolError): never {
    this.#set({ problem });
    throw new Waiting(problem);
  }

  #taken(message: StoredMessage): void {
    if (this.#state.problem?.code === tooMany) this.#set({ problem: null });
    this.#merge([message]);
  }
}
