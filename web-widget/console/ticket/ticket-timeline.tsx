import { Text, Timeline } from '@mantine/core';
import type { TicketDetail } from '../../../channels/http/api-types.ts';
import { Moment } from '../parts/moment.tsx';
import { useWords } from '../words/use-words.tsx';
import { useEventName, useEventNotes } from './event-notes.ts';

export function TicketTimeline({ events }: { events: TicketDetail['events'] }) {
  const words = useWords().ticket;
  const nameOf = useEventName();
  const notesOf = useEventNotes();
  return (
    <Timeline active={events.length} bulletSize={16} lineWidth={2}>
      {events.map((event) => (
        <Timeline.Item key={event.sequence} title={nameOf(event.kind)}>
          <Text size="sm" c="dimmed">
            <Moment at={event.at} /> · {words.actors[event.actor] ?? event.actor}
          </Text>
          {notesOf(event).map((note, at) => (
            <Text key={at} size="sm" className="said">
              {note}
            </Text>
          ))}
        </Timeline.Item>
      ))}
    </Timeline>
  );
}
