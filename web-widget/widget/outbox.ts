import type { ProtocolError } from '../../channels/socket/protocol.ts';
import type { Kept } from './kept.ts';

/** A message that the desk has not yet acknowledged. */
export interface Unsent {
  clientMessageId: string;
  text: string;
  /** When it was written, ISO. Shown only: the order is counted, as clocks are set. */
  at: string;
  /** Why the desk would not take it; absent while it is only waiting. */
  refused?: ProtocolError;
}

/**
 * Messages on their way. They stay in the browser's storage until the desk has acknowledged them, so neither a reload
 * nor a dead network loses what was typed; their ids never change, so sending one twice does nothing twice.
 * Each lies under a key of its own: two tabs that write at the same moment cannot overwrite each other's.
 */
export interface Outbox {
  /** In the order in which they were written. */
  all(): readonly Unsent[];
  add(message: Unsent): void;
  refuse(clientMessageId: string, error: ProtocolError): void;
  retry(clientMessageId: string): void;
  remove(clientMessageId: string): void;
}

export const outboxKey = 'outbox/';
const digits = 9;

export function createOutbox(kept: Kept): Outbox {
  let last = 0;
  const keys = () => kept.keys(outboxKey);
  const keyOf = (id: string) => keys().find((key) => key.endsWith(`/${id}`));
  const change = (id: string, to: (message: Unsent) => Unsent) => {
    const key = keyOf(id);
    const message = key && kept.read<Unsent>(key);
    if (key && message) kept.write(key, to(message));
  };
  return {
    all: () => keys().flatMap((key) => kept.read<Unsent>(key) ?? []),
    add(message) {
      last = Math.max(last, numberOf(keys().at(-1))) + 1;
      kept.write(`${outboxKey}${String(last).padStart(digits, '0')}/${message.clientMessageId}`, message);
    },
    refuse: (id, refused) => change(id, (message) => ({ ...message, refused })),
    retry: (id) => change(id, ({ clientMessageId, text, at }) => ({ clientMessageId, text, at })),
    remove(id) {
      // A desk that tells us of every stored message would otherwise wake all tabs for each of them.
      const key = keyOf(id);
      if (key) kept.remove(key);
    },
  };
}

const numberOf = (key: string | undefined) => Number(key?.slice(outboxKey.length, outboxKey.length + digits) ?? 0);
