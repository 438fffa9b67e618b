import type { Kysely } from 'kysely';
import { RequestError } from '../http/error-handler.ts';
import type { AccessTables } from './access-tables.ts';

/** Desks' clocks differ; a nonce outlives its signature by more than they do. */
const marginMs = 60_000;
const sweepEveryMs = 5 * 60_000;

/** Nonces lie in the record: what was used at one desk is used at all of them, and after a restart. */
export function createUsedNonces(db: Kysely<AccessTables>, now: () => Date) {
  let sweptAt = 0;

  /** Those whose signatures have expired are refused for their time, and need not be known any more. */
  async function sweep(): Promise<void> {
    if (now().getTime() - sweptAt < sweepEveryMs) return;
    sweptAt = now().getTime();
    await db.deleteFrom('access_nonce').where('expires_at', '<', now()).execute();
  }

  return {
    /** @throws RequestError `nonce_replayed` when this key has used it already */
    async use(keyId: string, nonce: string, signatureEnds: Date): Promise<void> {
      const expires_at = new Date(signatureEnds.getTime() + marginMs);
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('access_nonce')
        .values({ key_id: keyId, nonce, expires_at })
        .onConflict((conflict) => conflict.columns(['key_id', 'nonce']).doNothing())
        .executeTakeFirstOrThrow();
      if (numInsertedOrUpdatedRows !== 1n)
        throw new RequestError('nonce_replayed', '这个随机串已经用过：重发请求要换新的随机串并重新签名。');
      await sweep();
    },
  };
}
