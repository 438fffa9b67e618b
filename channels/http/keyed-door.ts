import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { AccessKey, Door } from '../access/access-key.ts';
import type { AccessKeys } from '../access/access-keys.ts';
import { RequestError } from './error-handler.ts';

/**
 * For the `config` of a route that other systems call: one address of theirs speaks for hundreds of callers. By address
 * all the same and not by key, because a key is only known to be one after it was looked up.
 */
export const keyedDoorLimit = { rateLimit: { max: 12_000, timeWindow: '1 minute' } } as const;

/** Says whose key a request carries: a signature where there is one, a bearer token otherwise. */
export function createKeyedDoor(accessKeys: AccessKeys, door: Door) {
  return (request: FastifyRequest): Promise<AccessKey> =>
    isSigned(request)
      ? accessKeys.verifySigned(
          { headers: request.headers, method: request.method, path: request.url, body: rawBodyOf(request) },
          door,
        )
      : accessKeys.verifyBearer(request.headers.authorization, door);
}

/** Whether somebody means to come in by a key at all, right or wrong. */
export const hasKey = (request: FastifyRequest): boolean =>
  request.headers.authorization !== undefined || isSigned(request);

const isSigned = ({ headers }: FastifyRequest) =>
  headers['x-yuwen-signature'] !== undefined || headers['x-yuwen-key'] !== undefined;

/** @throws RequestError `filing_not_allowed` for a key that may only ask */
export function requireFiling(key: AccessKey): void {
  if (!key.filesTickets)
    throw new RequestError('filing_not_allowed', '这把访问密钥不能登记工单，请管理员签发可以登记的密钥。');
}

const rawBodies = new WeakMap<FastifyRequest, Buffer>();

/**
 * Keeps the bytes of JSON bodies in this plugin's routes, for their signatures: JSON that was read and written again is
 * not what was signed. Parsers of other content types keep theirs by `keepRaw`.
 */
export function keepRawBody(app: Pick<FastifyInstance, 'addContentTypeParser' | 'getDefaultJsonParser'>): void {
  const readJson = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    keepRaw(request, body as Buffer);
    readJson(request, body.toString('utf8'), done);
  });
}

export function keepRaw(request: FastifyRequest, body: Buffer): void {
  rawBodies.set(request, body);
}

function rawBodyOf(request: FastifyRequest): Buffer | string {
  const raw = rawBodies.get(request);
  if (raw === undefined && request.body !== undefined && request.body !== null)
    throw new Error(`The body of ${request.url} was read without keepRawBody: its signature cannot be checked.`);
  return raw ?? '';
}
