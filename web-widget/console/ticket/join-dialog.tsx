import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import type { TicketSummary } from '../../../channels/http/ticket-types.ts';
import { Failed } from '../parts/query-states.tsx';
import { useWords } from '../words/use-words.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { useJoin } from './use-ticket.ts';

type Ticket = Pick<TicketSummary, 'number' | 'version' | 'status'>;

/** Which ticket shall be joined to which; without the second, it is parted again. */
export interface JoinPlan {
  ticket: Ticket;
  into: Ticket | null;
}

export function JoinDialog({ plan, close }: { plan: JoinPlan | null; close: () => void }) {
  const words = useWords().handling.similar;
  const undo = plan?.ticket.status === 'merged' ? words.unjoin : words.part;
  const title = plan && (plan.into ? words.joinOf(plan.ticket.number, plan.into.number) : undo);
  return (
    <MoveDialog title={title} close={close}>
      {plan && <JoinForm plan={plan} close={close} />}
    </MoveDialog>
  );
}

function JoinForm({ plan: { ticket, into }, close }: { plan: JoinPlan; close: () => void }) {
  const words = useWords();
  const names = words.handling.similar;
  const join = useJoin();
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    join.mutate(
      { number: ticket.number, version: ticket.version, into: into?.number ?? null, reason },
      {
        onSuccess() {
          close();
          notifications.show({ message: into ? names.joined(into.number) : names.unjoined });
        },
      },
    );
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text size="sm" c="dimmed">
          {names.reversible}
        </Text>
        {join.error && <Failed error={join.error} />}
        <Textarea
          label={names.reason}
          required
          autosize
          minRows={2}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        <Group justify="end">
          <Button variant="default" onClick={close}>
            {words.states.cancel}
          </Button>
          <Button type="submit" loading={join.isPending}>
            {words.ticket.confirm}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
