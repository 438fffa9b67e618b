import { Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { TicketDetail } from '../../../channels/http/api-types.ts';
import { DeskError } from '../api/desk-client.ts';
import { Form } from '../parts/form.tsx';
import { FormButtons } from '../parts/form-buttons.tsx';
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
  const send = () => {
    run.mutate(toMoveBody(draft, move, ticket.version), {
      onSuccess() {
        done();
        close();
        notifications.show({ message: words.ticket.moved(move.label) });
      },
    });
  };
  return (
    <Form send={send}>
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
      <FormButtons
        confirm={conflicts ? words.handling.move.again : words.ticket.confirm}
        close={close}
        pending={run.isPending}
        disabled={!isOffered}
      />
    </Form>
  );
}
