import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { DraftsMade } from '../../../channels/http/card-types.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Form } from '../parts/form.tsx';
import { FormButtons } from '../parts/form-buttons.tsx';
import { useWords } from '../words/use-words.tsx';
import { versionPath } from './paths.ts';
import { useNewDraft } from './use-cards.ts';

/** A blank card: its number stays for ever, everything else is filled in afterwards. */
export function NewCardDialog({ opened, close }: { opened: boolean; close: () => void }) {
  const words = useWords().knowledge.cards;
  return (
    <Dialog title={opened ? words.freshTitle : null} close={close}>
      <NewCardForm close={close} />
    </Dialog>
  );
}

function NewCardForm({ close }: { close: () => void }) {
  const words = useWords();
  const { cards: names, edit } = words.knowledge;
  const navigate = useNavigate();
  const make = useNewDraft();
  const [draft, setDraft] = useState({ id: '', title: '', audience: 'personal' as 'personal' | 'business' });
  const send = () => {
    const onSuccess = ({ drafts: [made] }: DraftsMade) => made && navigate(versionPath(made.cardId, made.version));
    make.mutate({ from: 'blank', ...draft }, { onSuccess });
  };
  return (
    <Form send={send} error={make.error}>
      <TextInput
        label={names.freshName}
        required
        maxLength={80}
        value={draft.title}
        onChange={({ currentTarget: { value } }) => setDraft({ ...draft, title: value })}
      />
      <TextInput
        label={names.freshId}
        description={names.freshIdNote}
        required
        pattern="[a-z0-9]+(-[a-z0-9]+)*"
        maxLength={64}
        value={draft.id}
        onChange={({ currentTarget: { value } }) => setDraft({ ...draft, id: value })}
      />
      <NativeSelect
        label={edit.fields.audience}
        data={(['personal', 'business'] as const).map((one) => ({ value: one, label: edit.audiences[one] }))}
        value={draft.audience}
        onChange={({ currentTarget }) => setDraft({ ...draft, audience: currentTarget.value as 'personal' })}
      />
      <FormButtons confirm={names.make} close={close} pending={make.isPending} />
    </Form>
  );
}
