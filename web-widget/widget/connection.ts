import { io, type Socket } from 'socket.io-client';
import type {
  Acknowledged,
  ClientEvents,
  OpenConversation,
  OpenedConversation,
  ProtocolError,
  SendMessage,
  ServerEvents,
  StoredMessage,
} from '../../channels/socket/protocol.ts';

export interface Rating {
  messageId: string;
  /** Null takes the thumb back. */
  good: boolean | null;
  reason?: string;
}

/** The chat socket as the conversation sees it. Each call rejects when no answer came; nothing is known then. */
export interface Connection {
  open(open: OpenConversation): Promise<Acknowledged<OpenedConversation>>;
  send(message: SendMessage): Promise<Acknowledged<StoredMessage>>;
  rate(rating: Rating): Promise<Acknowledged<null>>;
  /** Leaves a line on which no answer came, and takes another at once: a dead one may look alive for minutes. */
  renew(): void;
}

export interface ConnectionListener {
  connected(): void;
  disconnected(): void;
  delta: ServerEvents['reply-delta'];
  progress: ServerEvents['reply-progress'];
  stored: ServerEvents['message-stored'];
}

export type Connect = (listener: ConnectionListener) => Connection;

// Long enough for a message to be committed over a poor mobile network, short enough that a person still waits.
const acknowledgementTimeoutMs = 12_000;

type Chat = Socket<ServerEvents, ClientEvents>;

/** Connects to `/chat` of a desk, and again with growing pauses whenever the connection is lost, until `signal` aborts. */
export function connectTo(server: string, signal: AbortSignal): Connect {
  return (listener) => {
    const socket: Chat = io(`${server}/chat`, {
      transports: ['websocket', 'polling'],
      // Some networks let no WebSocket through.
      tryAllTransports: true,
      reconnectionDelay: 500,
      reconnectionDelayMax: 15_000,
      // Each pause is drawn from half to one and a half of itself: after an outage a city does not come back at once.
      randomizationFactor: 0.5,
      timeout: acknowledgementTimeoutMs,
      // Two widgets on one page must not share a socket: the first to leave would close it for both.
      forceNew: true,
    });
    signal.addEventListener('abort', () => socket.close());
    listen(socket, listener, signal);
    comeBackEarly(socket, signal);
    return callsOn(socket);
  };
}

function listen(socket: Chat, listener: ConnectionListener, signal: AbortSignal): void {
  socket.on('connect', () => listener.connected());
  socket.on('disconnect', () => listener.disconnected());
  socket.on('connect_error', (error) => {
    listener.disconnected();
    // Refused by the desk itself (too many at once, say): the library then waits to be told to try again.
    if (!socket.active) setTimeout(() => signal.aborted || socket.connect(), refusedForMs(error));
  });
  socket.on('reply-delta', (delta) => listener.delta(delta));
  socket.on('reply-progress', (progress) => listener.progress(progress));
  socket.on('message-stored', (message) => listener.stored(message));
}

function refusedForMs(error: Error): number {
  const { retryAfterSeconds = 12 } = ((error as { data?: unknown }).data ?? {}) as Partial<ProtocolError>;
  return retryAfterSeconds * 1000 * (1 + Math.random() / 2);
}

/** Who has the network back, or looks at the page again, does not wait for the rest of a long pause. */
function comeBackEarly(socket: Chat, signal: AbortSignal): void {
  const again = () => {
    const isOnTheWay = socket.io.engine?.readyState === 'opening';
    if (!socket.connected && !isOnTheWay && document.visibilityState !== 'hidden') renew(socket);
  };
  globalThis.addEventListener('online', () => renew(socket), { signal });
  globalThis.addEventListener('pageshow', ({ persisted }) => persisted && again(), { signal });
  document.addEventListener('visibilitychange', again, { signal });
}

function renew(socket: Chat): void {
  socket.disconnect();
  socket.connect();
}

function callsOn(socket: Chat): Connection {
  // Emitting while disconnected would put the call into the library's own buffer, to be sent before the conversation
  // is opened again; what waits is ours to keep (outbox.ts).
  const ready = () => {
    if (!socket.connected) throw new Error('not connected');
    return socket.timeout(acknowledgementTimeoutMs);
  };
  return {
    open: async (open) => ready().emitWithAck('conversation-open', open),
    send: async (message) => ready().emitWithAck('message-send', message),
    rate: async (rating) => ready().emitWithAck('reply-rate', rating),
    renew: () => renew(socket),
  };
}
