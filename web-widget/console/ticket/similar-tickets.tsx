import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { SimilarTickets } from '../../../channels/http/incident-types.ts';
import type { TicketDetail } from '../../../channels/http/ticket-types.ts';
import { LikenessEvidence } from '../parts/likeness-evidence.tsx';
import { Empty, Read } from '../parts/query-states.tsx';
import { StatusBadge } from '../parts/status-badge.tsx';
import { TicketLink } from '../parts/ticket-link.tsx';
import { useAccount } from '../session/use-account.ts';
import { useWords } from '../words/use-words.tsx';
import { JoinDialog, type JoinPlan } from './join-dialog.tsx';
import { useSimilar } from './use-ticket.ts';

type Item = SimilarTickets['items'][number];

const deskRoles = new Set(['hotline_operator', 'administrator']);

/** Tickets that may be about the same case, with what speaks for it; a person joins them, and can part them again. */
export function TicketLikenesses({ ticket }: { ticket: TicketDetail }) {
  const words = useWords().handling.similar;
  const mayJoin = deskRoles.has(useAccount().role);
  const similar = useSimilar(ticket.number);
  const [plan, setPlan] = useState<JoinPlan | null>(null);
  return (
    <Stack gap="sm">
      <Joined ticket={ticket} undo={mayJoin ? () => setPlan({ ticket, into: null }) : null} />
      <Read query={similar}>
        {({ items, linked }) => (
          <>
            {items.length === 0 && <Empty>{words.none}</Empty>}
            {items.map((item) => (
              <Likeness key={item.ticket.number} item={item}>
                {mayJoin && canJoin(ticket, item) && (
                  <Button
                    variant="default"
                    size="compact-md"
                    onClick={() => setPlan({ ticket: item.ticket, into: ticket })}
                  >
                    {words.join}
                    <span className="unseen"> {item.ticket.number}</span>
                  </Button>
                )}
              </Likeness>
            ))}
            {mayJoin && ticket.status !== 'merged' && items.some(({ sameIncident }) => sameIncident) && (
              <Button variant="default" size="compact-md" onClick={() => setPlan({ ticket, into: null })}>
                {words.part}
              </Button>
            )}
            <Linked linked={linked} />
          </>
        )}
      </Read>
      <JoinDialog plan={plan} close={() => setPlan(null)} />
    </Stack>
  );
}

/** What is done or merged already joins nothing; the desk has the last word. */
const canJoin = (ticket: TicketDetail, { ticket: other }: Item) =>
  [ticket, other].every(({ status }) => status !== 'merged' && status !== 'closed') && other.status !== 'replied';

function Joined({ ticket: { mergedInto, members }, undo }: { ticket: TicketDetail; undo: (() => void) | null }) {
  const words = useWords().handling.similar;
  return (
    <>
      {mergedInto && (
        <Group gap="sm">
          <Text>
            {words.mergedInto} <TicketLink number={mergedInto} />
          </Text>
          {undo && (
            <Button variant="default" size="compact-md" onClick={undo}>
              {words.unjoin}
            </Button>
          )}
        </Group>
      )}
      {members.length > 0 && (
        <div>
          <Text fw={600}>{words.members}</Text>
          <Group gap="sm">
            {members.map((number) => (
              <TicketLink key={number} number={number} />
            ))}
          </Group>
        </div>
      )}
    </>
  );
}

function Likeness({ item, children }: { item: Item; children: ReactNode }) {
  const words = useWords().handling.similar;
  return (
    <div className="likeness">
      <Group gap="xs">
        <TicketLink number={item.ticket.number} />
        <StatusBadge status={item.ticket.status} />
        <Badge variant="outline" size="lg" radius="sm" color="gray" c="var(--mantine-color-text)">
          {words.relations[item.relation]}
        </Badge>
      </Group>
      <Text>{item.ticket.title}</Text>
      <LikenessEvidence likeness={item}>
        {` · ${words.days(item.daysApart)}`}
        {item.sameIncident && ` · ${words.inIncident}`}
      </LikenessEvidence>
      <div>{children}</div>
    </div>
  );
}

function Linked({ linked }: { linked: SimilarTickets['linked'] }) {
  const words = useWords().handling.similar;
  if (linked.length === 0) return null;
  return (
    <div>
      <Text fw={600}>{words.linked}</Text>
      {linked.map(({ number, title }) => (
        <Text key={number}>
          <TicketLink number={number} /> {title}
        </Text>
      ))}
    </div>
  );
}
