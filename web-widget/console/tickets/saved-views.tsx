import { Button, CloseButton, Group, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Link } from 'react-router';
import { Failed } from '../parts/query-states.tsx';
import { useAccount } from '../session/use-account.ts';
import { useWords } from '../words/use-words.tsx';
import { firstView, type TicketView, toKept, toKeptSearch, toSearch } from './ticket-view-url.ts';
import { useKeepView, useSavedViews } from './use-tickets.ts';

/** Views one comes back to: some that everybody needs, and the account's own. Each is an address. */
export function SavedViews({ view }: { view: TicketView }) {
  const words = useWords().handling.views;
  const { unit } = useAccount();
  const kept = useSavedViews().data?.items ?? [];
  const keep = useKeepView();
  const [naming, setNaming] = useState(false);
  const common: [string, Partial<TicketView>][] = [
    [words.overdue, { overdue: true }],
    [words.assigned, { status: 'assigned' }],
    [words.reopened, { status: 'reopened' }],
    ...(unit ? [[words.mine, { unit }] as [string, Partial<TicketView>]] : []),
  ];
  return (
    <nav aria-label={words.label}>
      <Group gap="xs">
        {common.map(([name, fields]) => (
          <ViewLink key={name} name={name} search={toSearch({ ...firstView, ...fields })} />
        ))}
        {kept.map(({ name, query }) => (
          <Group key={name} gap={0}>
            <ViewLink name={name} search={toKeptSearch(query)} />
            <CloseButton size="lg" aria-label={words.forget(name)} onClick={() => keep.mutate({ name, query: null })} />
          </Group>
        ))}
        {!naming && (
          <Button variant="subtle" size="compact-md" onClick={() => setNaming(true)}>
            {words.save}
          </Button>
        )}
      </Group>
      {naming && (
        <NameForm
          close={() => setNaming(false)}
          keep={(name) => keep.mutate({ name, query: toKept(view) }, { onSuccess: () => setNaming(false) })}
          pending={keep.isPending}
        />
      )}
      {keep.error && <Failed error={keep.error} />}
    </nav>
  );
}

function ViewLink({ name, search }: { name: string; search: URLSearchParams }) {
  return (
    <Button component={Link} to={`/tickets?${search}`} variant="default" size="compact-md">
      {name}
    </Button>
  );
}

/** The desk's own limit of a view's name. */
const longestName = 40;

function NameForm({ close, keep, pending }: { close: () => void; keep: (name: string) => void; pending: boolean }) {
  const words = useWords().handling.views;
  const [name, setName] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    keep(name.trim());
  };
  return (
    <form onSubmit={submit}>
      <Group align="end" gap="sm" mt="xs">
        <TextInput
          label={words.name}
          required
          maxLength={longestName}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <Button type="submit" loading={pending} disabled={name.trim() === ''}>
          {words.keep}
        </Button>
        <Button variant="default" onClick={close}>
          {words.cancel}
        </Button>
      </Group>
    </form>
  );
}
