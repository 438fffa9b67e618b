import { Anchor, Stack, Text } from '@mantine/core';
import { Link, useParams } from 'react-router';
import type { TicketDetail } from '../../../channels/http/api-types.ts';
import { Card } from '../parts/card.tsx';
import { Facts } from '../parts/facts.tsx';
import { Moment } from '../parts/moment.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { Read } from '../parts/query-states.tsx';
import { StatusBadge, UrgencyText } from '../parts/status-badge.tsx';
import { useWords } from '../words/use-words.tsx';
import { TicketLikenesses } from './similar-tickets.tsx';
import { TicketClock } from './ticket-clock.tsx';
import { TicketClockLines } from './ticket-clock-lines.tsx';
import { TicketConversation } from './ticket-conversation.tsx';
import { TicketItems } from './ticket-items.tsx';
import { TicketMoves } from './ticket-moves.tsx';
import { TicketPhotographs } from './ticket-photographs.tsx';
import { TicketTimeline } from './ticket-timeline.tsx';
import { TicketUnderstanding } from './ticket-understanding.tsx';
import { useTicket } from './use-ticket.ts';

export function TicketPage() {
  const { number = '' } = useParams();
  const words = useWords();
  const ticket = useTicket(number);
  return (
    <Stack>
      <Anchor component={Link} to="/tickets">
        ← {words.ticket.back}
      </Anchor>
      {ticket.data === undefined && <PageHeading title={words.tickets.title} />}
      <Read query={ticket}>{(ticket) => <Ticket ticket={ticket} />}</Read>
    </Stack>
  );
}

function Ticket({ ticket }: { ticket: TicketDetail }) {
  const { ticket: words, handling } = useWords();
  return (
    <>
      <PageHeading title={ticket.title} note={ticket.number}>
        <StatusBadge status={ticket.status} />
      </PageHeading>
      <div className="columns ticket-columns">
        <Stack>
          <Card title={words.content}>
            <Text className="said">{ticket.content}</Text>
          </Card>
          <TicketPhotographs number={ticket.number} />
          <Card title={handling.items.title} note={handling.items.note}>
            <TicketItems ticket={ticket} />
          </Card>
          <Card title={handling.clock.explain}>
            <TicketClockLines clock={ticket.clock} />
          </Card>
          <Card title={words.understanding} note={words.understandingNote}>
            <TicketUnderstanding draft={ticket.draft} />
          </Card>
          <Card title={handling.conversation.title}>
            <TicketConversation conversation={ticket.conversation} />
          </Card>
          <Card title={handling.similar.title} note={handling.similar.note}>
            <TicketLikenesses ticket={ticket} />
          </Card>
          <Card title={words.timeline}>
            <TicketTimeline events={ticket.events} />
          </Card>
        </Stack>
        <Stack>
          <Card title={words.moves}>
            <TicketMoves ticket={ticket} />
          </Card>
          <Card title={words.clock}>
            <TicketClock ticket={ticket} />
          </Card>
          <Card title={words.facts}>
            <TicketFacts ticket={ticket} />
          </Card>
        </Stack>
      </div>
    </>
  );
}

function TicketFacts({ ticket }: { ticket: TicketDetail }) {
  const words = useWords();
  const { category, district, street, placeDetail } = ticket;
  return (
    <Facts
      facts={[
        [words.ticket.purpose, words.purposes[ticket.purpose] ?? ticket.purpose],
        [words.ticket.categoryName, `${category.code} ${category.group} › ${category.name}`],
        [words.tickets.urgency, <UrgencyText key="urgency" urgency={ticket.urgency} />],
        [words.tickets.place, [district, street, placeDetail].filter(Boolean).join(' ')],
        [words.tickets.owner, ticket.ownerUnit],
        [words.ticket.coUnits, ticket.coUnits.join('、')],
        [words.ticket.tier, ticket.tier && (words.tiers[ticket.tier] ?? ticket.tier)],
        [words.tickets.filedAt, <Moment key="filed" at={ticket.filedAt} />],
      ]}
    />
  );
}
