import { randomBytes } from 'node:crypto';
import { type Kysely, sql, type Transaction } from 'kysely';
import { addAuditLine } from '../access/audit-line.ts';
import { AccountError } from './account-error.ts';
import { type AccountRow, hashOfToken, type NewAccount } from './account-store.ts';
import type { AccountTables } from './account-tables.ts';
import { hashPassword } from './password.ts';
import { readablePassword } from './readable-password.ts';

/** What an account is there for: its role, and for which district and unit; null is the whole city, every unit. */
export type Duty = Pick<AccountRow, 'role' | 'district' | 'unit'>;

export type ListedAccount = Omit<AccountRow, 'password_hash'> & { last_log_in: Date | null };

export type AccountUpkeep = ReturnType<typeof createAccountUpkeep>;

/** What an administrator does with accounts. Each change and its line of audit are one transaction. */
export function createAccountUpkeep(db: Kysely<AccountTables>, now: () => Date) {
  const audit = (trx: Transaction<AccountTables>, actor: string, action: string, subject: string, detail: object) =>
    addAuditLine(trx, { at: now(), actor, action, subject, detail: { ...detail } });

  return {
    /** Everybody, the disabled ones too, by name. */
    list: (): Promise<ListedAccount[]> =>
      db
        .selectFrom('account')
        .leftJoin(lastLogIns(db), (join) => join.onRef('log_in.actor', '=', 'account.name'))
        .select(['id', 'name', 'display_name', 'role', 'district', 'unit', 'created_at', 'disabled_at'])
        .select('log_in.last as last_log_in')
        .orderBy('name')
        .execute(),

    /** Gives the first password, which nobody can see again. @throws AccountError `account_name_taken` */
    async create(account: Omit<NewAccount, 'password'>, by: string): Promise<string> {
      const password = readablePassword();
      const { name, displayName, role, district, unit } = account;
      const password_hash = await hashPassword(password);
      const id = randomBytes(9).toString('base64url');
      await db.transaction().execute(async (trx) => {
        const { numInsertedOrUpdatedRows } = await trx
          .insertInto('account')
          .values({ id, name, display_name: displayName, role, district, unit, password_hash, created_at: now() })
          .onConflict((conflict) => conflict.column('name').doNothing())
          .executeTakeFirstOrThrow();
        if (numInsertedOrUpdatedRows !== 1n)
          throw new AccountError('account_name_taken', `账号“${name}”已经有了，请换一个名字。`);
        await audit(trx, by, 'account-created', name, { displayName, role, district, unit });
      });
      return password;
    },

    /**
     * Gives an account another duty than the one it was seen with; false where there is no such account. Its sessions go on
     * under the new duty at once, because every request and every line of the hotline's socket reads the account anew.
     * @throws AccountError `account_own`, `account_changed`, `account_last_administrator`
     */
    async changeDuty(name: string, { from, to }: { from: Duty; to: Duty }, by: string, reason: string) {
      if (name === by) throw new AccountError('account_own', '不能改自己的岗位，请由另一位管理员操作。');
      return db.transaction().execute(async (trx) => {
        if (to.role !== 'administrator') await keepAnAdministrator(trx, name);
        const present = await dutyOf(trx, name);
        if (!present) return false;
        if (!isSameDuty(present, from))
          throw new AccountError('account_changed', `“${name}”的岗位刚被别人改过，请看清现在的岗位后再改。`);
        if (isSameDuty(present, to)) return true;
        await trx.updateTable('account').set(to).where('name', '=', name).execute();
        await audit(trx, by, 'account-duty-changed', name, { from, to, reason });
        return true;
      });
    },

    /** Ends every session of the account at once. @throws AccountError when nobody would be left to let others in */
    async disable(name: string, by: string, reason: string): Promise<boolean> {
      if (name === by) throw new AccountError('account_own', '不能停用自己的账号，请由另一位管理员操作。');
      return db.transaction().execute(async (trx) => {
        await keepAnAdministrator(trx, name);
        const account = await trx
          .updateTable('account')
          .set({ disabled_at: sql`coalesce(disabled_at, ${now()})` })
          .where('name', '=', name)
          .returning('id')
          .executeTakeFirst();
        if (!account) return false;
        await trx.deleteFrom('session').where('account_id', '=', account.id).execute();
        await audit(trx, by, 'account-disabled', name, { reason });
        return true;
      });
    },

    async enable(name: string, by: string, reason: string): Promise<boolean> {
      return db.transaction().execute(async (trx) => {
        const account = await trx
          .updateTable('account')
          .set({ disabled_at: null })
          .where('name', '=', name)
          .returning('id')
          .executeTakeFirst();
        if (account) await audit(trx, by, 'account-enabled', name, { reason });
        return account !== undefined;
      });
    },

    /**
     * Gives a new password, shown once; null where there is no such account. Sessions of the old one end, but for that
     * of `keepToken`: who changes the own password goes on working.
     */
    async resetPassword(name: string, by: string, keepToken: string): Promise<string | null> {
      const password = readablePassword();
      const password_hash = await hashPassword(password);
      return db.transaction().execute(async (trx) => {
        const account = await trx
          .updateTable('account')
          .set({ password_hash })
          .where('name', '=', name)
          .returning('id')
          .executeTakeFirst();
        if (!account) return null;
        await trx
          .deleteFrom('session')
          .where('account_id', '=', account.id)
          .where('token_hash', '!=', hashOfToken(keepToken))
          .execute();
        await audit(trx, by, 'account-password-reset', name, {});
        return password;
      });
    },
  };
}

/** From the audit, because a session is gone once somebody has logged out. */
const lastLogIns = (db: Kysely<AccountTables>) =>
  db
    .selectFrom('audit')
    .select((of) => ['actor', of.fn.max('at').as('last')])
    .where('subject', '=', 'session')
    .where('action', '=', 'log-in')
    .groupBy('actor')
    .as('log_in');

/** The row is held, so that of two who change the same duty at once the second is told. */
const dutyOf = (trx: Transaction<AccountTables>, name: string): Promise<Duty | undefined> =>
  trx
    .selectFrom('account')
    .select(['role', 'district', 'unit'])
    .where('name', '=', name)
    .forUpdate()
    .executeTakeFirst();

const isSameDuty = (one: Duty, other: Duty) =>
  one.role === other.role && one.district === other.district && one.unit === other.unit;

/** The administrators' rows are held, so that two who take the role from each other at once are not both let. */
async function keepAnAdministrator(trx: Transaction<AccountTables>, leaving: string): Promise<void> {
  const administrators = await trx
    .selectFrom('account')
    .select('name')
    .where('role', '=', 'administrator')
    .where('disabled_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();
  const isOne = administrators.some(({ name }) => name === leaving);
  if (isOne && administrators.length === 1)
    throw new AccountError('account_last_administrator', '这是最后一个可用的管理员账号，请先新建或启用另一位管理员。');
}
