import { Button, Group, Stack, Text } from '@mantine/core';
import { Failed } from '../parts/query-states.tsx';
import { MoveDialog } from '../ticket/move-dialog.tsx';
import { useWords } from '../words/use-words.tsx';
import { ReasonForm } from './reason-form.tsx';
import { useAccountState, useNewPassword } from './use-admin.ts';

export interface AccountChange {
  kind: 'disable' | 'enable' | 'reset';
  name: string;
}

interface Props {
  change: AccountChange | null;
  close: () => void;
  /** Told the new password, which nobody can ask for again. */
  reset: (name: string, password: string) => void;
}

/** What is about to be done with an account, and its consequence, before it is done. */
export function ChangeAccount({ change, close, reset }: Props) {
  const words = useWords().admin.accounts;
  return (
    <MoveDialog title={change && words[`${change.kind}Title`](change.name)} close={close}>
      {change?.kind === 'reset' && <ResetForm name={change.name} close={close} reset={reset} />}
      {change && change.kind !== 'reset' && <StateForm name={change.name} kind={change.kind} close={close} />}
    </MoveDialog>
  );
}

function StateForm({ name, kind, close }: { name: string; kind: 'disable' | 'enable'; close: () => void }) {
  const words = useWords().admin.accounts;
  const turn = useAccountState();
  const state = kind === 'disable' ? 'disabled' : 'enabled';
  return (
    <ReasonForm
      note={words[`${kind}Note`]}
      confirm={words[kind]}
      {...(kind === 'disable' && { color: 'red' })}
      error={turn.error}
      pending={turn.isPending}
      close={close}
      act={(reason) => turn.mutate({ name, state, reason }, { onSuccess: close })}
    />
  );
}

function ResetForm({ name, close, reset }: Omit<Props, 'change'> & { name: string }) {
  const words = useWords();
  const names = words.admin.accounts;
  const renew = useNewPassword();
  const act = () =>
    renew.mutate(name, {
      onSuccess: ({ password }) => {
        close();
        reset(name, password);
      },
    });
  return (
    <Stack>
      <Text>{names.resetNote}</Text>
      {renew.error && <Failed error={renew.error} />}
      <Group justify="end">
        <Button variant="default" onClick={close}>
          {words.states.cancel}
        </Button>
        <Button color="red" loading={renew.isPending} onClick={act}>
          {names.reset}
        </Button>
      </Group>
    </Stack>
  );
}
