import { Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { FormEvent } from 'react';
import type { TicketDetail } from '../../../channels/http/api-types.ts';
import { DeskError } from '../api/desk-client.ts';
import { useWords } from '../words/use-words.tsx';
import { fieldsOf, type MoveDraft, type OfferedMove, toMoveBody } from './move-draft.ts';
import { MoveFieldInput } from './move-field-input.tsx';
import { MoveRefused } from './move-refused.tsx';
import { useMove } from './use-ticket.ts';

interface Props {
  ticket: TicketDetail;
  move: OfferedMove;
  draft: MoveDraft;
  change: (draft: MoveDraft) => void;
  close: () => void;
  done: () => void;
}

/** What a move asks for. A refusal says what to do, and what was typed stays. */
export function MoveForm({ ticket, move, draft, change, close, done }: Props) {
  const words = useWords();
  const run = useMove(ticket.number);
  const isOffered = ticket.moves.some(({ name }) => name === move.name);
  const conflicts = run.error instanceof DeskError && run.error.code === 'version_conflict';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    run.mutate(toMoveBody(draft, move, ticket.version), {
      onSuccess() {
        done();
        close();
        notifications.show({ message: words.ticket.moved(move.label) });
      },
    });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text size="sm" c="dimmed">
          {ticket.number} {ticket.title}
        </Text>
        {run.error && (
          <MoveRefused
            error={run.error}
            chooseUnit={(unit) => {
              change({ ...draft, unit });
              run.reset();
            }}
          />
        )}
        {!isOffered && <Text role="alert">{words.handling.move.gone(move.label)}</Text>}
        {fieldsOf(move).map((field) => (
          <MoveFieldInput key={field} field={field} move={move} ticket={ticket} draft={draft} change={change} />
        ))}
        <Group justify="end">
          <Button variant="default" onClick={close}>
            {words.states.cancel}
          </Button>
          <Button type="submit" loading={run.isPending} disabled={!isOffered}>
            {conflicts ? words.handling.move.again : words.ticket.confirm}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
