import { randomUUID } from 'node:crypto';
import type { Server as HttpServer } from 'node:http';
import { type Namespace, Server, type Socket } from 'socket.io';
import type { ClientEvents, ProtocolError, ServerEvents, StoredMessage } from '../../channels/socket/protocol.ts';
import type { Reply } from '../widget/reply-types.ts';

type Answer = Reply | 'silence';

export interface FakeChat {
  /** What the next messages are answered with; set by the test. */
  replyTo: (text: string) => Answer;
  /** Set to have the next message refused instead of stored. */
  refuseWith: ProtocolError | null;
  /** Stores messages but swallows that many acknowledgements, as a bad network does. */
  swallowAcknowledgements: number;
  /** Text pieces sent ahead of each reply. */
  deltas: string[];
  readonly messages: StoredMessage[];
  readonly conversations: string[];
  readonly ratings: unknown[];
  /** Cuts every connection; clients come back by themselves. */
  cut(): void;
  /** Forgets every conversation, as a desk with a new record does. */
  forget(): void;
  /** Tells the pages around calls that one has changed. */
  callChanged(id: string, version: number): void;
  /** Answers every message that got only silence. */
  answerNow(reply: Reply): void;
  close(): Promise<void>;
}

type Chat = Namespace<ClientEvents, ServerEvents>;

export function createFakeChat(http: HttpServer): FakeChat {
  const server = new Server(http, { cors: { origin: true } });
  const chat: Chat = server.of('/chat');
  const calls = server.of('/hotline');
  const fake: FakeChat = {
    replyTo: (text) => ({ outcome: 'greeted', text: `收到：${text}` }),
    refuseWith: null,
    swallowAcknowledgements: 0,
    deltas: [],
    messages: [],
    conversations: [],
    ratings: [],
    cut: () => server.disconnectSockets(true),
    forget() {
      fake.conversations.length = 0;
      fake.messages.length = 0;
    },
    callChanged: (id, version) => calls.emit('call-changed', { id, version }),
    answerNow(reply) {
      const answered = new Set(fake.messages.map(({ answersMessageId }) => answersMessageId));
      for (const { id, role } of [...fake.messages])
        if (role === 'citizen' && !answered.has(id)) store(fake, chat, answerTo(id, reply));
    },
    close: () => server.close(),
  };
  chat.on('connection', (socket) => speak(fake, chat, socket));
  return fake;
}

function speak(fake: FakeChat, chat: Chat, socket: Socket<ClientEvents, ServerEvents>): void {
  socket.on('conversation-open', ({ conversationId, secret, afterSequence = 0 }, acknowledge) => {
    const known =
      conversationId !== undefined &&
      fake.conversations.includes(conversationId) &&
      secret === `secret-${conversationId}`;
    if (conversationId !== undefined && !known)
      return acknowledge({ ok: false, error: { code: 'conversation_unknown', message: '这段对话已经不在了。' } });
    const id = conversationId ?? randomUUID();
    if (!known) fake.conversations.push(id);
    const messages = fake.messages.filter(({ sequence }) => sequence > afterSequence);
    acknowledge({ ok: true, value: { conversationId: id, messages, ...(known ? {} : { secret: `secret-${id}` }) } });
  });
  socket.on('message-send', ({ clientMessageId, text }, acknowledge) => {
    if (fake.refuseWith) return acknowledge({ ok: false, error: fake.refuseWith });
    const repeated = fake.messages.find((message) => message.clientMessageId === clientMessageId);
    const message = repeated ?? store(fake, chat, { ...said, clientMessageId, text });
    if (fake.swallowAcknowledgements > 0) fake.swallowAcknowledgements -= 1;
    else acknowledge({ ok: true, value: message });
    if (!repeated) reply(fake, chat, message);
  });
  socket.on('reply-rate', (rate, acknowledge) => {
    fake.ratings.push(rate);
    acknowledge({ ok: true, value: null });
  });
}

function reply(fake: FakeChat, chat: Chat, message: StoredMessage): void {
  const answer = fake.replyTo(message.text);
  for (const text of fake.deltas) chat.emit('reply-delta', { answersMessageId: message.id, text });
  if (answer === 'silence') return;
  chat.emit('reply-progress', { answersMessageId: message.id, step: 'searching' });
  store(fake, chat, answerTo(message.id, answer));
}

const said = { role: 'citizen' as const, answersMessageId: null, reply: null };

function answerTo(answersMessageId: string, reply: Reply) {
  return { role: 'desk' as const, clientMessageId: null, answersMessageId, text: reply.text, reply };
}

function store(fake: FakeChat, chat: Chat, fields: Omit<StoredMessage, 'id' | 'sequence' | 'at'>): StoredMessage {
  const message = { id: randomUUID(), sequence: fake.messages.length + 1, at: new Date().toISOString(), ...fields };
  fake.messages.push(message);
  chat.emit('message-stored', message);
  return message;
}
