import type { IncomingHttpHeaders } from 'node:http';
import { RequestError } from '../http/error-handler.ts';
import { type Allowance, createTokenBuckets } from './token-buckets.ts';

export interface ChatLimits {
  /** Messages of one connection; many people share an address (an office, a mobile network), nobody shares a connection. */
  messages: Allowance;
  messagesOfAddress: Allowance;
  /** Openings of a conversation and thumbs: cheap, yet each of them asks the record. */
  otherEvents: Allowance;
  /** Conversations begun from one address. */
  beginnings: Allowance;
  /** Connections from one address at the same time. */
  socketsOfAddress: number;
}

export interface ChatPace {
  /** Of one connection. */
  messagesPerMinute: number;
  messagesPerMinuteOfAddress: number;
}

export function chatLimits({
  messagesPerMinute: perMinute,
  messagesPerMinuteOfAddress: perMinuteOfAddress,
}: ChatPace): ChatLimits {
  return {
    messages: { burst: perMinute, perMinute },
    messagesOfAddress: { burst: perMinuteOfAddress, perMinute: perMinuteOfAddress },
    otherEvents: { burst: 4 * perMinute, perMinute: 4 * perMinute },
    beginnings: { burst: perMinuteOfAddress, perMinute: perMinuteOfAddress },
    socketsOfAddress: Math.max(50, perMinuteOfAddress),
  };
}

/** Too much at once. The client waits for so long and sends the same again; nothing of it was kept. */
export class TooManyError extends RequestError {
  readonly retryAfterSeconds: number;
  constructor(retryAfterSeconds: number) {
    super('too_many', `消息发得太快了，请等 ${retryAfterSeconds} 秒再发；页面会自动继续，不用重新输入。`);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

export interface Sender {
  /** Of the connection. */
  id: string;
  address: string;
}

export type ChatGate = ReturnType<typeof createChatGate>;

/** Refuses what is too much before it costs more than a look at a number. @throws TooManyError */
export function createChatGate(limits: ChatLimits, now: () => number) {
  const messages = createTokenBuckets(limits.messages, now);
  const messagesOfAddress = createTokenBuckets(limits.messagesOfAddress, now);
  const otherEvents = createTokenBuckets(limits.otherEvents, now);
  const beginnings = createTokenBuckets(limits.beginnings, now);
  const sockets = new Map<string, number>();
  const pass = (waitSeconds: number | null) => {
    if (waitSeconds !== null) throw new TooManyError(waitSeconds);
  };
  return {
    message({ id, address }: Sender): void {
      // The own limit first: whoever floods alone shall not use up what an office has together.
      pass(messages.take(id));
      pass(messagesOfAddress.take(address));
    },
    event: ({ id }: Sender): void => pass(otherEvents.take(id)),
    beginning: ({ address }: Sender): void => pass(beginnings.take(address)),
    /** Whether one more may come; asked before a connection is let in. */
    room({ address }: Sender): void {
      if ((sockets.get(address) ?? 0) >= limits.socketsOfAddress) throw new TooManyError(10);
    },
    arrive: ({ address }: Sender): void => void sockets.set(address, (sockets.get(address) ?? 0) + 1),
    leave({ address }: Sender): void {
      const there = (sockets.get(address) ?? 1) - 1;
      if (there > 0) sockets.set(address, there);
      else sockets.delete(address);
    },
  };
}

const loopback = /^(?:::ffff:)?127\.|^::1$/u;

/** Who connects. Only a proxy on the same machine is believed when it says for whom it speaks, as in `server.ts`. */
export function addressOf(peer: string, headers: IncomingHttpHeaders): string {
  const said = headers['x-forwarded-for'];
  if (!loopback.test(peer) || said === undefined) return peer;
  return String(said).split(',').at(-1)!.trim() || peer;
}
