import { Anchor, Badge, Button, Group, Stack, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import type { SimilarTickets } from '../../../channels/http/incident-types.ts';
import type { TicketDetail } from '../../../channels/http/ticket-types.ts';
import { Empty, Read } from '../parts/query-states.tsx';
import { StatusBadge } from '../parts/status-badge.tsx';
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
            {words.mergedInto} <NumberLink number={mergedInto} />
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
              <NumberLink key={number} number={number} />
            ))}
          </Group>
        </div>
      )}
    </>
  );
}

function Likeness({ item, children }: { item: Item; children: ReactNode }) {
  const { handling, locale } = useWords();
  const words = handling.similar;
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const evidence: [string, string][] = [
    [words.place, percent.format(item.samePlace)],
    [words.problem, percent.format(item.sameProblem)],
    ...(item.sharedWords.length > 0 ? [[words.words, item.sharedWords.join('、')] as [string, string]] : []),
  ];
  return (
    <div className="likeness">
      <Group gap="xs">
        <NumberLink number={item.ticket.number} />
        <StatusBadge status={item.ticket.status} />
        <Badge variant="outline" size="lg" radius="sm" color="gray" c="var(--mantine-color-text)">
          {words.relations[item.relation]}
        </Badge>
      </Group>
      <Text>{item.ticket.title}</Text>
      <Text size="sm">
        {[
          words.score(percent.format(item.score)),
          words.days(item.daysApart),
          ...(item.sameStreet ? [words.street] : []),
          ...(item.sameIncident ? [words.inIncident] : []),
        ].join(' · ')}
      </Text>
      <dl className="evidence">
        {evidence.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
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
          <NumberLink number={number} /> {title}
        </Text>
      ))}
    </div>
  );
}

function NumberLink({ number }: { number: string }) {
  return (
    <Anchor component={Link} to={`/tickets/${encodeURIComponent(number)}`}>
      {number}
    </Anchor>
  );
}
