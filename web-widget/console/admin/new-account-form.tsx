import { Autocomplete, Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type FormEvent, useState } from 'react';
import type { NewAccountBody } from '../../../channels/http/admin-types.ts';
import { Failed } from '../parts/query-states.tsx';
import { useUnits } from '../ticket/use-ticket.ts';
import { useWords } from '../words/use-words.tsx';
import { useNewAccount } from './use-admin.ts';

interface Props {
  districts: readonly string[];
  close: () => void;
  /** Told the first password, which nobody can ask for again. */
  made: (name: string, password: string) => void;
}

const empty = { name: '', displayName: '', role: 'unit_handler' as NewAccountBody['role'], district: '', unit: '' };
/** While somebody types, the desk is asked once they pause. */
const pauseMs = 200;

export function NewAccountForm({ districts, close, made }: Props) {
  const words = useWords();
  const names = words.admin.accounts;
  const create = useNewAccount();
  const [draft, setDraft] = useState(empty);
  const change = (fields: Partial<typeof empty>) => setDraft({ ...draft, ...fields });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = { ...draft, district: draft.district || null, unit: draft.unit.trim() || null };
    const onSuccess = ({ name, password }: { name: string; password: string }) => {
      close();
      made(name, password);
    };
    create.mutate(body, { onSuccess });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        {create.error && <Failed error={create.error} />}
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
        <Select
          label={names.role}
          data={Object.entries(words.roles).map(([value, label]) => ({ value, label }))}
          value={draft.role}
          onChange={(role) => change({ role: (role ?? draft.role) as NewAccountBody['role'] })}
          allowDeselect={false}
        />
        <Select
          label={names.district}
          data={districts}
          placeholder={names.wholeCity}
          value={draft.district || null}
          onChange={(district) => change({ district: district ?? '' })}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': names.wholeCity }}
        />
        <UnitField district={draft.district} unit={draft.unit} change={(unit) => change({ unit })} />
        <Group justify="end">
          <Button variant="default" onClick={close}>
            {words.states.cancel}
          </Button>
          <Button type="submit" loading={create.isPending}>
            {names.create}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface UnitProps {
  district: string;
  unit: string;
  change: (unit: string) => void;
}

/** Units of the responsibility table come near what is typed; the desk refuses any other. */
function UnitField({ district, unit, change }: UnitProps) {
  const names = useWords().admin.accounts;
  const [typed] = useDebouncedValue(unit, pauseMs);
  const near = useUnits(typed, district || null).data?.items ?? [];
  return (
    <Autocomplete
      label={names.unit}
      description={names.unitHint}
      data={unit === '' ? [] : [...new Set(near)]}
      filter={({ options }) => options}
      value={unit}
      onChange={change}
    />
  );
}
