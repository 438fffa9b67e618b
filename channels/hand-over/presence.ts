import type { Kysely } from 'kysely';
import { addAuditLine } from '../access/audit-line.ts';
import type { HandOverRecord } from './hand-over-tables.ts';

// The console asks every few seconds; one that has not asked for so long is closed, asleep or offline.
export const presentForMs = 30_000;

export interface Presence {
  /** Notes that an operator's console asked just now, and gives whether they take chats. */
  see(account: string): Promise<boolean>;
  /** Turns an operator's switch, with its line of audit when that changed anything. */
  turn(account: string, receives: boolean): Promise<void>;
  /** How many take chats and are there. */
  count(): Promise<number>;
}

/** Who is there to take a chat: whose switch is on and whose console has asked within the last half minute. */
export function createPresence(db: Kysely<HandOverRecord>, now: () => Date): Presence {
  return {
    see: (account) => see(db, account, now()),

    turn: (account, receives) =>
      db.transaction().execute(async (trx) => {
        const at = now();
        // Being seen locks the row: of two pages that turn at once only one changes it.
        if ((await see(trx, account, at)) === receives) return;
        await trx.updateTable('operator_presence').set({ receives }).where('account', '=', account).execute();
        const action = receives ? 'chat-duty-on' : 'chat-duty-off';
        await addAuditLine(trx, { at, actor: account, action, subject: account, detail: {} });
      }),

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

async function see(db: Kysely<HandOverRecord>, account: string, seen_at: Date): Promise<boolean> {
  const row = await db
    .insertInto('operator_presence')
    .values({ account, seen_at, receives: false })
    .onConflict((conflict) => conflict.column('account').doUpdateSet({ seen_at }))
    .returning('receives')
    .executeTakeFirstOrThrow();
  return row.receives;
}
