import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Failed } from '../parts/query-states.tsx';
import { useWords } from '../words/use-words.tsx';

interface Props {
  note: string;
  confirm: string;
  /** Red where something is taken away. */
  color?: string;
  error: Error | null;
  pending: boolean;
  /** Whether what stands above the reason may be sent. */
  ready?: boolean;
  close: () => void;
  act: (reason: string) => void;
  children?: ReactNode;
}

/** Asks for the reason of a change that others will ask about later. */
export function ReasonForm({ note, confirm, color, error, pending, ready = true, close, act, children }: Props) {
  const words = useWords();
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    act(reason.trim());
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text>{note}</Text>
        {error && <Failed error={error} />}
        {children}
        <Textarea
          label={words.admin.reason}
          description={words.admin.reasonHint}
          required
          minLength={4}
          maxLength={200}
          rows={2}
          value={reason}
          onChange={({ currentTarget: { value } }) => setReason(value)}
        />
        <Group justify="end">
          <Button variant="default" onClick={close}>
            {words.states.cancel}
          </Button>
          <Button type="submit" loading={pending} disabled={!ready} {...(color && { color })}>
            {confirm}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
