import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { AccessKey, Door } from '../access/access-key.ts';
import { requireOn, type Switches } from '../access/switches.ts';
import { RequestError } from '../http/error-handler.ts';

/** How often one key may ask. */
export interface DoorLimit {
  max: number;
  windowMs: number;
}

/** A portal that serves a whole district asks about so often; who needs more is given a second key. */
export const ordinaryLimit: DoorLimit = { max: 120, windowMs: 60_000 };

interface Needs {
  switches: Pick<Switches, 'isOn'>;
  door: Door;
  limit: DoorLimit;
  /** Finds the key that the request shows. @throws RequestError */
  verify: (request: FastifyRequest) => Promise<AccessKey>;
}

/** Lets a request in at a door: is the door open, is the key good, does the key ask too often. */
export function createDoorEntrance(app: FastifyInstance, { switches, door, limit, verify }: Needs) {
  const keyOf = new WeakMap<FastifyRequest, AccessKey>();
  const count = app.createRateLimit({
    max: limit.max,
    timeWindow: limit.windowMs,
    keyGenerator: (request) => `${door}:${keyOf.get(request)?.id}`,
  });
  return async (request: FastifyRequest): Promise<AccessKey> => {
    requireOn(switches, door);
    const key = await verify(request);
    keyOf.set(request, key);
    const counted = await count(request);
    if (!counted.isAllowed && counted.isExceeded) throw new AskedTooOften(counted.ttlInSeconds);
    return key;
  };
}

/** Carries how long to wait, for the `retry-after` header. */
export class AskedTooOften extends RequestError {
  readonly retryAfterSeconds: number;
  constructor(retryAfterSeconds: number) {
    super('too_many', `请求太频繁，请过 ${retryAfterSeconds} 秒再试。`);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
