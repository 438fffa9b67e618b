import type { Kysely } from 'kysely';
import type { HandOverRecord } from './hand-over-tables.ts';

// The console asks every few seconds; one that has not asked for so long is closed, asleep or offline.
export const presentForMs = 30_000;

export interface Presence {
  /** Notes that an operator's console asked just now; `receives` turns their switch, left out it stays. */
  see(account: string, receives?: boolean): Promise<boolean>;
  /** How many take chats and are there. */
  count(): Promise<number>;
}

/** Who is there to take a chat: whose switch is on and whose console has asked within the last half minute. */
export function createPresence(db: Kysely<HandOverRecord>, now: () => Date): Presence {
  return {
    async see(account, receives) {
      const seen_at = now();
      const row = await db
        .insertInto('operator_presence')
        .values({ account, seen_at, receives: receives ?? false })
        .onConflict((conflict) =>
          conflict.column('account').doUpdateSet({ seen_at, ...(receives === undefined ? {} : { receives }) }),
        )
        .returning('receives')
        .executeTakeFirstOrThrow();
      return row.receives;
    },
    async count() {
      const { there } = await db
        .selectFrom('operator_presence')
        .innerJoin('account', 'account.name', 'operator_presence.account')
        .select(({ fn }) => fn.countAll<string>().as('there'))
        .where('receives', '=', true)
        .where('account.disabled_at', 'is', null)
        .where('seen_at', '>', new Date(now().getTime() - presentForMs))
        .executeTakeFirstOrThrow();
      return Number(there);
    },
  };
}
