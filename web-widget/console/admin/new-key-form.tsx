import { Checkbox, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { NewKeyBody } from '../../../channels/http/admin-types.ts';
import { Form } from '../parts/form.tsx';
import { FormButtons } from '../parts/form-buttons.tsx';
import { useWords } from '../words/use-words.tsx';
import type { Secret } from './shown-once.tsx';
import { useNewKey } from './use-admin.ts';

interface Props {
  close: () => void;
  issued: (secret: Secret) => void;
}

/** For whom a key is, where it lets in, and whether it may file. */
export function NewKeyForm({ close, issued }: Props) {
  const words = useWords();
  const names = words.admin.keys;
  const issue = useNewKey();
  const [draft, setDraft] = useState<NewKeyBody>({ name: '', doors: [], filesTickets: false });
  const send = () => {
    issue.mutate(draft, {
      onSuccess: ({ id, secret, token }) => {
        close();
        const values = [
          { label: names.id, value: id },
          { label: names.secret, value: secret },
          { label: names.token, value: token },
        ];
        issued({ title: names.issuedTitle(draft.name), values });
      },
    });
  };
  return (
    <Form send={send} error={issue.error}>
      <TextInput
        label={names.name}
        description={names.nameHint}
        required
        maxLength={60}
        value={draft.name}
        onChange={({ currentTarget: { value } }) => setDraft({ ...draft, name: value })}
      />
      <Checkbox.Group
        label={names.doors}
        required
        value={draft.doors}
        onChange={(doors) => setDraft({ ...draft, doors: doors as NewKeyBody['doors'] })}
      >
        <Stack gap="xs" mt="xs">
          {Object.entries(names.doorNames).map(([door, name]) => (
            <Checkbox key={door} value={door} label={name} />
          ))}
        </Stack>
      </Checkbox.Group>
      <Checkbox
        label={names.files}
        description={names.filesHint}
        checked={draft.filesTickets}
        onChange={({ currentTarget: { checked } }) => setDraft({ ...draft, filesTickets: checked })}
      />
      <FormButtons confirm={names.issue} close={close} pending={issue.isPending} disabled={draft.doors.length === 0} />
    </Form>
  );
}
