import { createHash, randomBytes } from 'node:crypto';
import type { Kysely, Selectable } from 'kysely';
import type { AccountTable, AccountTables, Role } from './account-tables.ts';
import { hashPassword, passwordMatches } from './password.ts';

export type AccountRow = Selectable<AccountTable>;

export interface NewAccount {
  name: string;
  displayName: string;
  role: Role;
  district: string | null;
  unit: string | null;
  password: string;
}

const sessionHours = 12;

export type AccountStore = ReturnType<typeof createAccountStore>;

export function createAccountStore(db: Kysely<AccountTables>, now: () => Date) {
  const active = () => db.selectFrom('account').selectAll('account').where('disabled_at', 'is', null);
  return {
    find: (name: string): Promise<AccountRow | undefined> => active().where('name', '=', name).executeTakeFirst(),

    /** Creates an account unless the name is taken; true when it was created. */
    async create({ name, displayName, role, district, unit, password }: NewAccount): Promise<boolean> {
      const id = randomBytes(9).toString('base64url');
      const password_hash = await hashPassword(password);
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('account')
        .values({
          id,
          name,
          display_name: displayName,
          role,
          district,
          unit,
          password_hash,
          created_at: now(),
          disabled_at: null,
        })
        .onConflict((conflict) => conflict.column('name').doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows === 1n;
    },

    /** Gives a session token, or null when name and password do not belong together. */
    async logIn(name: string, password: string): Promise<{ token: string; account: AccountRow } | null> {
      const account = await active().where('name', '=', name).executeTakeFirst();
      // An unknown name takes as long as a wrong password, so that names cannot be found out by the clock.
      const matches = await passwordMatches(password, account?.password_hash ?? unknownAccountHash);
      if (!account || !matches) return null;
      const token = randomBytes(32).toString('base64url');
      const expires_at = new Date(now().getTime() + sessionHours * 3_600_000);
      await db
        .insertInto('session')
        .values({ token_hash: hashOfToken(token), account_id: account.id, created_at: now(), expires_at })
        .execute();
      return { token, account };
    },

    accountOf: (token: string): Promise<AccountRow | undefined> =>
      active()
        .innerJoin('session', 'session.account_id', 'account.id')
        .where('session.token_hash', '=', hashOfToken(token))
        .where('session.expires_at', '>', now())
        .executeTakeFirst(),

    async logOut(token: string): Promise<void> {
      await db.deleteFrom('session').where('token_hash', '=', hashOfToken(token)).execute();
    },

    async audit(actor: string, action: string, subject: string, detail: Record<string, unknown> = {}): Promise<void> {
      await db
        .insertInto('audit')
        .values({ at: now(), actor, action, subject, detail: JSON.stringify(detail) })
        .execute();
    },
  };
}

// A hash of nobody's password: 16 zero bytes of salt, a key that nothing derives to.
const unknownAccountHash = `scrypt$${Buffer.alloc(16).toString('base64url')}$${Buffer.alloc(32).toString('base64url')}`;

/** What a session's token is kept as. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
