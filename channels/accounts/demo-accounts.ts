import type { AccountStore, NewAccount } from './account-store.ts';
import { readablePassword } from './readable-password.ts';

const demoAccounts: readonly Omit<NewAccount, 'password'>[] = [
  { name: 'cadre-demo', displayName: '全市干部（演示）', role: 'cadre', district: null, unit: null },
  { name: 'cadre-yuzhong', displayName: '渝中区干部（演示）', role: 'cadre', district: '渝中区', unit: null },
  { name: 'handler-demo', displayName: '渝中区承办人（演示）', role: 'unit_handler', district: '渝中区', unit: null },
  { name: 'hotline-demo', displayName: '热线坐席（演示）', role: 'hotline_operator', district: null, unit: null },
  { name: 'operator-demo', displayName: '运营人员（演示）', role: 'operator', district: null, unit: null },
  { name: 'admin-demo', displayName: '管理员（演示）', role: 'administrator', district: null, unit: null },
];

/** A demo account's rights; the command line can act as one before the first start has made its password. */
export function demoAccountNamed(name: string): Pick<NewAccount, 'name' | 'district'> | undefined {
  return demoAccounts.find((account) => account.name === name);
}

/** Creates the demo accounts that do not exist yet, each with a password made now; gives those to print once. */
export async function createDemoAccounts(
  accounts: AccountStore,
): Promise<{ name: string; password: string; displayName: string }[]> {
  const created = [];
  for (const account of demoAccounts) {
    if (await accounts.find(account.name)) continue;
    const password = readablePassword();
    if (await accounts.create({ ...account, password }))
      created.push({ name: account.name, displayName: account.displayName, password });
  }
  return created;
}
