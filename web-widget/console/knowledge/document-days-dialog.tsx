import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { DocumentEntry } from '../../../channels/http/card-types.ts';
import { DayInput } from '../parts/day-input.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Form } from '../parts/form.tsx';
import { FormButtons } from '../parts/form-buttons.tsx';
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
    <Dialog title={opened ? words.changeOf(document.title || document.name) : null} close={close}>
      <DaysForm document={document} close={close} />
    </Dialog>
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
  const send = () => {
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
    <Form send={send} error={change.error}>
      <DayInput
        label={names.validFrom}
        required
        value={order.validFrom}
        change={(day) => setOrder({ ...order, validFrom: day })}
      />
      <DayInput
        label={names.validTo}
        min={order.validFrom}
        value={order.validTo}
        change={(day) => setOrder({ ...order, validTo: day })}
      />
      <Checkbox
        label={names.serves}
        checked={order.serves}
        onChange={({ currentTarget: { checked } }) => setOrder({ ...order, serves: checked })}
      />
      <FormButtons confirm={names.save} close={close} pending={change.isPending} />
    </Form>
  );
}
