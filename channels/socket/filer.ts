import { once } from 'node:events';
import { io, type Socket } from 'socket.io-client';
import type { Acknowledged, ClientEvents, ServerEvents, StoredMessage } from './protocol.ts';

/** One complaint from its sending to its ticket. */
export interface FiledOnce {
  /** From sending to the stored reply, in milliseconds. */
  elapsedMs: number;
  /** Null when the reply was no ticket. */
  number: string | null;
}

export interface Filer {
  /** Sends a complaint and waits for the reply; `twice` sends it again at once, as a client does after a broken line. */
  file(text: string, id: string, twice: boolean): Promise<FiledOnce>;
  close(): void;
}

type Chat = Socket<ServerEvents, ClientEvents>;

/** A citizen with a conversation of their own, over the socket that the widget uses. */
export async function openFiler(address: string): Promise<Filer> {
  const socket: Chat = io(`${address}/chat`, { transports: ['websocket'], forceNew: true });
  await once(socket as never, 'connect');
  acceptedBy(await socket.emitWithAck('conversation-open', {}));
  const waiting = new Map<string, (reply: StoredMessage) => void>();
  const early = new Map<string, StoredMessage>();
  socket.on('message-stored', (message) => {
    if (message.role !== 'desk') return;
    const answers = message.id.replace(/\.a$/u, '');
    const resolve = waiting.get(answers);
    if (resolve) resolve(message);
    else early.set(answers, message);
  });
  const replyTo = (id: string) =>
    new Promise<StoredMessage>((resolve) => {
      const known = early.get(id);
      if (known) resolve(known);
      else waiting.set(id, resolve);
    });
  return {
    async file(text, clientMessageId, twice) {
      const startedAt = performance.now();
      const send = () =>
        socket.emitWithAck('message-send', { clientMessageId, text }) as Promise<Acknowledged<StoredMessage>>;
      const [taken] = await Promise.all(twice ? [send(), send()] : [send()]);
      const { id } = acceptedBy(taken!);
      const { reply } = await replyTo(id);
      waiting.delete(id);
      early.delete(id);
      return {
        elapsedMs: performance.now() - startedAt,
        number: reply?.outcome === 'ticket' ? reply.ticket.number : null,
      };
    },
    close: () => void socket.disconnect(),
  };
}

function acceptedBy<T>(answer: Acknowledged<T>): T {
  if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.message}`);
  return answer.value;
}
