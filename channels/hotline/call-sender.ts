import { randomBytes } from 'node:crypto';
import { signedHeaders } from '../access/signed-request.ts';
import { type CallDetail, type CallEventInput, CallDetail as Detail, EventsTaken } from '../http/hotline-types.ts';

/** Where a replayed call goes: a running desk, or one in this process. */
export interface CallSender {
  send(id: string, events: readonly CallEventInput[]): Promise<EventsTaken>;
  detail(id: string): Promise<CallDetail>;
}

export class CallSenderError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = 'CallSenderError';
    this.code = code;
  }
}

/** Sends signed requests to a desk, as a call centre does; `token` is `<id>.<secret>`. @throws CallSenderError with the desk's code */
export function createCallSender(address: string, token: string): CallSender {
  const at = token.indexOf('.');
  const [keyId, secret] = [token.slice(0, at), token.slice(at + 1)];
  if (at < 1 || secret === '')
    throw new CallSenderError('key_wrong', '密钥的格式是“编号.密钥”，请整串复制管理员签发的那一行。');

  async function ask(method: 'GET' | 'POST', path: string, body = ''): Promise<unknown> {
    const sign = { keyId, secret, time: Date.now(), nonce: randomBytes(18).toString('base64url') };
    const headers = {
      ...signedHeaders({ method, path, body }, sign),
      ...(body !== '' && { 'content-type': 'application/json' }),
    };
    const answer = await fetch(new URL(path, address), { method, headers, ...(body !== '' && { body }) }).catch(
      (cause: Error) => {
        throw new CallSenderError('desk_unreachable', `连不上 ${address}：${cause.message}。请检查服务是否已启动。`);
      },
    );
    const value = (await answer.json().catch(() => null)) as { code?: string; message?: string } | null;
    if (!answer.ok)
      throw new CallSenderError(
        value?.code ?? 'internal',
        value?.message ?? `服务答复了 ${answer.status}，请稍后再试。`,
      );
    return value;
  }

  return {
    send: async (id, events) =>
      EventsTaken.parse(await ask('POST', `/api/calls/${id}/events`, JSON.stringify({ events }))),
    detail: async (id) => Detail.parse(await ask('GET', `/api/calls/${id}`)),
  };
}
