import { Text, Timeline } from '@mantine/core';
import type { TicketDetail } from '../../../channels/http/api-types.ts';
import { Moment } from '../parts/moment.tsx';
import { useWords } from '../words/use-words.tsx';

type Event = TicketDetail['events'][number];

export function TicketTimeline({ events }: { events: Event[] }) {
  const words = useWords().ticket;
  return (
    <Timeline active={events.length} bulletSize={16} lineWidth={2}>
      {events.map((event) => (
        <Timeline.Item key={event.sequence} title={words.eventKinds[event.kind] ?? event.kind}>
          <Text size="sm" c="dimmed">
            <Moment at={event.at} /> · {words.actors[event.actor] ?? event.actor}
          </Text>
          {toNotes(event).map((note) => (
            <Text key={note} size="sm" className="said">
              {note}
            </Text>
          ))}
        </Timeline.Item>
      ))}
    </Timeline>
  );
}

/** The sentences an event carries: a unit, a reason, a reply. Other fields are for machines. */
function toNotes({ payload }: Event): string[] {
  return ['unit', 'reason', 'text'].flatMap((name) => (typeof payload[name] === 'string' ? [payload[name]] : []));
}
