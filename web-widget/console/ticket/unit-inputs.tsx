import { Autocomplete, TagsInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useWords } from '../words/use-words.tsx';
import type { FieldProps } from './move-field-input.tsx';
import { useUnits } from './use-ticket.ts';

/** While somebody types, the desk is asked once they pause. */
const pauseMs = 200;

/** Units of the responsibility table are offered while one types; those that speak for themselves at once. */
export function UnitInput({ ticket, draft, change }: FieldProps) {
  const words = useWords().handling;
  const [typed] = useDebouncedValue(draft.unit, pauseMs);
  const near = useUnits(typed, ticket.district).data?.items ?? [];
  const offered = draft.unit === '' ? ticket.draft.dispatch.candidates : near;
  return (
    <Autocomplete
      label={words.fields.unit}
      description={words.move.unitHint}
      required
      data={[...new Set(offered)]}
      filter={({ options }) => options}
      value={draft.unit}
      onChange={(unit) => change({ ...draft, unit })}
    />
  );
}

export function CoUnitsInput({ ticket, draft, change }: FieldProps) {
  const words = useWords().handling;
  const [search, setSearch] = useState('');
  const [typed] = useDebouncedValue(search, pauseMs);
  const near = useUnits(typed, ticket.district).data?.items ?? [];
  return (
    <TagsInput
      label={words.fields.coUnits}
      data={[...new Set([...ticket.coUnits, ...near])]}
      filter={({ options }) => options}
      searchValue={search}
      onSearchChange={setSearch}
      value={draft.coUnits}
      onChange={(coUnits) => change({ ...draft, coUnits })}
    />
  );
}
