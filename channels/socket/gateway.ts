import type { Server as HttpServer } from 'node:http';
import { createAdapter } from '@socket.io/redis-streams-adapter';
import type { Redis } from 'ioredis';
import { Server, type Socket } from 'socket.io';
import { z } from 'zod';
import type { ConversationStore, MessageRow } from '../../assistant/index.ts';
import { requireOn, type Switches } from '../access/switches.ts';
import type { Config } from '../config.ts';
import type { Answering } from '../conversations/answering.ts';
import { isKnownCode, RequestError } from '../http/error-handler.ts';
import { readableText } from '../http/readable-text.ts';
import { isKeepable } from '../http/refuse-unkeepable.ts';
import { addressOf, chatLimits, createChatGate, type Sender, TooManyError } from './chat-limits.ts';
import { type HotlineGatewayNeeds, openHotlineGateway } from './hotline-gateway.ts';
import type { Acknowledged, ClientEvents, ProtocolError, ServerEvents, StoredMessage } from './protocol.ts';

interface Needs extends HotlineGatewayNeeds {
  config: Pick<Config, 'chat'>;
  conversations: ConversationStore;
  answering: Answering;
  switches: Pick<Switches, 'isOn'>;
  now: () => Date;
  log: { error(fields: object, text: string): void };
}

const Open = z.strictObject({
  conversationId: z.string().max(64).refine(isKeepable).optional(),
  secret: z.string().max(128).optional(),
  afterSequence: z.int().nonnegative().optional(),
});
const Send = z.strictObject({
  clientMessageId: z.string().min(1).max(64).refine(isKeepable),
  text: z.string().max(20_000),
});

type Chat = Socket<ClientEvents, ServerEvents, Record<string, never>, { conversationId?: string }>;

// Far above any message that is taken; a larger frame ends its connection before it is read.
const maxFrameBytes = 64 * 1024;
// How far back a message may stand that its citizen knows to be taken and that nobody has answered.
const lookBack = 40;
// A dead mobile connection is noticed after at most their sum, by either side.
const pingEveryMs = 15_000;
const pingTimeoutMs = 12_000;

/** The chat socket: messages are acknowledged after they are in the record, and replayed from it after a reconnect. */
export function openGateway(http: HttpServer, needs: Needs, redis: Redis | null) {
  const io = new Server(http, {
    // Any page may embed the widget; a conversation is opened by its own secret, never by a cookie.
    cors: { origin: true, credentials: false },
    maxHttpBufferSize: maxFrameBytes,
    pingInterval: pingEveryMs,
    pingTimeout: pingTimeoutMs,
    ...(redis ? { adapter: createAdapter(redis) } : {}),
  });
  const chat = io.of('/chat') as unknown as ReturnType<Server<ClientEvents, ServerEvents>['of']>;

  const gate = createChatGate(chatLimits(needs.config.chat), () => performance.now());

  const announce = (row: MessageRow) => chat.to(row.conversation_id).emit('message-stored', toStored(row));

  async function open(socket: Chat, raw: unknown) {
    requireOn(needs.switches, 'chat');
    const { conversationId, secret, afterSequence = 0 } = parsed(Open, raw);
    if (conversationId === undefined) {
      gate.beginning(senderOf(socket));
      const begun = await needs.conversations.begin('web', needs.now());
      await join(socket, begun.conversationId);
      return { ...begun, messages: [] };
    }
    if (!(await needs.conversations.opens(conversationId, secret ?? '')))
      throw new RequestError('conversation_unknown', '找不到之前的对话，将开始新的对话。');
    // Joined before the record is read: a message stored in between comes twice rather than never.
    await join(socket, conversationId);
    const rows = await needs.conversations.messagesAfter(conversationId, Math.max(0, afterSequence - lookBack));
    answerOwed(rows, conversationId);
    const missed = rows.filter(({ sequence }) => sequence > afterSequence);
    return { conversationId, messages: missed.map(toStored) };
  }

  /**
   * What was taken by a process that is gone is answered as soon as its citizen is back, without waiting for the job. One
   * that another process is answering at this moment is stored once all the same.
   */
  function answerOwed(rows: readonly MessageRow[], conversationId: string): void {
    const answered = new Set(rows.map(({ answers_message_id }) => answers_message_id));
    for (const row of rows) if (row.role === 'citizen' && !answered.has(row.id)) answerSoon(row, conversationId);
  }

  async function send(socket: Chat, raw: unknown): Promise<StoredMessage> {
    requireOn(needs.switches, 'chat');
    const { conversationId } = socket.data;
    if (!conversationId) throw new RequestError('conversation_unknown', '请先打开对话再发送。');
    const { clientMessageId, text } = parsed(Send, raw);
    const { message, isNew } = await needs.answering.take({
      conversationId,
      clientMessageId,
      text: readableText(text),
    });
    if (isNew) announce(message);
    answerSoon(message, conversationId);
    return toStored(message);
  }

  /** Goes on after the acknowledgement; a crash here is made good by the job that the message left in the outbox. */
  function answerSoon({ id }: MessageRow, conversationId: string): void {
    const room = chat.to(conversationId);
    room.emit('reply-progress', { answersMessageId: id, step: 'understanding' });
    const onDelta = (text: string) => room.emit('reply-delta', { answersMessageId: id, text });
    needs.answering
      .answer(id, { onDelta })
      .then((row) => row && announce(row))
      .catch((error: unknown) => needs.log.error({ err: error, messageId: id }, 'answer failed'));
  }

  chat.use((socket, next) => {
    try {
      gate.room(senderOf(socket));
      next();
    } catch (error) {
      next(Object.assign(error as Error, { data: toProtocolError(error as TooManyError) }));
    }
  });
  chat.on('connection', (socket: Chat) => {
    const sender = senderOf(socket);
    gate.arrive(sender);
    const on = <T>(event: keyof ClientEvents, passes: (sender: Sender) => void, work: (raw: unknown) => Promise<T>) =>
      socket.on(event, (raw: unknown, acknowledge: unknown) =>
        acknowledged(
          async () => {
            passes(sender);
            return work(raw);
          },
          acknowledge,
          needs,
        ),
      );
    on('conversation-open', gate.event, (raw) => open(socket, raw));
    on('message-send', gate.message, (raw) => send(socket, raw));
    on('reply-rate', gate.event, (raw) => rate(socket, raw));
    socket.once('disconnect', () => gate.leave(sender));
  });

  const Rate = z.strictObject({
    messageId: z.string().max(64).refine(isKeepable),
    /** Null takes the thumb back. */
    good: z.boolean().nullable(),
    reason: z.string().max(500).refine(isKeepable).optional(),
  });
  async function rate(socket: Chat, raw: unknown): Promise<null> {
    const { conversationId } = socket.data;
    if (!conversationId) throw new RequestError('conversation_unknown', '请先打开对话再评价。');
    await needs.conversations.rate(conversationId, parsed(Rate, raw), needs.now());
    return null;
  }

  openHotlineGateway(io, needs);
  return { announce, close: () => io.close() };
}

const senderOf = ({ id, handshake }: Chat): Sender => ({
  id,
  address: addressOf(handshake.address, handshake.headers),
});

async function join(socket: Chat, conversationId: string): Promise<void> {
  if (socket.data.conversationId) await socket.leave(socket.data.conversationId);
  socket.data.conversationId = conversationId;
  await socket.join(conversationId);
}

function parsed<T>(schema: z.ZodType<T>, raw: unknown): T {
  const result = schema.safeParse(raw);
  if (!result.success) throw new RequestError('bad_input', '消息格式不对，请刷新页面后重试。');
  return result.data;
}

/** Every event is answered, with a value or with a code; a client that sent no callback is not waited for. */
async function acknowledged<T>(work: () => Promise<T>, acknowledge: unknown, { log }: Needs): Promise<void> {
  const answer = await work().then(
    (value): Acknowledged<T> => ({ ok: true, value }),
    (error: unknown): Acknowledged<T> => {
      if (isKnownCode((error as { code?: unknown }).code))
        return { ok: false, error: toProtocolError(error as RequestError) };
      log.error({ err: error }, 'socket event failed');
      return { ok: false, error: { code: 'internal', message: '系统出了问题，您的话没有发出去，请稍后重试。' } };
    },
  );
  if (typeof acknowledge === 'function') acknowledge(answer);
}

function toProtocolError(error: RequestError): ProtocolError {
  const { code, message } = error;
  return error instanceof TooManyError
    ? { code, message, retryAfterSeconds: error.retryAfterSeconds }
    : { code, message };
}

function toStored({ client_message_id, answers_message_id, created_at, ...row }: MessageRow): StoredMessage {
  const { id, sequence, role, text, reply } = row;
  const answersMessageId = answers_message_id;
  return {
    id,
    sequence,
    role,
    clientMessageId: client_message_id,
    answersMessageId,
    text,
    reply,
    at: created_at.toISOString(),
  };
}
