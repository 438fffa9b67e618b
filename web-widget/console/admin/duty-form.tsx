import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { Duty, ListedAccount } from '../../../channels/http/admin-types.ts';
import { ReasonForm } from '../parts/reason-form.tsx';
import { useErrorText } from '../words/use-error-text.ts';
import { useWords } from '../words/use-words.tsx';
import { DutyFields } from './duty-fields.tsx';
import { useAccounts, useDutyChange } from './use-admin.ts';

/** Another duty for an account. Somebody else's change meanwhile shows in the line above, and is overwritten only knowingly. */
export function DutyForm({ name, close }: { name: string; close: () => void }) {
  const { data } = useAccounts();
  const account = data?.items.find((one) => one.name === name);
  if (!data || !account) return null;
  return <Fields account={account} districts={data.districts} close={close} />;
}

interface Props {
  account: ListedAccount;
  districts: readonly string[];
  close: () => void;
}

function Fields({ account, districts, close }: Props) {
  const words = useWords().admin.accounts;
  const say = useDutyText();
  const duty = useDutyChange();
  const offerUndo = useUndoOffer(account.name);
  const from = dutyOf(account);
  const [to, setTo] = useState(from);
  const isSame = to.role === from.role && to.district === from.district && to.unit === from.unit;
  const act = (reason: string) =>
    duty.mutate(
      { name: account.name, from, to, reason },
      {
        onSuccess() {
          close();
          offerUndo({ from, to, reason });
        },
      },
    );
  return (
    <ReasonForm
      note={words.dutyNote}
      confirm={words.duty}
      error={duty.error}
      pending={duty.isPending}
      ready={!isSame}
      close={close}
      act={act}
    >
      <Text role="status">{words.dutyNow(say(from))}</Text>
      <DutyFields duty={to} districts={districts} change={(fields) => setTo({ ...to, ...fields })} />
    </ReasonForm>
  );
}

const dutyOf = ({ role, district, unit }: ListedAccount): Duty => ({ role, district, unit });

function useDutyText(): (duty: Duty) => string {
  const { roles, admin } = useWords();
  return ({ role, district, unit }) =>
    [roles[role], district ?? admin.accounts.wholeCity, ...(unit ? [unit] : [])].join(' · ');
}

/** Long enough to read both duties and to reach the button; afterwards the change is made back in the form. */
const undoMs = 20_000;

/** Says what the duty is now, and offers to change it back. */
function useUndoOffer(name: string) {
  const words = useWords().admin.accounts;
  const say = useDutyText();
  const errorText = useErrorText();
  const { mutateAsync } = useDutyChange();
  return ({ from, to, reason }: { from: Duty; to: Duty; reason: string }) => {
    const undo = () => {
      notifications.hide(id);
      mutateAsync({ name, from: to, to: from, reason: words.undoReason(reason).slice(0, 200) }).then(
        () => notifications.show({ message: words.dutyIs(name, say(from)), withCloseButton: false }),
        (error: Error) => notifications.show({ message: errorText(error), color: 'red', withCloseButton: false }),
      );
    };
    const message = (
      <Group gap="sm">
        <Text size="sm">{words.dutyIs(name, say(to))}</Text>
        <Button size="compact-md" variant="default" onClick={undo}>
          {words.undo}
        </Button>
      </Group>
    );
    const id = notifications.show({ message, autoClose: undoMs, withCloseButton: false });
  };
}
