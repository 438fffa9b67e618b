import type { ProtocolError } from '../../channels/socket/protocol.ts';
import type { Kept } from './kept.ts';

/** A message that the desk has not yet acknowledged. */
export interface Unsent {
  clientMessageId: string;
  text: string;
  /** When it was written, ISO. */
  at: string;
  /** Why the desk would not take it; absent while it is only waiting. */
  refused?: ProtocolError;
}

/**
 * Messages on their way. They stay in the browser's storage until the desk has acknowledged them, so neither a reload
 * nor a dead network loses what was typed; their ids never change, so sending one twice does nothing twice.
 * Every change reads what is stored first, because another tab may have written since.
 */
export interface Outbox {
  all(): readonly Unsent[];
  add(message: Unsent): void;
  refuse(clientMessageId: string, error: ProtocolError): void;
  retry(clientMessageId: string): void;
  remove(clientMessageId: string): void;
}

export function createOutbox(kept: Kept): Outbox {
  const all = () => kept.read<Unsent[]>('outbox') ?? [];
  const write = (messages: Unsent[]) => (messages.length > 0 ? kept.write('outbox', messages) : kept.remove('outbox'));
  const change = (id: string, to: (message: Unsent) => Unsent[]) =>
    write(all().flatMap((message) => (message.clientMessageId === id ? to(message) : [message])));
  return {
    all,
    add: (message) => write([...all(), message]),
    refuse: (id, refused) => change(id, (message) => [{ ...message, refused }]),
    retry: (id) => change(id, ({ clientMessageId, text, at }) => [{ clientMessageId, text, at }]),
    remove(id) {
      // A desk that tells us of every stored message would otherwise wake all tabs for each of them.
      if (all().some((message) => message.clientMessageId === id)) change(id, () => []);
    },
  };
}
