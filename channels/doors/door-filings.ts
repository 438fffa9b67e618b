import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Door } from '../access/access-key.ts';
import { RequestError } from '../http/error-handler.ts';
import type { DoorTables } from './door-tables.ts';

export interface FilingClaim {
  door: Door;
  keyId: string;
  /** The client's own id of what it files, unique among what it ever files. */
  clientId: string;
  /** Everything that decides what is filed; the same id with something else is a mistake of the client's. */
  said: readonly unknown[];
  point?: { lat: number; long: number } | null;
}

export type DoorFilings = ReturnType<typeof createDoorFilings>;

/** Remembers under which id another system files what, so that a repeat is the same ticket and a mix-up is refused. */
export function createDoorFilings(db: Kysely<DoorTables>, now: () => Date) {
  const find = (sourceId: string) =>
    db.selectFrom('door_filing').selectAll().where('source_id', '=', sourceId).executeTakeFirst();

  return {
    /**
     * Takes the id and gives the source under which to file.
     * @throws RequestError `idempotency_mismatch` where the id was used for something else
     */
    async claim(claim: FilingClaim): Promise<string> {
      const sourceId = sourceIdOf(claim);
      const digest = digestOf(claim.said);
      const { lat = null, long = null } = claim.point ?? {};
      await db
        .insertInto('door_filing')
        .values({ source_id: sourceId, digest, lat, long, at: now() })
        .onConflict((conflict) => conflict.column('source_id').doNothing())
        .execute();
      if ((await find(sourceId))?.digest !== digest)
        throw new RequestError('idempotency_mismatch', '这个编号已经用于另一件诉求，请换一个新的编号再提交。');
      return sourceId;
    },

    /** The source of a claim made before with the same words; null where there is none, or none so young. */
    async claimed(claim: FilingClaim, notOlderThanMs: number): Promise<string | null> {
      const row = await find(sourceIdOf(claim));
      if (!row || row.digest !== digestOf(claim.said)) return null;
      return now().getTime() - row.at.getTime() <= notOlderThanMs ? row.source_id : null;
    },
  };
}

/** The source under which a ticket is filed that comes by this claim. */
export function sourceIdOf({ door, keyId, clientId }: FilingClaim): string {
  return `${door}:${keyId}:${clientId}`;
}

function digestOf(said: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}
