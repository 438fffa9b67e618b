import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { AskedTooOften } from '../doors/enter-door.ts';
import { answerTo } from '../http/error-handler.ts';
import { readableAnywhere } from '../http/readable-anywhere.ts';
import { formatOf, writeOpen311 } from './open311-format.ts';

export const Open311Errors = z.array(z.object({ code: z.int(), description: z.string() }));

/**
 * The status that GeoReport v2 wants: 404 for what does not exist, 403 for a missing or wrong api_key, 400 for any other
 * mistake of the client. What the specification has no word for, too often and out of order, keeps its own.
 */
export function statusIn311(status: number): number {
  if (status === 401 || status === 403) return 403;
  return status === 404 || status === 429 || status >= 500 ? status : 400;
}

/** An error in the specification's shape and in the format of the address. */
export function sendOpen311Error(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
  const { status, body } = answerTo(error, request);
  const code = statusIn311(status);
  if (error instanceof AskedTooOften) reply.header('retry-after', error.retryAfterSeconds);
  const { contentType, text } = writeOpen311(
    'errors',
    [{ code, description: `${body.message}（${body.code}）` }],
    formatOf(request.url),
  );
  return reply
    .code(code)
    .header(...readableAnywhere)
    .type(contentType)
    .serializer((sent: unknown) => String(sent))
    .send(text);
}
