import { Autocomplete, Button, Group, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { DayInput } from '../parts/day-input.tsx';
import { useWords } from '../words/use-words.tsx';
import type { AuditView } from './audit-view.ts';

/** What to look for; asked when the form is sent, so that half a word is not. */
export function AuditFilters({ view, change }: { view: AuditView; change: (view: AuditView) => void }) {
  const words = useWords().admin.audit;
  const [draft, setDraft] = useState(view);
  const edit = (fields: Partial<AuditView>) => setDraft({ ...draft, ...fields });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change({ ...draft, page: 1 });
  };
  return (
    <form onSubmit={submit} className="filters">
      <TextInput
        label={words.actor}
        placeholder={words.actorHint}
        maxLength={80}
        value={draft.actor}
        onChange={({ currentTarget: { value } }) => edit({ actor: value })}
      />
      <Autocomplete
        label={words.action}
        placeholder={words.actionHint}
        maxLength={80}
        data={Object.keys(words.actions)}
        renderOption={({ option: { value } }) => `${words.actions[value]} · ${value}`}
        value={draft.action}
        onChange={(action) => edit({ action })}
      />
      <TextInput
        label={words.subject}
        placeholder={words.subjectHint}
        maxLength={80}
        value={draft.subject}
        onChange={({ currentTarget: { value } }) => edit({ subject: value })}
      />
      <DayInput label={words.from} value={draft.from} change={(day) => edit({ from: day })} />
      <DayInput label={words.to} value={draft.to} change={(day) => edit({ to: day })} />
      <Group gap="xs">
        <Button type="submit">{words.search}</Button>
        <Button
          variant="default"
          onClick={() => change({ ...view, actor: '', action: '', subject: '', from: '', to: '', page: 1 })}
        >
          {words.clear}
        </Button>
      </Group>
    </form>
  );
}
