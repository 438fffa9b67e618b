import { Badge, Button, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link } from 'react-router';
import type { Inbox as InboxAnswer } from '../../../channels/http/workplace-types.ts';
import { Moment } from '../parts/moment.tsx';
import { Read } from '../parts/query-states.tsx';
import { SidePanel } from '../parts/side-panel.tsx';
import { useWords } from '../words/use-words.tsx';
import { useInbox, useMarkSeen } from './use-workplace.ts';

/** The lines that tell this account's unit of its tickets; how many are new stands on the button. */
export function Inbox() {
  const words = useWords().workplace.inbox;
  const [isOpen, { open, close }] = useDisclosure();
  const inbox = useInbox();
  const markSeen = useMarkSeen();
  const unread = inbox.data?.unread ?? 0;
  const newest = inbox.data?.items[0]?.id;
  const closeSeen = () => {
    close();
    if (unread > 0 && newest !== undefined) markSeen.mutate(newest);
  };
  return (
    <>
      <Button variant="subtle" size="compact-md" onClick={open} aria-label={words.open(unread)}>
        {/* With the space, the words that are seen stand in the name as they are read out. */}
        {words.title}{' '}
        {unread > 0 && (
          <Badge component="span" ml={6} size="sm" variant="filled" color="red" aria-hidden>
            {unread > 99 ? '99+' : unread}
          </Badge>
        )}
      </Button>
      <SidePanel title={words.title} isOpen={isOpen} close={closeSeen} closeLabel={words.close}>
        <Read query={inbox}>{({ items }) => <Lines items={items} onOpen={closeSeen} />}</Read>
      </SidePanel>
    </>
  );
}

function Lines({ items, onOpen }: { items: InboxAnswer['items']; onOpen: () => void }) {
  const { workplace, statuses } = useWords();
  const words = workplace.inbox;
  if (items.length === 0) return <Text c="dimmed">{words.empty}</Text>;
  const kindOf = (kind: string) => words.kinds[kind] ?? statuses[kind as keyof typeof statuses] ?? kind;
  return (
    <Stack component="ul" gap="xs" className="inbox-lines">
      {items.map(({ id, ticketNumber, title, kind, at, isNew }) => (
        <li key={id}>
          <Link className="inbox-line" to={`/tickets/${ticketNumber}`} onClick={onOpen}>
            {isNew && (
              <Badge size="xs" mr={6}>
                {words.isNew}
              </Badge>
            )}
            {title}
          </Link>
          <Text size="sm" c="dimmed">
            {kindOf(kind)} · {ticketNumber} · <Moment at={at} />
          </Text>
        </li>
      ))}
    </Stack>
  );
}
