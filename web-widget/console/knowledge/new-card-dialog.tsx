import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import type { DraftsMade } from '../../../channels/http/card-types.ts';
import { Failed } from '../parts/query-states.tsx';
import { MoveDialog } from '../ticket/move-dialog.tsx';
import { useWords } from '../words/use-words.tsx';
import { versionPath } from './paths.ts';
import { useNewDraft } from './use-cards.ts';

/** A blank card: its number stays for ever, everything else is filled in afterwards. */
export function NewCardDialog({ opened, close }: { opened: boolean; close: () => void }) {
  const words = useWords().knowledge.cards;
  return (
    <MoveDialog title={opened ? words.freshTitle : null} close={close}>
      <NewCardForm close={close} />
    </MoveDialog>
  );
}

function NewCardForm({ close }: { close: () => void }) {
  const words = useWords();
  const { cards: names, edit } = words.knowledge;
  const navigate = useNavigate();
  const make = useNewDraft();
  const [draft, setDraft] = useState({ id: '', title: '', audience: 'personal' as 'personal' | 'business' });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const onSuccess = ({ drafts: [made] }: DraftsMade) => made && navigate(versionPath(made.cardId, made.version));
    make.mutate({ from: 'blank', ...draft }, { onSuccess });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        {make.error && <Failed error={make.error} />}
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
        <Group justify="end">
          <Button variant="default" onClick={close}>
            {words.states.cancel}
          </Button>
          <Button type="submit" loading={make.isPending}>
            {names.make}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
