import { Button, Group, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { desk } from '../api/desk-client.ts';
import { Failed } from '../parts/query-states.tsx';
import { useWords } from '../words/use-words.tsx';
import { useSaveQuestion } from './use-saved-questions.ts';

/** Longer names are turned away by the desk. */
const longestName = 60;

/** Takes figures along: as a file that the desk computes anew, or as a question for the whole office. */
export function TakeAlong({ messageId, suggestedName }: { messageId: string; suggestedName: string }) {
  const words = useWords();
  const exported = useMutation({
    mutationFn: (format: 'xlsx' | 'csv') =>
      desk.download(`/data-questions/figures/${encodeURIComponent(messageId)}/export?format=${format}`),
  });
  const [isNaming, setNaming] = useState(false);
  const save = useSaveQuestion();
  const keep = (name: string) => save.mutate({ messageId, name }, { onSuccess: () => setNaming(false) });
  const failed = exported.error ?? save.error;
  return (
    <section>
      <Group gap="xs">
        {(['xlsx', 'csv'] as const).map((format) => (
          <Button
            key={format}
            variant="default"
            size="compact-md"
            loading={exported.isPending && exported.variables === format}
            onClick={() => exported.mutate(format)}
          >
            {format === 'xlsx' ? words.data.exportXlsx : words.data.exportCsv}
          </Button>
        ))}
        <Button variant="default" size="compact-md" aria-expanded={isNaming} onClick={() => setNaming(!isNaming)}>
          {words.data.save}
        </Button>
      </Group>
      {isNaming && <NameForm suggestedName={suggestedName} saving={save.isPending} keep={keep} />}
      {failed && <Failed error={failed} />}
      <Text role="status" size="sm" c="dimmed">
        {save.data ? words.data.saved(save.data.name) : exported.data ? words.data.exported(exported.data) : ''}
      </Text>
    </section>
  );
}

function NameForm(props: { suggestedName: string; saving: boolean; keep: (name: string) => void }) {
  const words = useWords().data;
  const [name, setName] = useState(props.suggestedName.slice(0, longestName));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim()) props.keep(name.trim());
  };
  return (
    <form onSubmit={submit} className="ask">
      <TextInput
        label={words.saveName}
        data-autofocus
        maxLength={longestName}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <Button type="submit" loading={props.saving}>
        {words.saveSubmit}
      </Button>
    </form>
  );
}
