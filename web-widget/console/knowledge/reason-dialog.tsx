import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Failed } from '../parts/query-states.tsx';
import { MoveDialog } from '../ticket/move-dialog.tsx';
import { useWords } from '../words/use-words.tsx';

interface Props {
  title: string | null;
  note: string;
  confirm: string;
  error: Error | null;
  pending: boolean;
  close: () => void;
  act: (reason: string) => void;
}

/** Asks for the reason of something that takes away; the reason goes into the history. */
export function ReasonDialog({ title, ...form }: Props) {
  return (
    <MoveDialog title={title} close={form.close}>
      <ReasonForm {...form} />
    </MoveDialog>
  );
}

function ReasonForm({ note, confirm, error, pending, close, act }: Omit<Props, 'title'>) {
  const words = useWords();
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    act(reason.trim());
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text size="sm">{note}</Text>
        {error && <Failed error={error} />}
        <Textarea
          label={words.knowledge.card.reason}
          description={words.knowledge.card.reasonHint}
          required
          minLength={4}
          maxLength={500}
          rows={3}
          value={reason}
          onChange={({ currentTarget: { value } }) => setReason(value)}
        />
        <Group justify="end">
          <Button variant="default" onClick={close}>
            {words.states.cancel}
          </Button>
          <Button type="submit" color="red.9" loading={pending}>
            {confirm}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
