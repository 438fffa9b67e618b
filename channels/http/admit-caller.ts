import type { FastifyRequest } from 'fastify';
import type { AccessKeys } from '../access/access-keys.ts';
import { requireOn, type Switches } from '../access/switches.ts';

/** The name of the key that a request comes with; null where it brings none and an account must do. */
export type AdmitCaller = (request: FastifyRequest) => Promise<string | null>;

/** Who streams calls: a signed request, or a bearer key. @throws RequestError as the keys do, and `surface_off` */
export function createAdmitCaller({
  accessKeys,
  switches,
}: {
  accessKeys: AccessKeys;
  switches: Pick<Switches, 'isOn'>;
}): AdmitCaller {
  return async ({ headers, method, url, rawBody = '' }) => {
    requireOn(switches, 'hotline');
    if (headers['x-yuwen-signature'] !== undefined)
      return keyName(await accessKeys.verifySigned({ headers, method, path: url, body: rawBody }, 'hotline'));
    if (headers.authorization === undefined) return null;
    return keyName(await accessKeys.verifyBearer(headers.authorization, 'hotline'));
  };
}

const keyName = ({ id }: { id: string }) => `key:${id}`;
