import { Text, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useWords } from '../words/use-words.tsx';
import { Dialog } from './dialog.tsx';
import { Form } from './form.tsx';
import { FormButtons } from './form-buttons.tsx';

interface Props {
  /** What follows from it. */
  note: string;
  confirm: string;
  /** Something is taken away by it. */
  takesAway?: boolean;
  error: Error | null;
  pending: boolean;
  /** Whether what stands above the reason may be sent. */
  ready?: boolean;
  close: () => void;
  act: (reason: string) => void;
  children?: ReactNode;
}

/** Asks for the reason of a change that others will ask about later; it is kept with the change. */
export function ReasonForm({
  note,
  confirm,
  takesAway = false,
  error,
  pending,
  ready = true,
  close,
  act,
  children,
}: Props) {
  const words = useWords().reason;
  const [reason, setReason] = useState('');
  return (
    <Form send={() => act(reason.trim())} error={error}>
      <Text>{note}</Text>
      {children}
      <Textarea
        label={words.label}
        description={words.hint}
        required
        minLength={4}
        maxLength={200}
        rows={2}
        value={reason}
        onChange={({ currentTarget: { value } }) => setReason(value)}
      />
      <FormButtons confirm={confirm} close={close} pending={pending} disabled={!ready} takesAway={takesAway} />
    </Form>
  );
}

/** The same in a dialog of its own, which is closed while it has no title. */
export function ReasonDialog({ title, ...form }: Props & { title: string | null }) {
  return (
    <Dialog title={title} close={form.close}>
      <ReasonForm {...form} />
    </Dialog>
  );
}
