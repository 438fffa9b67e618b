import { io, type Socket } from 'socket.io-client';
import type {
  Acknowledged,
  ClientEvents,
  OpenConversation,
  OpenedConversation,
  SendMessage,
  ServerEvents,
  StoredMessage,
} from '../../channels/socket/protocol.ts';

export interface Rating {
  messageId: string;
  good: boolean;
  reason?: string;
}

/** The chat socket as the conversation sees it. Each call rejects when no answer came; nothing is known then. */
export interface Connection {
  open(open: OpenConversation): Promise<Acknowledged<OpenedConversation>>;
  send(message: SendMessage): Promise<Acknowledged<StoredMessage>>;
  rate(rating: Rating): Promise<Acknowledged<null>>;
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

/** Connects to `/chat` of a desk, and again with growing pauses whenever the connection is lost, until `signal` aborts. */
export function connectTo(server: string, signal: AbortSignal): Connect {
  return (listener) => {
    const socket: Socket<ServerEvents, ClientEvents> = io(`${server}/chat`, {
      transports: ['websocket', 'polling'],
      // Some networks let no WebSocket through.
      tryAllTransports: true,
      reconnectionDelay: 500,
      reconnectionDelayMax: 15_000,
      // Two widgets on one page must not share a socket: the first to leave would close it for both.
      forceNew: true,
    });
    signal.addEventListener('abort', () => socket.close());
    listen(socket, listener);
    return callsOn(socket);
  };
}

function listen(socket: Socket<ServerEvents, ClientEvents>, listener: ConnectionListener): void {
  socket.on('connect', () => listener.connected());
  socket.on('disconnect', () => listener.disconnected());
  socket.on('connect_error', () => {
    listener.disconnected();
    // Refused by the desk itself (too many at once, say): the library then waits to be told to try again.
    if (!socket.active) setTimeout(() => socket.connect(), acknowledgementTimeoutMs);
  });
  socket.on('reply-delta', (delta) => listener.delta(delta));
  socket.on('reply-progress', (progress) => listener.progress(progress));
  socket.on('message-stored', (message) => listener.stored(message));
}

function callsOn(socket: Socket<ServerEvents, ClientEvents>): Connection {
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
  };
}
