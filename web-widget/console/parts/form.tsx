import { Stack } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { Failed } from './query-states.tsx';

/** A form in a dialog: sent by Enter as by its button, with what the desk refused at its head. */
export function Form({ send, error, children }: { send: () => void; error?: Error | null; children: ReactNode }) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        {error && <Failed error={error} />}
        {children}
      </Stack>
    </form>
  );
}
