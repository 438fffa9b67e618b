import { io, type Socket } from 'socket.io-client';
import type {
  Acknowledged,
  ClientEvents,
  OpenConversation,
  OpenedConversation,
  SendMessage,
  ServerEvents,
  StoredMessage,
} from '../socket/protocol.ts';

export type ChatClient = Awaited<ReturnType<typeof openChatClient>>;

/** A citizen's socket, as the widget's. */
export async function openChatClient(address: string) {
  const socket: Socket<ServerEvents, ClientEvents> = io(`${address}/chat`, {
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
  });
  const stored: StoredMessage[] = [];
  socket.on('message-stored', (message) => stored.push(message));
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
    // A server that goes between the handshake and the greeting is told of by this event alone.
    socket.once('disconnect', (reason) => reject(new Error(reason)));
  });
  return {
    socket,
    /** Every stored message that was announced, in order of arrival. */
    stored,
    open: (open: OpenConversation = {}) =>
      new Promise<Acknowledged<OpenedConversation>>((resolve) => socket.emit('conversation-open', open, resolve)),
    send: (message: SendMessage) =>
      new Promise<Acknowledged<StoredMessage>>((resolve) => socket.emit('message-send', message, resolve)),
    /** The desk's next reply that satisfies, from those that came or will come. */
    reply: (wanted: (message: StoredMessage) => boolean = () => true) =>
      new Promise<StoredMessage>((resolve) => {
        const isIt = (message: StoredMessage) => message.role === 'desk' && wanted(message);
        const known = stored.find(isIt);
        if (known) return resolve(known);
        socket.on('message-stored', (message) => isIt(message) && resolve(message));
      }),
    close: () => socket.disconnect(),
  };
}
