import { Text } from '@mantine/core';
import { Dialog } from '../parts/dialog.tsx';
import { Form } from '../parts/form.tsx';
import { FormButtons } from '../parts/form-buttons.tsx';
import { ReasonForm } from '../parts/reason-form.tsx';
import { useWords } from '../words/use-words.tsx';
import { DutyForm } from './duty-form.tsx';
import { useAccountState, useNewPassword } from './use-admin.ts';

export interface AccountChange {
  kind: 'disable' | 'enable' | 'reset' | 'duty';
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
    <Dialog title={change && words[`${change.kind}Title`](change.name)} close={close}>
      {change?.kind === 'reset' && <ResetForm name={change.name} close={close} reset={reset} />}
      {change?.kind === 'duty' && <DutyForm name={change.name} close={close} />}
      {(change?.kind === 'disable' || change?.kind === 'enable') && (
        <StateForm name={change.name} kind={change.kind} close={close} />
      )}
    </Dialog>
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
      takesAway={kind === 'disable'}
      error={turn.error}
      pending={turn.isPending}
      close={close}
      act={(reason) => turn.mutate({ name, state, reason }, { onSuccess: close })}
    />
  );
}

function ResetForm({ name, close, reset }: Omit<Props, 'change'> & { name: string }) {
  const words = useWords().admin.accounts;
  const renew = useNewPassword();
  const act = () =>
    renew.mutate(name, {
      onSuccess: ({ password }) => {
        close();
        reset(name, password);
      },
    });
  return (
    <Form send={act} error={renew.error}>
      <Text>{words.resetNote}</Text>
      <FormButtons confirm={words.reset} close={close} pending={renew.isPending} takesAway />
    </Form>
  );
}
