import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { NewAccountBody } from '../../../channels/http/admin-types.ts';
import { Form } from '../parts/form.tsx';
import { FormButtons } from '../parts/form-buttons.tsx';
import { useWords } from '../words/use-words.tsx';
import { DutyFields } from './duty-fields.tsx';
import { useNewAccount } from './use-admin.ts';

interface Props {
  districts: readonly string[];
  close: () => void;
  /** Told the first password, which nobody can ask for again. */
  made: (name: string, password: string) => void;
}

const empty: NewAccountBody = { name: '', displayName: '', role: 'unit_handler', district: null, unit: null };

export function NewAccountForm({ districts, close, made }: Props) {
  const words = useWords();
  const names = words.admin.accounts;
  const create = useNewAccount();
  const [draft, setDraft] = useState(empty);
  const change = (fields: Partial<NewAccountBody>) => setDraft({ ...draft, ...fields });
  const send = () => {
    const onSuccess = ({ name, password }: { name: string; password: string }) => {
      close();
      made(name, password);
    };
    create.mutate(draft, { onSuccess });
  };
  return (
    <Form send={send} error={create.error}>
      <TextInput
        label={names.name}
        description={names.nameHint}
        required
        pattern="[a-z0-9][a-z0-9._\-]{1,31}"
        maxLength={32}
        autoComplete="off"
        value={draft.name}
        onChange={({ currentTarget: { value } }) => change({ name: value.trim().toLowerCase() })}
      />
      <TextInput
        label={names.displayName}
        required
        maxLength={40}
        value={draft.displayName}
        onChange={({ currentTarget: { value } }) => change({ displayName: value })}
      />
      <DutyFields duty={draft} districts={districts} change={change} />
      <FormButtons confirm={names.create} close={close} pending={create.isPending} />
    </Form>
  );
}
