import { Alert, Badge, Button, Group, Stack } from '@mantine/core';
import type { DataTableColumn } from 'mantine-datatable';
import { useState } from 'react';
import type { AccountList, ListedAccount } from '../../../channels/http/admin-types.ts';
import { toMoment } from '../../widget/moments.ts';
import { Dialog } from '../parts/dialog.tsx';
import { ListTable } from '../parts/list-table.tsx';
import { Moment } from '../parts/moment.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { Empty, Read } from '../parts/query-states.tsx';
import { useAccount } from '../session/use-account.ts';
import { useWords } from '../words/use-words.tsx';
import { type AccountChange, ChangeAccount } from './change-account.tsx';
import { NewAccountForm } from './new-account-form.tsx';
import { type Secret, ShownOnce } from './shown-once.tsx';
import { useAccounts } from './use-admin.ts';

/** Who may work here. */
export function AccountsPage() {
  const words = useWords().admin.accounts;
  const accounts = useAccounts();
  const [creating, setCreating] = useState(false);
  const [change, setChange] = useState<AccountChange | null>(null);
  const [secret, setSecret] = useState<Secret | null>(null);
  const showPassword = (name: string, password: string) =>
    setSecret({ title: words.passwordOf(name), values: [{ label: words.password, value: password }] });
  return (
    <>
      <PageHeading title={words.title} note={words.note}>
        <Button onClick={() => setCreating(true)}>{words.create}</Button>
      </PageHeading>
      <Read query={accounts}>{(list) => <Accounts list={list} ask={setChange} />}</Read>
      <Dialog title={creating ? words.create : null} close={() => setCreating(false)}>
        <NewAccountForm
          districts={accounts.data?.districts ?? []}
          close={() => setCreating(false)}
          made={showPassword}
        />
      </Dialog>
      <ChangeAccount change={change} close={() => setChange(null)} reset={showPassword} />
      <ShownOnce secret={secret} close={() => setSecret(null)} />
    </>
  );
}

function Accounts({ list: { items }, ask }: { list: AccountList; ask: (change: AccountChange) => void }) {
  const words = useWords().admin.accounts;
  const columns = useColumns(ask);
  if (items.length === 0) return <Empty>{words.none}</Empty>;
  return (
    <Stack>
      {items.some(({ isDemo, disabledAt }) => isDemo && !disabledAt) && <Alert color="orange">{words.demoNote}</Alert>}
      <ListTable idAccessor="name" records={items} columns={columns} />
    </Stack>
  );
}

function useColumns(ask: (change: AccountChange) => void): DataTableColumn<ListedAccount>[] {
  const words = useWords();
  const names = words.admin.accounts;
  return [
    { accessor: 'name', title: names.name, render: (account) => <NameCell account={account} /> },
    { accessor: 'displayName', title: names.displayName },
    { accessor: 'role', title: names.role, render: ({ role }) => words.roles[role] },
    { accessor: 'district', title: names.district, render: ({ district }) => district ?? names.wholeCity },
    { accessor: 'unit', title: names.unit, render: ({ unit }) => unit ?? '—' },
    {
      accessor: 'lastLogInAt',
      title: names.lastLogIn,
      render: ({ lastLogInAt }) => (lastLogInAt ? <Moment at={lastLogInAt} /> : words.admin.never),
    },
    {
      accessor: 'disabledAt',
      title: names.state,
      render: ({ disabledAt }) => (disabledAt ? names.disabled(toMoment(disabledAt, words.locale)) : names.active),
    },
    { accessor: 'actions', title: names.actions, render: (account) => <Actions account={account} ask={ask} /> },
  ];
}

function NameCell({ account: { name, isDemo } }: { account: ListedAccount }) {
  const words = useWords().admin.accounts;
  return (
    <>
      {name}{' '}
      {isDemo && (
        <Badge variant="light" color="orange">
          {words.demo}
        </Badge>
      )}
    </>
  );
}

function Actions({ account, ask }: { account: ListedAccount; ask: (change: AccountChange) => void }) {
  const words = useWords().admin.accounts;
  const { name } = account;
  const isOwn = useAccount().name === name;
  const state = account.disabledAt ? 'enable' : 'disable';
  return (
    <Group gap="xs" wrap="nowrap">
      {([...(isOwn ? [] : (['duty'] as const)), state, 'reset'] as const).map((kind) => (
        <Button
          key={kind}
          variant="default"
          size="compact-md"
          aria-label={words.of(words[kind], name)}
          onClick={() => ask({ kind, name })}
        >
          {words[kind]}
        </Button>
      ))}
    </Group>
  );
}
