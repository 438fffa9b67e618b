import { notifications } from '@mantine/notifications';
import type { TicketSummary } from '../../../channels/http/ticket-types.ts';
import { Dialog } from '../parts/dialog.tsx';
import { ReasonForm } from '../parts/reason-form.tsx';
import { useWords } from '../words/use-words.tsx';
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
    <Dialog title={title} close={close}>
      {plan && <JoinForm plan={plan} close={close} />}
    </Dialog>
  );
}

function JoinForm({ plan: { ticket, into }, close }: { plan: JoinPlan; close: () => void }) {
  const words = useWords();
  const names = words.handling.similar;
  const join = useJoin();
  const act = (reason: string) =>
    join.mutate(
      { number: ticket.number, version: ticket.version, into: into?.number ?? null, reason },
      {
        onSuccess() {
          close();
          notifications.show({ message: into ? names.joined(into.number) : names.unjoined });
        },
      },
    );
  return (
    <ReasonForm
      note={names.reversible}
      confirm={words.ticket.confirm}
      error={join.error}
      pending={join.isPending}
      close={close}
      act={act}
    />
  );
}
