import { randomBytes } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import { signatureOf } from '../access/signed-request.ts';
import type { CallEventInput, EventsTaken, HotlineClientEvents, HotlineServerEvents } from '../http/hotline-types.ts';

/** The call centre's end of the stream: one connection, any number of calls. */
export interface CallLine {
  /** Sends events and waits for the commit. @throws Error with the desk's code */
  send(id: string, events: readonly CallEventInput[]): Promise<EventsTaken>;
  /** Told of every change where the connection is an operator's. */
  onChange(listener: (change: { id: string; version: number }) => void): void;
  close(): void;
}

export interface LineOptions {
  /** `<id>.<secret>`, as a key is issued. */
  key?: string | undefined;
  /** A session's cookie, for an operator's connection. */
  cookie?: string | undefined;
}

/** Connects to a desk's `/hotline`; every connection and reconnection is signed anew. */
export async function openCallLine(address: string, { key, cookie }: LineOptions): Promise<CallLine> {
  const socket: Socket<HotlineServerEvents, HotlineClientEvents> = io(`${address}/hotline`, {
    transports: ['websocket'],
    forceNew: true,
    ...(key && { auth: (give: (auth: object) => void) => give(signedHandshake(key)) }),
    ...(cookie && { extraHeaders: { cookie } }),
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', (error: Error & { data?: { code?: string } }) => {
      socket.close();
      reject(Object.assign(error, { code: error.data?.code ?? 'desk_unreachable' }));
    });
  });
  return {
    async send(id, events) {
      const answer = await socket.emitWithAck('call-events', { id, events });
      if (answer.ok) return answer.value;
      throw Object.assign(new Error(answer.error.message), { code: answer.error.code });
    },
    onChange: (listener) => void socket.on('call-changed', listener),
    close: () => void socket.close(),
  };
}

function signedHandshake(token: string) {
  const at = token.indexOf('.');
  const [key, secret] = [token.slice(0, at), token.slice(at + 1)];
  const [time, nonce] = [Date.now(), randomBytes(18).toString('base64url')];
  const signature = signatureOf({ method: 'GET', path: '/hotline', body: '' }, { time, nonce }, secret);
  return { key, time: String(time), nonce, signature };
}
