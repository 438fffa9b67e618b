import { useQuery } from '@tanstack/react-query';
import type { TicketDetail } from '../../../channels/http/api-types.ts';
import { Facts } from '../parts/facts.tsx';
import { Moment } from '../parts/moment.tsx';
import { useWords } from '../words/use-words.tsx';
import { toRemaining } from './remaining.ts';

/** The minute it is, kept up while the page stands open. */
function useNow(): Date {
  const clock = useQuery({
    queryKey: ['clock'],
    queryFn: () => Date.now(),
    refetchInterval: 30_000,
    initialData: Date.now,
  });
  return new Date(clock.data);
}

export function TicketClock({ ticket }: { ticket: TicketDetail }) {
  const { ticket: words, handling } = useWords();
  const now = useNow();
  const responded = !['triage', 'assigned', 'returned', 'adjudication'].includes(ticket.status);
  return (
    <Facts
      facts={[
        [words.firstResponse, <Limit key="first" due={ticket.firstResponseDueAt} now={now} met={responded} />],
        [words.due, <Limit key="due" due={ticket.dueAt} now={now} met={ticket.clockStoppedAt !== null} />],
        ...(ticket.clockStoppedAt && !ticket.closedAt
          ? [[handling.clock.stoppedAt, <Moment key="stopped" at={ticket.clockStoppedAt} />] as const]
          : []),
        ...(ticket.closedAt ? [[words.done, <Moment key="closed" at={ticket.closedAt} />] as const] : []),
      ]}
    />
  );
}

function Limit({ due, now, met }: { due: string; now: Date; met: boolean }) {
  const words = useWords().ticket;
  const { over, days, hours, minutes } = toRemaining(new Date(due), now);
  const span = words.span(days, hours, minutes);
  return (
    <>
      <Moment at={due} />
      {!met && (
        <>
          <br />
          <span className={over ? 'pressing' : undefined}>{over ? words.over(span) : words.left(span)}</span>
        </>
      )}
    </>
  );
}
