import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { DocumentEntry } from '../../../channels/http/card-types.ts';
import { Failed } from '../parts/query-states.tsx';
import { MoveDialog } from '../ticket/move-dialog.tsx';
import { useWords } from '../words/use-words.tsx';
import { announce } from './announce.ts';
import { today } from './today.ts';
import { useChangeDocument } from './use-documents.ts';

interface Props {
  document: DocumentEntry;
  opened: boolean;
  close: () => void;
}

/** From when to when a document holds, and whether its passages answer questions. */
export function DocumentDaysDialog({ document, opened, close }: Props) {
  const words = useWords().knowledge.documents;
  return (
    <MoveDialog title={opened ? words.changeOf(document.title || document.name) : null} close={close}>
      <DaysForm document={document} close={close} />
    </MoveDialog>
  );
}

function DaysForm({ document, close }: Omit<Props, 'opened'>) {
  const words = useWords();
  const names = words.knowledge.documents;
  const change = useChangeDocument(document.docId);
  const [order, setOrder] = useState({
    validFrom: document.validFrom ?? today(),
    validTo: document.validTo ?? '',
    serves: document.serves,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(
      { ...order, validTo: order.validTo || null, revision: document.revision },
      {
        onSuccess() {
          close();
          announce(names.saved);
        },
      },
    );
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        {change.error && <Failed error={change.error} />}
        <TextInput
          type="date"
          label={names.validFrom}
          required
          value={order.validFrom}
          onChange={({ currentTarget: { value } }) => setOrder({ ...order, validFrom: value })}
        />
        <TextInput
          type="date"
          label={names.validTo}
          min={order.validFrom}
          value={order.validTo}
          onChange={({ currentTarget: { value } }) => setOrder({ ...order, validTo: value })}
        />
        <Checkbox
          label={names.serves}
          checked={order.serves}
          onChange={({ currentTarget: { checked } }) => setOrder({ ...order, serves: checked })}
        />
        <Group justify="end">
          <Button variant="default" onClick={close}>
            {words.states.cancel}
          </Button>
          <Button type="submit" loading={change.isPending}>
            {names.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
