import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import type { TicketDetail } from '../../../channels/http/api-types.ts';
import { Dialog } from '../parts/dialog.tsx';
import { useWords } from '../words/use-words.tsx';
import { emptyDraft, type MoveDraft, type OfferedMove } from './move-draft.ts';
import { MoveForm } from './move-form.tsx';

/** The moves that are allowed now, as the desk says. What was typed for one is kept while its dialog is closed. */
export function TicketMoves({ ticket }: { ticket: TicketDetail }) {
  const words = useWords().ticket;
  const [chosen, setChosen] = useState<OfferedMove | null>(null);
  const [drafts, setDrafts] = useState<Record<string, MoveDraft>>({});
  const close = () => setChosen(null);
  return (
    <>
      {ticket.moves.length === 0 && <Text c="dimmed">{words.noMoves}</Text>}
      <Group gap="sm">
        {ticket.moves.map((move, index) => (
          <Button key={move.name} variant={index === 0 ? 'filled' : 'default'} onClick={() => setChosen(move)}>
            {move.label}
          </Button>
        ))}
      </Group>
      <Dialog title={chosen?.label ?? null} close={close}>
        {chosen && (
          <MoveForm
            ticket={ticket}
            move={chosen}
            draft={drafts[chosen.name] ?? emptyDraft}
            change={(draft) => setDrafts((before) => ({ ...before, [chosen.name]: draft }))}
            close={close}
            done={() => setDrafts((before) => ({ ...before, [chosen.name]: emptyDraft }))}
          />
        )}
      </Dialog>
    </>
  );
}
