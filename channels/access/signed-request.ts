import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import { RequestError } from '../http/error-handler.ts';

export interface RequestToSign {
  /** In capitals. */
  method: string;
  /** As it stands in the request's first line, with its query. */
  path: string;
  /** The bytes as they are sent; empty for a request without a body. */
  body: string | Uint8Array;
}

export interface SignedParts {
  keyId: string;
  /** The sender's clock, Unix milliseconds. */
  time: number;
  nonce: string;
  signature: string;
}

/** How far the sender's clock may be from ours, in either direction. */
export const signatureWindowMs = 5 * 60_000;

const Headers = z.object({
  'x-yuwen-key': z.string().regex(/^[\w-]{1,64}$/u),
  'x-yuwen-time': z.string().regex(/^\d{13}$/u),
  'x-yuwen-nonce': z.string().regex(/^[\w-]{16,64}$/u),
  'x-yuwen-signature': z.string().regex(/^[0-9a-f]{64}$/iu),
});

/** @throws RequestError `signature_wrong` when a header is missing or out of form */
export function readSignedHeaders(headers: IncomingHttpHeaders): SignedParts {
  const result = Headers.safeParse(headers);
  if (!result.success)
    throw new RequestError(
      'signature_wrong',
      `签名标头 ${String(result.error.issues[0]?.path[0])} 缺少或格式不对，请对照对接说明补齐四个 x-yuwen 标头。`,
    );
  const read = result.data;
  return {
    keyId: read['x-yuwen-key'],
    time: Number(read['x-yuwen-time']),
    nonce: read['x-yuwen-nonce'],
    signature: read['x-yuwen-signature'].toLowerCase(),
  };
}

/** Hexadecimal HMAC-SHA256 over method, path, time, nonce and the body's SHA-256, a line each. */
export function signatureOf(
  { method, path, body }: RequestToSign,
  { time, nonce }: Pick<SignedParts, 'time' | 'nonce'>,
  secret: string,
): string {
  const digest = createHash('sha256').update(body).digest('hex');
  return createHmac('sha256', secret)
    .update([method, path, String(time), nonce, digest].join('\n'))
    .digest('hex');
}

/** The four headers of a signed request; for our own clients and for tests. */
export function signedHeaders(
  request: RequestToSign,
  { keyId, secret, time, nonce }: { keyId: string; secret: string; time: number; nonce: string },
): Record<string, string> {
  return {
    'x-yuwen-key': keyId,
    'x-yuwen-time': String(time),
    'x-yuwen-nonce': nonce,
    'x-yuwen-signature': signatureOf(request, { time, nonce }, secret),
  };
}

/** Compares hashes, so that neither length nor content shows in the time it takes. */
export function isSame(given: string, expected: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(expected));
}
