import { Badge, Button } from '@mantine/core';
import type { DataTableColumn } from 'mantine-datatable';
import { useState } from 'react';
import type { ListedKey } from '../../../channels/http/admin-types.ts';
import { toMoment } from '../../widget/moments.ts';
import { Dialog } from '../parts/dialog.tsx';
import { ListTable } from '../parts/list-table.tsx';
import { Moment } from '../parts/moment.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { Empty, Read } from '../parts/query-states.tsx';
import { ReasonForm } from '../parts/reason-form.tsx';
import { useWords } from '../words/use-words.tsx';
import { NewKeyForm } from './new-key-form.tsx';
import { type Secret, ShownOnce } from './shown-once.tsx';
import { useKeys, useRevokeKey } from './use-admin.ts';

/** What other systems come in with. */
export function KeysPage() {
  const words = useWords().admin.keys;
  const keys = useKeys();
  const [issuing, setIssuing] = useState(false);
  const [revoking, setRevoking] = useState<ListedKey | null>(null);
  const [secret, setSecret] = useState<Secret | null>(null);
  return (
    <>
      <PageHeading title={words.title} note={words.note}>
        <Button onClick={() => setIssuing(true)}>{words.issue}</Button>
      </PageHeading>
      <Read query={keys}>{({ items }) => <Keys items={items} revoke={setRevoking} />}</Read>
      <Dialog title={issuing ? words.issue : null} close={() => setIssuing(false)}>
        <NewKeyForm close={() => setIssuing(false)} issued={setSecret} />
      </Dialog>
      <Dialog title={revoking && words.revokeOf(revoking.name)} close={() => setRevoking(null)}>
        {revoking && <RevokeForm id={revoking.id} close={() => setRevoking(null)} />}
      </Dialog>
      <ShownOnce secret={secret} close={() => setSecret(null)} />
    </>
  );
}

function RevokeForm({ id, close }: { id: string; close: () => void }) {
  const words = useWords().admin.keys;
  const revoke = useRevokeKey();
  return (
    <ReasonForm
      note={words.revokeNote}
      confirm={words.revoke}
      takesAway
      error={revoke.error}
      pending={revoke.isPending}
      close={close}
      act={(reason) => revoke.mutate({ id, reason }, { onSuccess: close })}
    />
  );
}

function Keys({ items, revoke }: { items: ListedKey[]; revoke: (key: ListedKey) => void }) {
  const words = useWords().admin.keys;
  const columns = useColumns(revoke);
  if (items.length === 0) return <Empty>{words.none}</Empty>;
  return <ListTable records={items} columns={columns} />;
}

function useColumns(revoke: (key: ListedKey) => void): DataTableColumn<ListedKey>[] {
  const { admin, locale } = useWords();
  const names = admin.keys;
  return [
    { accessor: 'name', title: names.name, render: ({ name, createdAt }) => (createdAt ? name : names.environment) },
    { accessor: 'id', title: names.id, render: ({ id }) => <code>{id}</code> },
    {
      accessor: 'doors',
      title: names.doors,
      render: ({ doors }) =>
        doors.map((door) => (
          <Badge key={door} variant="light" mr={4}>
            {names.doorNames[door]}
          </Badge>
        )),
    },
    {
      accessor: 'filesTickets',
      title: names.files,
      render: ({ filesTickets }) => (filesTickets ? names.filesYes : names.filesNo),
    },
    {
      accessor: 'createdAt',
      title: names.created,
      render: ({ createdAt, createdBy }) => (createdAt ? `${createdBy} ${toMoment(createdAt, locale)}` : '—'),
    },
    {
      accessor: 'lastUsedAt',
      title: names.lastUsed,
      render: ({ lastUsedAt, createdAt }) => (lastUsedAt ? <Moment at={lastUsedAt} /> : createdAt ? admin.never : '—'),
    },
    { accessor: 'revoked', title: names.state, render: (key) => <StateCell listed={key} revoke={revoke} /> },
  ];
}

function StateCell({ listed, revoke }: { listed: ListedKey; revoke: (key: ListedKey) => void }) {
  const { admin, locale } = useWords();
  const words = admin.keys;
  if (listed.revoked) {
    const { at, by, reason } = listed.revoked;
    return (
      <>
        {words.revoked} {toMoment(at, locale)}
        <br />
        {admin.changed(by, reason)}
      </>
    );
  }
  if (!listed.createdAt) return words.active; // changed only where the environment is set
  return (
    <>
      {words.active}{' '}
      <Button
        variant="default"
        size="compact-md"
        aria-label={words.revokeOf(listed.name)}
        onClick={() => revoke(listed)}
      >
        {words.revoke}
      </Button>
    </>
  );
}
