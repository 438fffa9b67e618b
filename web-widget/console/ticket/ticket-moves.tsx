import { Button, Group, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { MoveBody, TicketDetail } from '../../../channels/http/api-types.ts';
import { DeskError } from '../api/desk-client.ts';
import { Failed } from '../parts/query-states.tsx';
import { useWords } from '../words/use-words.tsx';
import { useMove } from './use-ticket.ts';

type Move = TicketDetail['moves'][number];
type Field = 'reason' | 'text' | 'unit';

/** What a move must say, as the desk names it; the desk checks it again. */
const fieldsOf = ({ needs }: Move): Field[] =>
  needs.filter((need): need is Field => need === 'reason' || need === 'text' || need === 'unit');

/** The moves that are allowed now, as the desk says; each is confirmed in a dialog, as none can be taken back. */
export function TicketMoves({ ticket }: { ticket: TicketDetail }) {
  const words = useWords().ticket;
  const [chosen, setChosen] = useState<Move | null>(null);
  if (ticket.moves.length === 0) return <Text c="dimmed">{words.noMoves}</Text>;
  return (
    <Group gap="sm">
      {ticket.moves.map((move, index) => (
        <Button key={move.name} variant={index === 0 ? 'filled' : 'default'} onClick={() => setChosen(move)}>
          {move.label}
        </Button>
      ))}
      {/* Put together by hand because the ready-made header would be a second banner to screen readers. */}
      <Modal.Root opened={chosen !== null} onClose={() => setChosen(null)}>
        <Modal.Overlay />
        <Modal.Content>
          <Modal.Body>
            <Modal.Title mb="sm" fw={600} fz="lg">
              {chosen?.label}
            </Modal.Title>
            {chosen && <MoveForm ticket={ticket} move={chosen} close={() => setChosen(null)} />}
          </Modal.Body>
        </Modal.Content>
      </Modal.Root>
    </Group>
  );
}

function MoveForm({ ticket, move, close }: { ticket: TicketDetail; move: Move; close: () => void }) {
  const words = useWords();
  const client = useQueryClient();
  const run = useMove(ticket.number);
  const [given, setGiven] = useState<Partial<Record<Field, string>>>({});
  // Somebody else was faster: the handler looks at the ticket as it is now before acting on it.
  const refresh = () => {
    void client.invalidateQueries({ queryKey: ['ticket', ticket.number] });
    close();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body: MoveBody = { move: move.name, version: ticket.version, ...given };
    run.mutate(body, {
      onSuccess() {
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
        {run.error && <Failed error={run.error} />}
        {run.error instanceof DeskError && run.error.code === 'version_conflict' && (
          <Button variant="default" onClick={refresh}>
            {words.ticket.refresh}
          </Button>
        )}
        {fieldsOf(move).map((field) => (
          <MoveField
            key={field}
            field={field}
            value={given[field] ?? ''}
            change={(value) => setGiven({ ...given, [field]: value })}
          />
        ))}
        <Group justify="end">
          <Button variant="default" onClick={close}>
            {words.states.cancel}
          </Button>
          <Button type="submit" loading={run.isPending}>
            {words.ticket.confirm}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function MoveField({ field, value, change }: { field: Field; value: string; change: (value: string) => void }) {
  const words = useWords().ticket;
  const props = { label: words.fields[field], required: true, value, 'data-autofocus': true };
  if (field === 'unit') return <TextInput {...props} onChange={({ currentTarget }) => change(currentTarget.value)} />;
  return <Textarea {...props} autosize minRows={3} onChange={({ currentTarget }) => change(currentTarget.value)} />;
}
