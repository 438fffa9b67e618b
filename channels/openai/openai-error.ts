import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { AskedTooOften } from '../doors/enter-door.ts';
import { answerTo, RequestError } from '../http/error-handler.ts';

/** An error as OpenAI's clients read it. */
export const OpenAiErrorBody = z.object({
  error: z.object({
    message: z.string(),
    type: z.string(),
    /** The field of the request that is at fault, `messages[1].content`. */
    param: z.string().nullable(),
    code: z.string().nullable(),
  }),
});
export type OpenAiErrorBody = z.infer<typeof OpenAiErrorBody>;

/** A field that asks for something that there is not. */
export class UnsupportedParameter extends RequestError {
  readonly param: string;
  constructor(
    param: string,
    message: string,
    code: 'parameter_unsupported' | 'model_unknown' = 'parameter_unsupported',
  ) {
    super(code, message);
    this.param = param;
  }
}

/** Nobody receives it; logs and counters tell it apart from what broke. */
const clientClosedRequest = 499;

/** The names that OpenAI's clients know kinds of errors by. */
function typeOf(status: number): string {
  if (status === 401) return 'authentication_error';
  if (status === 403) return 'permission_error';
  if (status === 429) return 'rate_limit_error';
  return status >= 500 ? 'server_error' : 'invalid_request_error';
}

export function toOpenAiError(error: FastifyError, request: FastifyRequest): { status: number; body: OpenAiErrorBody } {
  const { status, body } = answerTo(error, request);
  const param = error instanceof UnsupportedParameter ? error.param : invalidField(error);
  return { status, body: { error: { message: body.message, type: typeOf(status), param, code: body.code } } };
}

export function sendOpenAiError(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
  if (error.name === 'AbortError') return reply.code(clientClosedRequest).send(); // who hung up reads nothing
  const { status, body } = toOpenAiError(error, request);
  if (error instanceof AskedTooOften) reply.header('retry-after', error.retryAfterSeconds);
  // The client tries again by itself after a 5xx; what was turned off stays off for longer than that.
  if ((error as { code?: unknown }).code === 'surface_off') reply.header('x-should-retry', 'false');
  return reply.code(status).type('application/json; charset=utf-8').send(JSON.stringify(body));
}

/** 「/messages/0/content」 as `messages[0].content`. */
function invalidField(error: FastifyError): string | null {
  if (!hasZodFastifySchemaValidationErrors(error)) return null;
  const [issue] = error.validation;
  const parts = issue?.instancePath.split('/').filter(Boolean) ?? [];
  return parts.length === 0 ? null : parts.join('.').replace(/\.(\d+)(?=\.|$)/gu, '[$1]');
}
